import io.github.mavenfuzz.it.Builds

def build = new Builds(basedir).first()
def sentence = { module, text ->
  build.says("(default-cli) on project $module: $text")
}
build.breaks()
sentence('duration', "fuzz.duration: 'soon' is not a duration above zero; write it as 90s, 10m, 2h or PT1H30M.")
sentence('workers', "fuzz.workers: '0' is not a number of workers above zero; write it as 2, or as 1C for one per core.")
sentence('executions', 'fuzz.executions: -1 is negative; set a number of runs, or 0 for no limit.')
sentence('timeout', "fuzz.timeout: '0s' is not a duration above zero; ")
sentence('includes', "fuzz.includes: no class on the test class path matches 'com.exmaple.**'; ")
sentence('jvm', "fuzz.jvm: '/nowhere/bin/java' is not an executable file; name the java executable.")
sentence('arg-line', "fuzz.argLine: ''-Da=b' cannot be split into arguments, ")
sentence('corpus-directory', '1 target could not be run, see above: com.example.CleanFuzzTest#runs')
build.says('is not a directory: move it away, or configure another directory')
build.doesNotSay('MojoFailureException', 'at io.github.mavenfuzz')
