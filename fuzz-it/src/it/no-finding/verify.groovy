import groovy.json.JsonSlurper
import groovy.xml.XmlSlurper
import io.github.mavenfuzz.it.Builds

def build = new Builds(basedir).first()
build.succeeds(
    '[INFO] Fuzzing 1 target for 4s, with ',
    '[INFO] com.example.WordsFuzzTest#countsNoMoreThanThereAre(String)\n',
    '0 findings, done\n',
    '[INFO]   com.example.WordsFuzzTest#countsNoMoreThanThereAre: no findings in ')
build.doesNotSay('[WARNING]', '[ERROR]')
assert build.find(/(fuzz: WordsFuzzTest#\w+, \d s, .* 0 findings)\n/), 'no line of progress'

def target = new JsonSlurper().parse(new File(basedir, 'target/fuzz/results.json')).targets[0]
assert target.findings == []
assert target.suspects == []
assert target.runs > 10_000
assert target.seconds >= 4
assert target.uninstrumentedClasses == 0

def suite = new XmlSlurper().parse(new File(basedir, 'target/fuzz-reports/TEST-com.example.WordsFuzzTest.xml'))
assert suite.@tests == '1'
assert suite.@failures == '0'
assert suite.testcase.@name == 'countsNoMoreThanThereAre'

assert !new File(basedir, 'src/test/resources').exists()
assert new File(basedir, '.fuzz/corpus/com.example.WordsFuzzTest/countsNoMoreThanThereAre').list()
