import io.github.mavenfuzz.it.Builds

new Builds(basedir).first().fails(
    'Tests run: 3, Failures: 0, Errors: 2, Skipped: 0',
    'java.lang.IllegalStateException: static targets are run, too\n',
    'java.lang.IllegalArgumentException: negative\n',
    'fuzz/com.example.OldFuzzTest/isNotNegative/minus-one\n')
