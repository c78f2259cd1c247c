import io.github.mavenfuzz.it.Builds

def builds = new Builds(basedir)
for (number in 1..3) {
  builds.number(number).succeeds('[INFO] Fuzzing is skipped.\n')
}
assert !new File(basedir, 'target/fuzz').exists()
assert !new File(basedir, 'target/fuzz-reports').exists()
