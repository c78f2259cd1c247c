import io.github.mavenfuzz.it.Builds
import io.github.mavenfuzz.it.FreshClone

def builds = new Builds(basedir)

// A service that only module-info.java provides, records of a package that it hides, and seeds.
builds.number(1).succeeds(
    'Tests run: 2, Failures: 0, Errors: 0, Skipped: 0',
    '#anOrderIsRead: no findings in 2,000 runs')
assert builds.number(1).find(/, (\d+)\/\d+ probes/).last() as int > 4
builds.number(2).succeeds('CodecFuzzTest#anOrderIsRead passes on ')
builds.number(3).fails('NoSuchElementException')

new FreshClone(basedir, localRepositoryPath).reproduces(builds.number(3))
