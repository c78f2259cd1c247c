import io.github.mavenfuzz.it.Builds
import io.github.mavenfuzz.it.FreshClone

def build = new Builds(basedir).first()
build.fails('[ERROR]   java.lang.IllegalStateException: without JUnit\n', '[ERROR]   Input (')
build.doesNotSay('COMPILATION', '[WARNING]')

new FreshClone(basedir, localRepositoryPath).reproduces(new Builds(basedir).first())
