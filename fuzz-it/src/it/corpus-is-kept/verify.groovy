import groovy.json.JsonSlurper
import io.github.mavenfuzz.it.Builds

new Builds(basedir).first().succeeds()

def (first, second) = ['first', 'second'].collect {
  new JsonSlurper().parse(new File(basedir, "target/$it/results.json")).targets[0]
}
def corpus = new File(basedir, '.fuzz/corpus/com.example.DeepFuzzTest/descends').list()

assert first.newEntries > 2
assert second.corpusEntries >= first.corpusEntries
// The empty input is always there, and has no file.
assert second.corpusEntries == corpus.length + 1
assert second.coveredProbes >= first.coveredProbes
assert second.runs < first.runs
