import io.github.mavenfuzz.it.Command
import java.util.regex.Pattern

// What ClusterFuzzLite does with a project, step by step, without its containers.
def out = new File(basedir, 'target/out')
// The repositories are those of the build before.
def maven = "-gs ../interpolated-settings.xml -Dmaven.repo.local=$localRepositoryPath"
Command.run(
    basedir,
    [OUT: out.path, JAVA_HOME: System.getProperty('java.home'), MAVEN_ARGS: maven.toString()],
    ['bash', '-eu', '.clusterfuzzlite/build.sh']).ends(0)

def targets = out.listFiles().findAll { it.file && it.canExecute() }
assert targets*.name.sort() == ['JsonFuzzer', 'NumberFuzzer']
assert targets.every { it.text.contains('LLVMFuzzerTestOneInput') && it.name ==~ /[a-zA-Z0-9_-]+/ }

// It runs them from another place than the one in which they were built.
def moved = new File(basedir, 'target/moved')
assert out.renameTo(moved)
def work = new File(basedir, 'target/work')
work.mkdirs()
def run = { String target, Object... flags ->
  Command.run(work, [:], [new File(moved, target), '-rss_limit_mb=2560', '-timeout=25', *flags])
}
def unzip = { String name ->
  def seeds = new File(work, name)
  seeds.mkdirs()
  Command.run(seeds, [:], [new File(moved, 'jdk/bin/jar'), '-xf', new File(moved, name + '.zip')]).ends(0)
  seeds
}

// The check of a build: the target starts, counts its runs, and passes on its seeds.
def seeds = unzip('JsonFuzzer_seed_corpus')
assert seeds.list().sort() == ['all-types.json', 'nested.json']
run('JsonFuzzer', '-seed=1337', '-runs=4').ends(0, 'Done 4 runs')
run('JsonFuzzer', '-runs=0', seeds.path).ends(0)

// Fuzzing with a time limit, into an empty corpus and from the seeds.
def corpus = new File(work, 'corpus')
corpus.mkdirs()
run('JsonFuzzer', '-seed=1337', '-len_control=0', '-runs=50000', '-max_total_time=60', '-print_final_stats=1',
    "-dict=$moved/JsonFuzzer.dict", "-artifact_prefix=$work/", corpus.path, seeds.path)
    .ends(0, 'stat::number_of_executed_units: ', 'stat::new_units_added: ')
assert corpus.list().length > 2

// Pruning the corpus: less of it, with the same coverage.
def merged = new File(work, 'merged')
merged.mkdirs()
run('JsonFuzzer', '-merge=1', "-merge_control_file=$work/control", merged.path, corpus.path, seeds.path)
    .ends(0, 'MERGE-OUTER: ')
assert merged.list().length > 2
assert merged.list().length <= corpus.list().length + seeds.list().length

// A target that breaks: its input is read from the output, and has to fail again.
def found = run('NumberFuzzer', '-seed=1337', '-len_control=0', '-max_total_time=120')
found.ends(77, '== Java Exception: java.lang.NumberFormatException', 'DEDUP_TOKEN: ')
def written = Pattern.compile(/\bTest unit written to \.\/([^\s]+)/).matcher(found.output())
assert written.find()
def crasher = new File(work, written.group(1))
assert crasher.name ==~ /crash-[0-9a-f]{40}/
3.times {
  run('NumberFuzzer', '-runs=100', crasher.path).ends(77, '== Java Exception: java.lang.NumberFormatException')
}

// Making it smaller.
def padded = new File(work, 'padded')
padded.bytes = 'CertainlyNoNumberAtAll'.bytes
run('NumberFuzzer', '-minimize_crash=1', '-max_total_time=5', "-exact_artifact_path=$work/smaller", padded.path)
    .ends(0)
assert new File(work, 'smaller').length() < padded.length()

moved.deleteDir()
