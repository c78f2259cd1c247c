package io.github.mavenfuzz.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/** Files and classes among the compiled tests that are something else, or not what they seem. */
class OddFilesTest {
  @TempDir private Path classes;

  @BeforeEach
  void compile() {
    new CompiledProject(classes)
        .source("class Good { @FuzzTest void fine(int i) {} }")
        .source("class Twin { @FuzzTest void bad(int i) {} @FuzzTest void good(int i) {} }")
        .compile();
  }

  @Test
  void seedsAreData() throws IOException {
    Path seeds = Files.createDirectories(classes.resolve("fuzz/p.Good/fine"));
    Files.write(seeds.resolve("Cut.class"), new byte[] {(byte) 0xCA, (byte) 0xFE});
    Files.copy(classes.resolve("p/Good.class"), seeds.resolve("Good.class"));

    TargetScan scan = scan();

    assertThat(scan.targets()).hasSize(3);
    assertThat(scan.warnings()).isEmpty();
  }

  @Test
  void aFolderMayHaveTheNameOfAClass() throws IOException {
    Files.createDirectories(classes.resolve("p/Folder.class"));

    assertThat(scan().warnings()).isEmpty();
  }

  @Test
  void aHugeFileIsNotRead() throws IOException {
    Path huge = classes.resolve("Huge.class");
    try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
      file.setLength(3L << 30);
    }

    assertThat(Scans.warnings(scan()))
        .containsExactly(
            "the class file " + huge + " is too large to be one, so its targets are not found");
  }

  @Test
  void aMethodWhoseSignatureIsCorruptHidesNoOther() throws IOException {
    change("Twin", node -> node.methods.get(1).signature = "(TX;");

    TargetScan scan = scan();

    assertThat(Scans.targets(scan)).containsExactly("p.Good#fine(int)", "p.Twin#good(int)");
    assertThat(Scans.problems(scan))
        .containsExactly("the class file of p.Twin#bad is corrupt; compile it again");
  }

  @Test
  void aClassWhoseSignatureIsCorruptHasItsTargets() throws IOException {
    change("Twin", node -> node.signature = "<T");

    assertThat(scan().targets()).hasSize(3);
  }

  @Test
  void aClassMayExtendItselfOrWhatIsMissing() throws IOException {
    change("Good", node -> node.superName = "p/Good");
    change("Twin", node -> node.superName = "p/Missing");

    assertThat(scan().targets()).hasSize(3);
  }

  @Test
  void aClassThatACompilerWroteHasNoTargets() throws IOException {
    change("Twin", node -> node.access |= Opcodes.ACC_SYNTHETIC);

    assertThat(Scans.targets(scan())).containsExactly("p.Good#fine(int)");
  }

  /** Kotlin's method with the types of a class in the place of an inherited default method. */
  @Test
  void aBridgeThatIsNotSyntheticIsATarget() throws IOException {
    change("Good", node -> node.methods.get(1).access |= Opcodes.ACC_BRIDGE);
    change(
        "Twin", node -> node.methods.get(1).access |= Opcodes.ACC_BRIDGE | Opcodes.ACC_SYNTHETIC);

    assertThat(Scans.targets(scan())).containsExactly("p.Good#fine(int)", "p.Twin#good(int)");
  }

  /** What a user has not asked for is no concern of theirs. */
  @Test
  void areToldOfWhenTheyAreAskedForOnly() throws IOException {
    Files.writeString(Files.createDirectories(classes.resolve("data")).resolve("Cut.class"), "cut");
    change("Twin", node -> node.methods.get(1).desc = "()V");

    TargetScan scan = scan();

    assertThat(scan.select(new TargetSelector(null)).warnings()).hasSize(1);
    assertThat(scan.select(new TargetSelector("Good")))
        .isEqualTo(new TargetScan(List.of(scan.targets().get(0)), List.of(), List.of()));
    assertThat(scan.select(new TargetSelector("Twin#bad")).unusable()).hasSize(1);
    assertThat(scan.select(new TargetSelector("Cut")).warnings()).hasSize(1);
  }

  private interface Change {
    void apply(ClassNode node);
  }

  private void change(String className, Change change) throws IOException {
    Path file = classes.resolve("p").resolve(className + ".class");
    ClassNode node = new ClassNode();
    new ClassReader(Files.readAllBytes(file)).accept(node, 0);
    change.apply(node);
    ClassWriter writer = new ClassWriter(0);
    node.accept(writer);
    Files.write(file, writer.toByteArray());
  }

  private TargetScan scan() {
    return TargetFinder.scan(List.of(classes), List.of());
  }
}
