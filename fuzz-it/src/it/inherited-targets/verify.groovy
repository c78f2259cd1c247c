import io.github.mavenfuzz.it.Builds
import io.github.mavenfuzz.it.FreshClone

def builds = new Builds(basedir)

builds.number(1).fails(
    '[INFO] There are no fuzz targets.\n',
    '[INFO] com.example.NumberFuzzTest#readsWhatItWrites(Integer)\n',
    '[INFO]   com.example.NumberFuzzTest#readsWhatItWrites: no findings in ',
    '[INFO]   com.example.NumberFuzzTest$WithinALine#readsWhatItWrites: no findings in ',
    '[INFO]   com.example.TextFuzzTest#readsWhatItWrites: no findings in ',
    '[ERROR]   com.example.TextFuzzTest$WithinALine#readsWhatItWrites: 1 finding',
    'Fuzzing found 1 failure in com.example.TextFuzzTest$WithinALine#readsWhatItWrites; ')
builds.number(1).doesNotSay('com.example.CodecContract#')

def folder = 'fuzz/com.example.TextFuzzTest$WithinALine/readsWhatItWrites'
def crashers = new File(basedir, "codecs/src/test/resources/$folder").list()
assert crashers.length == 1

builds.number(2).fails("io.github.mavenfuzz.junit.FailedInput: $folder/${crashers[0]}")
builds.number(3).fails('com.example.TextFuzzTest$WithinALine#readsWhatItWrites fails on ')

new FreshClone(basedir, localRepositoryPath).reproduces(builds.number(1))
