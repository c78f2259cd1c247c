package io.github.mavenfuzz.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.type.Bounds;
import io.github.mavenfuzz.type.LeafKind;
import io.github.mavenfuzz.type.LeafType;
import io.github.mavenfuzz.type.NullableType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class JazzerDirectoriesTest {
  private static final InputShape BYTES = InputShape.of(LeafKind.BYTES);

  @TempDir private Path project;

  private final List<String> problems = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({
    "com.example.ParserFuzz, com/example/ParserFuzzInputs",
    "com.example.Outer$Inner, com/example/InnerInputs",
    "com.example.Outer$Inner$Deep, com/example/DeepInputs",
    "InNoPackage, InNoPackageInputs"
  })
  void namesTheDirectoryOfAClassAsJazzerDoes(String className, String directory) {
    assertThat(new FuzzTarget(className, "m", BYTES).jazzersResource()).isEqualTo(directory);
  }

  @Test
  void readsTheFilesOfTheClassAndAllBelowThatOfTheMethod() throws Exception {
    write("src/test/resources/p/FInputs/shared");
    write("src/test/resources/p/FInputs/.hidden");
    write("src/test/resources/p/FInputs/m/crash-1");
    write("src/test/resources/p/FInputs/m/deep/er/2");
    write("src/test/resources/p/FInputs/other/3");
    write("more/p/FInputs/m/4");
    write(".cifuzz-corpus/p.F/m/5");
    write(".cifuzz-corpus/p.F/other/6");
    JazzerInputs inputs = inputs(BYTES);

    assertThat(inputs.seeds(problems::add))
        .allMatch(CorpusEntry::seed)
        .map(e -> new String(e.content()))
        .containsExactly("shared", "crash-1", "2", "4");
    assertThat(inputs.corpus(problems::add))
        .noneMatch(CorpusEntry::seed)
        .map(e -> new String(e.content()))
        .containsExactly("5");
    assertThat(problems).isEmpty();
  }

  @Test
  void findsNothingWhereJazzerWasNotUsed() throws Exception {
    JazzerInputs inputs = inputs(InputShape.of(LeafKind.INT));

    assertThat(inputs.seeds(problems::add)).isEmpty();
    assertThat(inputs.corpus(problems::add)).isEmpty();
    assertThat(problems).isEmpty();
  }

  static Stream<InputShape> typed() {
    return Stream.of(
        InputShape.of(LeafKind.STRING),
        InputShape.of(LeafKind.BYTES, LeafKind.INT),
        new InputShape(
            List.of(new NullableType(new LeafType(LeafKind.BYTES, false, Bounds.NONE), false))));
  }

  @ParameterizedTest
  @MethodSource("typed")
  void saysOnceForEachDirectoryThatTypedValuesCannotBeRead(InputShape shape) throws Exception {
    write("more/p/FInputs/m/1");
    write("more/p/FInputs/m/2");
    write("more/p/FInputs/m/deep/3");
    write(".cifuzz-corpus/p.F/m/4");
    JazzerInputs inputs = inputs(shape);

    assertThat(inputs.seeds(problems::add)).isEmpty();
    assertThat(inputs.corpus(problems::add)).isEmpty();

    String reason =
        " files are skipped, because only Jazzer can read the form in which it keeps values of"
            + " other types than byte[] and FuzzedDataProvider";
    assertThat(problems)
        .containsExactly(
            project.resolve("more/p/FInputs/m") + ": its 3" + reason,
            project.resolve(".cifuzz-corpus/p.F/m") + ": its 1" + reason);
  }

  @Test
  void readsTheBytesOfProviders() throws Exception {
    write(".cifuzz-corpus/p.F/m/1");

    assertThat(inputs(InputShape.of(LeafKind.FUZZED_DATA)).corpus(problems::add)).hasSize(1);
  }

  private JazzerInputs inputs(InputShape shape) {
    return new JazzerDirectories(
            List.of(
                ResourceFolder.ofRoot(project.resolve("src/test/resources")),
                ResourceFolder.ofRoot(project.resolve("more"))),
            project.resolve(".cifuzz-corpus"))
        .of(new FuzzTarget("p.F", "m", shape));
  }

  /** A file whose content is its name. */
  private void write(String file) throws IOException {
    Path path = project.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, path.getFileName().toString());
  }
}
