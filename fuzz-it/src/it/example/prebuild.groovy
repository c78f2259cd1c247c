import java.nio.file.Files
import java.nio.file.Path

// A fresh copy of the example, without what runs of it have left there.
def leftOver = ~/target\/.*|\.fuzz\/.*|src\/test\/resources\/fuzz\/.*\/(crash|exit|oom|timeout)-[^\/]*/
def example = new File(basedir, '../../../example').toPath()
Files.walk(example).filter { Files.isRegularFile(it) }.forEach { Path file ->
  def name = example.relativize(file).toString()
  if (!(name ==~ leftOver)) {
    def copy = basedir.toPath().resolve(name)
    Files.createDirectories(copy.parent)
    Files.copy(file, copy)
  }
}
