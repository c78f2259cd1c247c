import io.github.mavenfuzz.it.Builds
import io.github.mavenfuzz.it.Command

new Builds(basedir).first().breaks(
    'com.example.UnpreparedFuzzer#fuzzerTestOneInput',
    'fuzzerInitialize',
    'java.lang.IllegalStateException: no database')

def java = System.getProperty('java.home') + '/bin/java'
def core = new File(basedir, 'target/lib').listFiles().find { it.name.startsWith('fuzz-core-') }
def run = { String... flags ->
  Command.run(basedir, [:], [java, '-jar', core, '--cp=target/test-classes:target/lib/*', *flags])
}

run('--target_class=com.example.UnpreparedFuzzer', '-runs=10')
    .ends(1, 'com.example.UnpreparedFuzzer', 'fuzzerInitialize', 'java.lang.IllegalStateException: no database')
run('--target_class=com.example.UnpreparedFuzer', '-runs=10')
    .ends(1, 'com.example.UnpreparedFuzer', 'com.example.UnpreparedFuzzer')
run('--target_class=com.example.Helper', '-runs=10').ends(1, 'com.example.Helper', 'fuzzerTestOneInput')
run('--target_class=com.example.Helper', '-run=10').ends(1, '-run', '-runs')
