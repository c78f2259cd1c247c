import groovy.json.JsonSlurper
import io.github.mavenfuzz.it.Builds
import io.github.mavenfuzz.it.FreshClone

new Builds(basedir).first().fails(
    'java.lang.NumberFormatException at com.alibaba.fastjson.',
    'java.lang.NullPointerException at com.fasterxml.jackson.',
    'Reproduce: mvn -Pfuzz fuzz:replay -Dfuzz.test=com.example.CborFuzzTest#readsTree ',
    '[INFO]   com.example.KeyValuesFuzzTest#parses: no findings in ')

def targets = new JsonSlurper().parse(new File(basedir, 'target/fuzz/results.json')).targets
def exceptions = { name -> targets.find { it.class == "com.example.$name" }.findings*.exception }
assert exceptions('FastjsonFuzzTest').contains('java.lang.NumberFormatException')
assert exceptions('CborFuzzTest').contains('java.lang.NullPointerException')
assert exceptions('KeyValuesFuzzTest') == []

new FreshClone(basedir, localRepositoryPath).reproduces(new Builds(basedir).first(), 1)
