import groovy.json.JsonSlurper
import groovy.xml.XmlSlurper
import io.github.mavenfuzz.it.Builds
import io.github.mavenfuzz.it.FreshClone

def builds = new Builds(basedir)
def seeds = new File(basedir, 'src/test/resources/fuzz/com.example.HeaderFuzzTest/value')
def crasher = new File(seeds, 'crash-e7ac0786668e0ff0')
def reproduce =
    'mvn fuzz:replay -Dfuzz.test=com.example.HeaderFuzzTest#value' +
    ' -Dfuzz.input=src/test/resources/fuzz/com.example.HeaderFuzzTest/value/crash-e7ac0786668e0ff0'

assert seeds.list().sort() == ['crash-e7ac0786668e0ff0', 'host']
assert crasher.text == ':'

builds.number(1).fails(
    'Fuzzing found 1 failure in com.example.HeaderFuzzTest#value; the inputs and how to reproduce them are above and in ',
    '[INFO] com.example.HeaderFuzzTest#value(String)',
    '] in com.example.HeaderFuzzTest#value\n',
    '[ERROR]   java.lang.StringIndexOutOfBoundsException: ',
    '[ERROR]       at com.example.Header.value(Header.java:9)\n',
    '[ERROR]   Input (1 bytes): ":"\n',
    "[ERROR]   Kept as: $crasher\n",
    '[ERROR]   New: commit the file with the fix; every test run replays it from now on.\n',
    "[ERROR]   Reproduce: $reproduce\n")

def results = new JsonSlurper().parse(new File(basedir, 'target/fuzz/results.json'))
assert results.schemaVersion == 1
assert results.targets.size() == 1
def target = results.targets[0]
assert target.class == 'com.example.HeaderFuzzTest'
assert target.method == 'value'
assert target.runs > 0
assert target.coveredProbes > 0
assert target.coveredProbes <= target.totalProbes
assert target.findings.size() == 1
def finding = target.findings[0]
assert finding.kind == 'EXCEPTION'
assert finding.exception == 'java.lang.StringIndexOutOfBoundsException'
assert finding.stackTrace.contains('at com.example.Header.value(Header.java:9)')
assert finding.crasher == crasher.path
assert !finding.known
assert !finding.flaky
assert finding.minimizedSize == 1
assert finding.reproduceCommand == reproduce

def suite = new XmlSlurper().parse(new File(basedir, 'target/fuzz-reports/TEST-com.example.HeaderFuzzTest.xml'))
assert suite.@name == 'com.example.HeaderFuzzTest'
assert suite.@tests == '1'
assert suite.@failures == '1'
assert suite.@errors == '0'
assert suite.testcase.@name == 'value'
assert suite.testcase.failure.@type == 'java.lang.StringIndexOutOfBoundsException'
assert suite.testcase.failure.text().startsWith(reproduce + '\n')
assert suite.testcase.failure.text().contains("Kept as: $crasher")

// The crasher is a test from now on, whose name the log tells.
builds.number(2).fails(
    'fuzz/com.example.HeaderFuzzTest/value/crash-e7ac0786668e0ff0\n',
    'Tests run: 2, Failures: 0, Errors: 1, Skipped: 0',
    'at com.example.Header.value(Header.java:9)')

new FreshClone(basedir, localRepositoryPath).reproduces(builds.number(1))

builds.number(3).succeeds("[INFO] com.example.HeaderFuzzTest#value passes on ${new File(seeds, 'host')}")
