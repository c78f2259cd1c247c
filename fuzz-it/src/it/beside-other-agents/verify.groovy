import io.github.mavenfuzz.it.Builds

def builds = new Builds(basedir)
builds.first().succeeds()
builds.number(2).succeeds('#isNeverNegative: no findings')
builds.number(2).doesNotSay('does not match', '[WARNING] The shutdown hooks')

assert new File(basedir, 'target/replay.exec').getText('ISO-8859-1').contains('com/example/Fare')

// The columns are: group, package, class, instructions missed, instructions covered, ...
def fare = new File(basedir, 'target/site/jacoco/jacoco.csv').readLines()*.split(',').find { it[2] == 'Fare' }
assert fare[3] == '0'
assert (fare[4] as int) > 20
