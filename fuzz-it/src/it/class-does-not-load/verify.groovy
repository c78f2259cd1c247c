import groovy.json.JsonSlurper
import groovy.xml.XmlSlurper
import io.github.mavenfuzz.it.Builds

new Builds(basedir).first().breaks(
    '2 targets could not be run, see above:' +
        ' com.example.InitializerFuzzTest#neverRuns, com.example.LostFuzzTest#neverRuns',
    'com.example.InitializerFuzzTest#neverRuns cannot be run, a static initialiser threw an exception',
    'java.lang.NumberFormatException: For input string: "ten"',
    'at com.example.InitializerFuzzTest.<clinit>(InitializerFuzzTest.java:6)',
    'com.example.LostFuzzTest#neverRuns cannot be run, its constructor threw an exception',
    'java.lang.NoClassDefFoundError: com/example/Lost',
    '[INFO]   com.example.LoadableFuzzTest#runs: no findings in ')

def targets = new JsonSlurper().parse(new File(basedir, 'target/fuzz/results.json')).targets
assert targets.collect { it.error != null } == [true, false, true]
assert targets[1].runs >= 1000
assert !new File(basedir, 'src/test/resources').exists()

def suite = new XmlSlurper().parse(new File(basedir, 'target/fuzz-reports/TEST-com.example.LostFuzzTest.xml'))
assert suite.@errors == '1'
assert suite.@failures == '0'
assert suite.testcase.error.text().contains('NoClassDefFoundError')
