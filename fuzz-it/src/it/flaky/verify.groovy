import groovy.json.JsonSlurper
import groovy.xml.XmlSlurper
import io.github.mavenfuzz.it.Builds

def build = new Builds(basedir).first()
build.succeeds(
    '[WARNING]   java.lang.IllegalStateException: once\n',
    '[WARNING]   Flaky: it failed once and passed when it was run again, ',
    '[INFO]   com.example.FlakyFuzzTest#failsOnce: no findings in ')
build.doesNotSay('[ERROR]')

def finding = new JsonSlurper().parse(new File(basedir, 'target/fuzz/results.json')).targets[0].findings[0]
assert finding.flaky
def suspects = new File(basedir, 'target/fuzz/suspects/com.example.FlakyFuzzTest/failsOnce')
assert suspects.listFiles()*.path == [finding.crasher]
assert !new File(basedir, 'src/test/resources').exists()

def suite = new XmlSlurper().parse(new File(basedir, 'target/fuzz-reports/TEST-com.example.FlakyFuzzTest.xml'))
assert suite.@failures == '0'
assert suite.testcase.flakyFailure.@type == 'java.lang.IllegalStateException'
