import io.github.mavenfuzz.it.Builds
import io.github.mavenfuzz.it.OtherJdk

def build = new Builds(basedir).first()
build.fails('RealsFuzzTest#reads: no findings in', 'RealsFuzzTest#fails: 1 finding')
build.doesNotSay('has overwritten the memory')
assert !new File(basedir, 'target/fuzz/suspects').exists()
assert new File(basedir, 'target/jdk.txt').text == OtherJdk.version(OtherJdk.find()).toString()

// Entries with such numbers were kept.
assert new File(basedir, '.fuzz/corpus/com.example.RealsFuzzTest/reads').list().length > 10
