import groovy.json.JsonSlurper
import groovy.xml.XmlSlurper
import io.github.mavenfuzz.it.RunningMaven
import java.security.MessageDigest

if (!new File('/usr/bin/setsid').exists()) {
  println 'There is no setsid here, so there are no signals to groups of processes.'
  return
}

def fuzz = {
  new File(basedir, 'target/fuzz').deleteDir()
  new File(basedir, 'target/fuzz-reports').deleteDir()
  def maven = RunningMaven.start(basedir, localRepositoryPath, 'fuzz:fuzz', '-Dfuzz.duration=10m')
  maven.awaitText('Finding 1 [')
  // By then the coordinator, its workers and the target are well under way.
  maven.awaitText(' probes, corpus ')
  maven
}

def ended = { RunningMaven maven ->
  assert maven.leftovers() == []
  def build = maven.build()
  build.says(
      '[WARNING] Interrupted: com.example.FirstFuzzTest#breaks ends here, and what was found so far is kept.',
      '[ERROR]   com.example.FirstFuzzTest#breaks: 1 finding\n',
      '[INFO]   2 more targets were not run: fuzzing was interrupted\n',
      '[INFO] Reports: ')
  build.doesNotSay('Finding 2', 'SIGINT', 'SIGTERM', 'Flaky', 'fault of the fuzzer', 'SecondFuzzTest#runs(')
  def results = new JsonSlurper().parse(new File(basedir, 'target/fuzz/results.json'))
  assert results.targets*.method == ['breaks']
  assert results.targets[0].findings*.exception == ['java.lang.IllegalStateException']
  assert new File(results.targets[0].findings[0].crasher).text == '!'
  assert results.targets[0].suspects == []
  assert results.targets[0].runs > 0
  assert new File(basedir, 'target/fuzz').list() as List == ['results.json']
  def suite = new XmlSlurper().parse(new File(basedir, 'target/fuzz-reports/TEST-com.example.FirstFuzzTest.xml'))
  assert suite.@failures == '1'
  def corpus = new File(basedir, '.fuzz/corpus/com.example.FirstFuzzTest/breaks').listFiles()
  assert corpus.length > 0
  // No file is half written.
  corpus.each {
    assert it.name == MessageDigest.getInstance('SHA-256').digest(it.bytes).encodeHex().toString()
  }
  def crashers = new File(basedir, 'src/test/resources/fuzz/com.example.FirstFuzzTest/breaks').listFiles()
  assert crashers*.path == [results.targets[0].findings[0].crasher]
}

// Ctrl+C: the worker JVMs get the signal as well.
def maven = fuzz()
maven.signalGroup('INT')
assert maven.awaitEnd() == 130
ended(maven)

maven = fuzz()
maven.signal('TERM')
assert maven.awaitEnd() == 143
ended(maven)

maven = fuzz()
maven.signalGroup('TERM')
assert maven.awaitEnd() == 143
ended(maven)

maven = RunningMaven.start(basedir, localRepositoryPath, 'fuzz:replay', '-Dfuzz.test=SlowFuzzTest', '-Dfuzz.timeout=1h')
maven.awaitText('passes on ')
maven.signalGroup('INT')
assert maven.awaitEnd() == 130
assert maven.leftovers() == []
maven.build().says('The replay was interrupted; until then 1 input was run, of which 0 failed.')
maven.build().doesNotSay('fails on', 'SIGINT')
