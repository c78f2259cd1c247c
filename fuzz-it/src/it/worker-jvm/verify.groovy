import io.github.mavenfuzz.it.Builds

new Builds(basedir).first().succeeds('#hasWhatIsConfigured: no findings in 100 runs')
