import groovy.json.JsonSlurper
import io.github.mavenfuzz.it.Builds

new Builds(basedir).first().succeeds('#seesItsOwn: no findings in ')

// The libraries are instrumented, too, though the engine is made of them.
def target = new JsonSlurper().parse(new File(basedir, 'target/fuzz/results.json')).targets[0]
assert target.totalProbes > 1000
assert target.uninstrumentedClasses == 0

// The engine brings no dependency along.
def engine = new File(localRepositoryPath, "io/github/mavenfuzz/fuzz-core/$pluginVersion/fuzz-core-${pluginVersion}.pom")
assert !engine.text.contains('<scope>compile')
assert !engine.text.contains('jackson-databind')
assert !engine.text.contains('asm-commons')
