import groovy.json.JsonSlurper
import io.github.mavenfuzz.it.Builds
import io.github.mavenfuzz.it.FreshClone

new Builds(basedir).first().fails(
    'Fuzzing found 3 failures in ',
    '[INFO]   com.example.HostileFuzzTest#runsAfterThem: no findings in ')

def targets = new JsonSlurper().parse(new File(basedir, 'target/fuzz/results.json')).targets
def finding = { method -> targets.find { it.method == method }.findings }
assert finding('exits')*.kind == ['EXIT']
assert finding('exits')[0].exception == 'exit code 3'
assert finding('hangs')*.kind == ['HANG']
assert finding('runsOutOfMemory')*.kind == ['OUT_OF_MEMORY']
assert finding('runsOutOfMemory')[0].exception == 'java.lang.OutOfMemoryError'
assert finding('runsAfterThem') == []

def file = { method -> new File(finding(method)[0].crasher).name }
assert file('exits').startsWith('exit-')
assert file('hangs').startsWith('timeout-')
assert file('runsOutOfMemory').startsWith('oom-')
assert finding('hangs')[0].stackTrace.contains('at com.example.HostileFuzzTest.hangs(HostileFuzzTest.java:')

new FreshClone(basedir, localRepositoryPath).reproduces(new Builds(basedir).first())
