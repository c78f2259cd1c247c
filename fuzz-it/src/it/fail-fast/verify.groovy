import groovy.json.JsonSlurper
import io.github.mavenfuzz.it.Builds
import io.github.mavenfuzz.it.FreshClone

def build = new Builds(basedir).first()
build.fails(
    'Fuzzing found 1 failure in com.example.BothFuzzTest#first; ',
    '[INFO]   1 more target was not run: fuzz.failFast is set\n')
build.doesNotSay('#second')

def targets = new JsonSlurper().parse(new File(basedir, 'target/fuzz/results.json')).targets
assert targets.collect { it.method } == ['first']
assert targets[0].seconds < 60

new FreshClone(basedir, localRepositoryPath).reproduces(build)
