import groovy.json.JsonSlurper
import groovy.xml.XmlSlurper
import io.github.mavenfuzz.it.RunningMaven
import java.security.MessageDigest

if (!new File('/usr/bin/setsid').exists()) {
  println 'There is no setsid here, with which the builds are started.'
  return
}

def builds = (1..2).collect {
  RunningMaven.start(basedir, localRepositoryPath, 'fuzz:fuzz',
      '-Dfuzz.executions=500000', '-Dfuzz.duration=300s', '-Dfuzz.workers=1')
}
builds.each {
  assert it.awaitEnd() == 1
  assert it.leftovers() == []
  it.build().fails('Fuzzing found 1 failure in com.example.BranchesFuzzTest#breaks')
  it.build().doesNotSay('[WARNING]', 'cannot')
}

def corpus = new File(basedir, '.fuzz/corpus/com.example.BranchesFuzzTest/breaks').listFiles()
assert corpus.length > 0
corpus.each {
  assert it.name == MessageDigest.getInstance('SHA-256').digest(it.bytes).encodeHex().toString()
}
def crashers = new File(basedir, 'src/test/resources/fuzz/com.example.BranchesFuzzTest/breaks').listFiles()
assert crashers.length in 1..2
assert crashers.every { it.name ==~ /crash-[0-9a-f]{16}/ }

assert new File(basedir, 'target/fuzz').list() as List == ['results.json']
assert new JsonSlurper().parse(new File(basedir, 'target/fuzz/results.json')).targets[0].findings.size() == 1
assert new File(basedir, 'target/fuzz-reports').list() as List == ['TEST-com.example.BranchesFuzzTest.xml']
assert new XmlSlurper().parse(new File(basedir, 'target/fuzz-reports/TEST-com.example.BranchesFuzzTest.xml')).@failures == '1'
