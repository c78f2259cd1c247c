import groovy.json.JsonSlurper
import io.github.mavenfuzz.it.Builds

def seeds = new File(basedir, 'src/test/resources/fuzz/com.example.PairFuzzTest/adds')
new Builds(basedir).first().succeeds(
    "[WARNING] $seeds/malformed: the JSON ends before its array is closed; it is skipped\n",
    "[WARNING] $seeds/too-many: the file holds more than 2 values, but the target takes 2 (int, int); it is skipped\n",
    "[WARNING] $seeds/wrong-type: value 2 of 2 is a string, but parameter 2 is an int; it is skipped\n",
    '[INFO]   com.example.PairFuzzTest#adds: no findings in ')

assert seeds.list().sort() == ['good', 'malformed', 'too-many', 'wrong-type']
assert new File(seeds, 'malformed').text == '[1, 2'
def target = new JsonSlurper().parse(new File(basedir, 'target/fuzz/results.json')).targets[0]
// The empty input and the good seed.
assert target.corpusEntries == 2 + target.newEntries
