import groovy.json.JsonSlurper
import groovy.xml.XmlSlurper
import io.github.mavenfuzz.it.Builds
import io.github.mavenfuzz.it.FreshClone

def build = new Builds(basedir).first()
def target = 'com.example.ModeFuzzTest$Strict'

// The folder with targetPath fuzz is not filtered, and so the one to keep findings in.
def crashers = new File(basedir, "app/src/test/inputs/$target/decodes").list().findAll { it.startsWith('crash-') }
assert crashers.size() == 1
assert !new File(basedir, 'app/src/test/resources/fuzz').exists()
assert !new File(basedir, 'app/target/src').exists(), 'the POM that was made for the shaded jar has moved the folder'

build.succeeds(
    'every test run replays it from now on.',
    "Reproduce: mvn -f build.xml -pl app -am -t ci/toolchains.xml '-P!lenient' fuzz:replay@quick" +
        " '-Dfuzz.test=$target#decodes' '-Dfuzz.input=src/test/inputs/$target/decodes/${crashers[0]}'" +
        " '-Dmode=strict one'\n",
    'The commands that reproduce findings leave out -Dlicense.token, which may be secret')
new FreshClone(basedir, localRepositoryPath).reproduces(build)

// Two executions have run the target, and the reports have both.
def suite = new XmlSlurper().parse(new File(basedir, "app/target/fuzz-reports/TEST-${target}.xml"))
assert suite.testcase*.@name*.text() == ['decodes[quick]', 'decodes[deep]']
assert suite.@failures == '1'
def results = new JsonSlurper().parse(new File(basedir, 'app/target/fuzz/results.json')).targets
assert results*.execution == ['quick', 'deep']
assert results*.findings*.size() == [1, 0]
