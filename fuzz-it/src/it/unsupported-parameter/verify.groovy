import groovy.json.JsonSlurper
import groovy.xml.XmlSlurper
import io.github.mavenfuzz.it.Builds

def types = 'primitive types and their wrappers, String, enums, records, arrays, List, '
def unsupported = 'parameter "locale" of com.example.MarkedFuzzTest#unsupported is a java.util.Locale,' +
    " which the fuzzer cannot make; these types work: $types"
def nothing = 'com.example.MarkedFuzzTest#nothing takes no parameter that a fuzzer could vary;' +
    " give it one or more of these types: $types"
def noClass = "the class file ${new File(basedir, 'target/test-classes/data/Cut.class')} is not a class file"
def builds = new Builds(basedir)

// The others run, and the build ends in an error.
builds.number(1).breaks(
    "[ERROR] $unsupported",
    "[ERROR] $nothing",
    "[WARNING] $noClass",
    '[WARNING] com.example.AlmostFuzzer#fuzzerTestOneInput is no fuzz target, because it is not public static;',
    '[INFO]   com.example.GoodFuzzTest#runs: no findings in ',
    '[ERROR]   com.example.MarkedFuzzTest#nothing: could not be run',
    '2 targets could not be run, see above:' +
        ' com.example.MarkedFuzzTest#unsupported, com.example.MarkedFuzzTest#nothing')
builds.number(1).doesNotSay('Seed.class')

// What is not selected matters to nobody.
builds.number(2).succeeds('[INFO]   com.example.GoodFuzzTest#runs: no findings in ')
builds.number(2).doesNotSay('MarkedFuzzTest', 'Cut.class', 'AlmostFuzzer')

builds.number(3).succeeds(
    '[INFO] com.example.GoodFuzzTest#runs(byte[])',
    "[WARNING] com.example.MarkedFuzzTest#unsupported cannot be run: $unsupported",
    "[WARNING] com.example.MarkedFuzzTest#nothing cannot be run: $nothing")

builds.number(4).breaks(
    '[INFO] com.example.GoodFuzzTest#runs passes on ',
    "[ERROR] $unsupported",
    '2 targets could not be run, see above: ')

builds.number(5).breaks(
    "[ERROR] $nothing", '1 target could not be run, see above: com.example.MarkedFuzzTest#nothing')

// The reports are those of the last build that wrote some.
def targets = new JsonSlurper().parse(new File(basedir, 'target/fuzz/results.json')).targets
assert targets*.method == ['nothing']
assert targets[0].error.contains('takes no parameter')
def suite = new XmlSlurper().parse(new File(basedir, 'target/fuzz-reports/TEST-com.example.MarkedFuzzTest.xml'))
assert suite.@errors == '1'
assert suite.testcase.error.text().contains('takes no parameter')
