import io.github.mavenfuzz.it.Builds
import io.github.mavenfuzz.it.FreshClone

def builds = new Builds(basedir)
def crashers = new File(basedir, 'second/src/test/resources/fuzz/com.example.LengthFuzzTest/parses').list()
assert crashers.length == 1

builds.number(1).fails(
    'Fuzzing found 1 failure in com.example.LengthFuzzTest#parses; ',
    '[INFO]   com.example.ExactFuzzTest#readsWhatItWrites: no findings in ',
    'at com.example.first.Length.parse(Length.java:8)',
    "Reproduce: mvn -pl second -am io.github.mavenfuzz:fuzz-maven-plugin:$pluginVersion:replay" +
        ' -Dfuzz.test=com.example.LengthFuzzTest#parses' +
        " -Dfuzz.input=src/test/resources/fuzz/com.example.LengthFuzzTest/parses/${crashers[0]}\n")

new FreshClone(basedir, localRepositoryPath).reproduces(builds.number(1))

builds.number(2).succeeds(
    '[INFO] There are no fuzz targets.\n',
    '[INFO]   com.example.ExactFuzzTest#readsWhatItWrites: no findings in ')

builds.number(3).breaks(
    'no fuzz target matches "NowhereFuzzTest";' +
        ' there are com.example.ExactFuzzTest#readsWhatItWrites, com.example.LengthFuzzTest#parses')
