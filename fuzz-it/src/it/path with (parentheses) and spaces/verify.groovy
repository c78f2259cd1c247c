import io.github.mavenfuzz.it.Builds
import io.github.mavenfuzz.it.FreshClone

def builds = new Builds(basedir)
def crashers = new File(basedir, 'src/test/resources/fuzz/com.example.PathFuzzTest/fails').listFiles()
assert crashers.length == 1
assert crashers[0].length() == 1

builds.number(1).fails(
    'java.lang.IllegalStateException: not empty\n',
    "[ERROR]   Kept as: ${crashers[0]}\n",
    "Reproduce: mvn fuzz:replay -Dfuzz.test=com.example.PathFuzzTest#fails" +
        " -Dfuzz.input=src/test/resources/fuzz/com.example.PathFuzzTest/fails/${crashers[0].name}\n")
builds.number(2).fails(
    "[ERROR] com.example.PathFuzzTest#fails fails on ${crashers[0]}\n",
    'java.lang.IllegalStateException: not empty\n')
assert new File(basedir, 'target/fuzz/results.json').exists()

new FreshClone(basedir, localRepositoryPath).reproduces(new Builds(basedir).first())
