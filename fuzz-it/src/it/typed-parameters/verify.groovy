import groovy.json.JsonSlurper
import io.github.mavenfuzz.it.Builds
import io.github.mavenfuzz.it.FreshClone

new Builds(basedir).first().fails(
    '#takesAll(byte[], String, boolean, byte, short, char, int, long, float, double)\n',
    'java.lang.IllegalStateException: all at once\n')

def crashers = new File(basedir, 'src/test/resources/fuzz/com.example.TypesFuzzTest/takesAll').listFiles()
assert crashers.size() == 1
def (bytes, text, flag, b, s, c, i, l, f, d) = new JsonSlurper().parse(crashers[0])
assert bytes.length() == 3
assert text.length() == 2
assert flag
assert [b, s, c, i, l] == [11, -11, 'b', 1001, -1001]
assert f > 1 && f <= 10
assert d < -1 && d >= -10

new FreshClone(basedir, localRepositoryPath).reproduces(new Builds(basedir).first())
