import groovy.json.JsonSlurper
import groovy.xml.XmlSlurper
import io.github.mavenfuzz.it.Builds
import io.github.mavenfuzz.it.FreshClone

new Builds(basedir).first().fails(
    'Tests run: 2, Failures: 0, Errors: 0, Skipped: 0',
    '[ERROR]   java.lang.IllegalStateException: burst open\n',
    '[ERROR]   Input (9 bytes): "sesame42!"\n')

def suite = new XmlSlurper().parse(new File(basedir, 'target/surefire-reports/TEST-com.example.LockFuzzTest.xml'))
def names = suite.testcase.collect { it.@name.text() }
assert names.any { it.contains('right-key.txt') }
assert names.any { it.contains('wrong-key.txt') }

def finding = new JsonSlurper().parse(new File(basedir, 'target/fuzz/results.json')).targets[0].findings[0]
assert new File(finding.crasher).text == 'sesame42!'

// Seeds are a person's: the corpus has no copies of them.
def corpus = new File(basedir, '.fuzz/corpus/com.example.LockFuzzTest/opens')
assert !(corpus.listFiles() ?: []).any { it.text == 'sesame42' }

new FreshClone(basedir, localRepositoryPath).reproduces(new Builds(basedir).first())
