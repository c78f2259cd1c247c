import io.github.mavenfuzz.it.Builds
import io.github.mavenfuzz.it.FreshClone

def builds = new Builds(basedir)
builds.number(1).succeeds(
    '[ERROR]   java.lang.IllegalStateException: broken\n',
    '[ERROR]   New: ',
    '[ERROR]   com.example.BrokenFuzzTest#fails: 1 finding\n')
builds.number(2).succeeds(
    '[ERROR]   Known: this file was there before the run, and the target still fails on it.\n',
    '[ERROR]   com.example.BrokenFuzzTest#fails: 1 finding\n')

new FreshClone(basedir, localRepositoryPath).reproduces(builds.number(2))
