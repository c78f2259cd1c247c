import groovy.json.JsonSlurper
import io.github.mavenfuzz.it.Builds
import io.github.mavenfuzz.it.Command
import io.github.mavenfuzz.it.FreshClone

// What each target comes to, by its exit code on the command line; null where the library decides.
def targets = [
    'com.example.jvm.ZipFuzzer#fuzzerTestOneInput'           : 0,
    'com.example.jvm.GsonFuzzer#fuzzerTestOneInput'          : null,
    'com.example.jvm.YamlFuzzer#fuzzerTestOneInput'          : 0,
    'com.example.jvm.HtmlFuzzer#fuzzerTestOneInput'          : 0,
    'com.example.jvm.PathFuzzer#fuzzerTestOneInput'          : 77,
    'com.example.jvm.CsvFuzzer#fuzzerTestOneInput'           : 77,
    'com.example.junit.JazzerTest#base64ReadsWhatItHasWritten': 0,
    'com.example.junit.JazzerTest#jsonFromXml'               : 0,
    'com.example.junit.JazzerTest#abbreviatesToWidth'        : 0,
    'com.example.junit.JazzerTest#distanceIsSymmetric'       : 0,
    'com.example.junit.JazzerTest#failsForNull'              : 77,
    'com.example.own.OwnFuzzTest#inflates'                   : 0,
    'com.example.own.OwnFuzzTest#unpacks'                    : 0,
    'com.example.own.OwnFuzzTest#overlapsBothWays'           : 0,
    'com.example.own.OwnFuzzTest#substitutes'                : null,
    'com.example.own.OwnFuzzTest#picksWithoutRepeating'      : 0,
]

def results = new JsonSlurper().parse(new File(basedir, 'target/fuzz/results.json'))
assert results.targets.collect { it.class + '#' + it.method }.toSet() == targets.keySet()
results.targets.each {
  def name = it.class + '#' + it.method
  assert it.runs >= 3000 || it.findings : name
  assert targets[name] == null || it.findings.isEmpty() == (targets[name] == 0) : name
}

def severe = results.targets.find { it.class == 'com.example.jvm.PathFuzzer' }.findings
assert severe*.severity == ['HIGH']
new Builds(basedir).first().fails(
    'com.code_intelligence.jazzer.api.FuzzerSecurityIssueHigh: left /srv/files/ for ')
new FreshClone(basedir, localRepositoryPath).reproduces(new Builds(basedir).first(), 1)
def tornDown = new File(basedir, 'target/torn-down')
assert tornDown.delete()

// The same through the command line, from the class path that the build has copied.
def java = System.getProperty('java.home') + '/bin/java'
def core = new File(basedir, 'target/lib').listFiles().find { it.name.startsWith('fuzz-core-') }
targets.each { name, exitCode ->
  def (className, method) = name.split('#')
  def run = Command.run(basedir, [:], [
      java, '-XX:TieredStopAtLevel=1', '-jar', core, '--cp=target/classes:target/test-classes:target/lib/*',
      "--target_class=$className", "--target_method=$method",
      '--jvm_args=-XX\\:TieredStopAtLevel=1', '-runs=3000', '-seed=7', '-artifact_prefix=target/artifacts-', '-print_final_stats=1'])
  def expected = exitCode != null ? exitCode : run.output().contains('== Java Exception: ') ? 77 : 0
  run.ends(expected, 'INFO: Seed: 7\n', 'INITED cov: ', 'stat::number_of_executed_units: ')
  if (expected == 77) {
    run.ends(77, '== Java Exception: ', '\nDEDUP_TOKEN: ', 'Test unit written to target/artifacts-crash-')
  } else {
    run.ends(0, 'Done 3000 runs in ')
  }
}
assert tornDown.file
