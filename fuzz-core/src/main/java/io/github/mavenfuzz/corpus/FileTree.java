package io.github.mavenfuzz.corpus;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;

/** The directories and files below a directory; symbolic links are followed, in a circle once. */
public final class FileTree {
  private final List<Path> directories = new ArrayList<>();
  private final List<Path> files = new ArrayList<>();

  private FileTree() {}

  /**
   * @param depth how many directories down to go; 0 for none but the root
   * @param problems hears a sentence about everything in it that cannot be read
   * @throws CorpusException when the root itself cannot be read
   */
  public static FileTree of(Path root, int depth, Consumer<String> problems)
      throws CorpusException {
    FileTree tree = new FileTree();
    try {
      // The files directly in the last directory are one step further down.
      int steps = depth == Integer.MAX_VALUE ? depth : depth + 1;
      EnumSet<FileVisitOption> links = EnumSet.of(FileVisitOption.FOLLOW_LINKS);
      Files.walkFileTree(root, links, steps, tree.new Visitor(root, problems));
    } catch (IOException e) {
      throw new CorpusException("cannot read " + root + " (" + e + "): make it readable", root, e);
    }
    Collections.sort(tree.directories);
    Collections.sort(tree.files);
    return tree;
  }

  /** The root and the directories in it, in order. */
  public List<Path> directories() {
    return Collections.unmodifiableList(directories);
  }

  /** All regular files, in order. */
  public List<Path> files() {
    return Collections.unmodifiableList(files);
  }

  private final class Visitor extends SimpleFileVisitor<Path> {
    private final Path root;
    private final Consumer<String> problems;

    Visitor(Path root, Consumer<String> problems) {
      this.root = root;
      this.problems = problems;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
      directories.add(directory);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile()) {
        files.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (file.equals(root)) {
        throw e;
      }
      if (!(e instanceof FileSystemLoopException)) {
        problems.accept(file + " cannot be read and is skipped: " + e + ".");
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, IOException e) {
      if (e != null) {
        problems.accept(directory + " cannot be read to its end: " + e + ".");
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
