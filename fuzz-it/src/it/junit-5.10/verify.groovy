import io.github.mavenfuzz.it.Builds

new Builds(basedir).first().fails(
    'Tests run: 2, Failures: 0, Errors: 1, Skipped: 0',
    'java.lang.IllegalArgumentException: negative\n',
    'with the input minus-one')
