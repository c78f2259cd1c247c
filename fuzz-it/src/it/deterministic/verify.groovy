import groovy.json.JsonSlurper
import io.github.mavenfuzz.it.Builds

new Builds(basedir).first().succeeds('with 1 worker, fuzz.seed=42\n')

def (first, second) = ['first', 'second'].collect { new File(basedir, "target/$it") }
def corpus = { new File(it, 'corpus/com.example.NumbersFuzzTest/sums').list().sort() }
assert corpus(first).size() > 5
assert corpus(first) == corpus(second)

def result = { new JsonSlurper().parse(new File(it, 'results.json')).targets[0] }
def figures = { result(it).subMap(['runs', 'coveredProbes', 'totalProbes', 'corpusEntries', 'newEntries']) }
assert figures(first) == figures(second)
