import io.github.mavenfuzz.it.Builds

def build = new Builds(basedir).first()
build.fails('[ERROR]   java.lang.IllegalStateException: without JUnit\n', '[ERROR]   Input (')
build.doesNotSay('COMPILATION', '[WARNING]')
