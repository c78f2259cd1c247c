import io.github.mavenfuzz.it.Builds
import io.github.mavenfuzz.it.FreshClone

def builds = new Builds(basedir)
def filled = 'com.example.FilledFuzzTest'
def limit = new File(basedir, "src/test/resources/fuzz/$filled/keepsItsLimit")

builds.number(1).fails(
    "[INFO] $filled#keepsItsLimit is run by JUnit Jupiter, which takes longer than a call, because of: " +
        '@ExtendWith(Limits), @TempDir folder.\n',
    '[ERROR]   java.lang.IllegalStateException: more than 3\n',
    "[ERROR]   $filled#keepsItsLimit: 1 finding\n",
    "[INFO]   $filled#writesOneFile: no findings in ",
    '[INFO]   com.example.LeftOutFuzzTest#known is skipped, as in JUnit: the bug is known\n',
    '[INFO]   com.example.LeftOutFuzzTest#needsASandbox is skipped, as in JUnit: ',
    '[INFO]   com.example.DatabaseFuzzTest#queries is skipped, as in JUnit: Assumption failed: there is no database\n',
    '[INFO]   com.example.FreshFuzzTest#findsItsListEmpty: no findings in ',
    '[INFO]   com.example.UnpreparedFuzzTest#findsItsListEmpty: no findings in ')

assert new File(basedir, 'src/test/resources/fuzz').list() == [filled] as String[]
assert limit.list().length == 1

builds.number(2).fails('java.lang.IllegalStateException: more than 3', "fuzz/$filled/keepsItsLimit/${limit.list()[0]}")

new FreshClone(basedir, localRepositoryPath).reproduces(builds.number(1))
