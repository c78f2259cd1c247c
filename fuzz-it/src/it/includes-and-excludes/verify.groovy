import groovy.json.JsonSlurper
import io.github.mavenfuzz.it.Builds

new Builds(basedir).first().succeeds('(com.example.', 'left out by the excludes.')

def (all, includes, excludes) = ['all', 'includes', 'excludes'].collect {
  new JsonSlurper().parse(new File(basedir, "target/$it/results.json")).targets[0]
}
assert includes.totalProbes > 0
assert includes.coveredProbes > 0
assert includes.totalProbes < all.totalProbes
assert excludes.totalProbes == 0
assert excludes.runs >= 5000
