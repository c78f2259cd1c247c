import groovy.json.JsonSlurper
import io.github.mavenfuzz.it.Builds

new Builds(basedir).first().fails(
    'Fuzzing found 2 failures in com.example.TypesFuzzTest#wholeNumbers, com.example.TypesFuzzTest#others; ',
    '[INFO] com.example.TypesFuzzTest#wholeNumbers(byte, short, char, int, long)\n',
    '[INFO] com.example.TypesFuzzTest#others(byte[], String, boolean, float, double)\n')

def values = { method ->
  def crashers = new File(basedir, "src/test/resources/fuzz/com.example.TypesFuzzTest/$method").listFiles()
  assert crashers.size() == 1
  new JsonSlurper().parse(crashers[0])
}
println values('wholeNumbers')
println values('others')
assert values('wholeNumbers') == [11, -11, 'b', 1001, -1001]
def (bytes, text, flag, f, d) = values('others')
assert bytes.length() == 3
assert text.length() == 2
assert flag
assert f > 1 && f <= 2
assert d < -1 && d >= -2
