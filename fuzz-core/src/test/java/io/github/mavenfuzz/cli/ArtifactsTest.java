package io.github.mavenfuzz.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mavenfuzz.failure.FailureKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArtifactsTest {
  private static final byte[] ABC = "abc".getBytes(UTF_8);
  private static final String SHA1 = "a9993e364706816aba3e25717850c26c9cd0d89d";

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "EXCEPTION, crash-",
    "EXIT, crash-",
    "SIGNAL, crash-",
    "HANG, timeout-",
    "OUT_OF_MEMORY, oom-"
  })
  void areNamedByKindAndSha1(FailureKind kind, String prefix) throws Exception {
    assertThat(artifacts().crasher(kind, ABC)).isEqualTo("./" + prefix + SHA1);
    assertThat(artifacts().minimized(ABC)).isEqualTo("./minimized-from-" + SHA1);
  }

  @Test
  void areWrittenWhereTheyAreNamed() throws Exception {
    Artifacts artifacts = artifacts();

    Path file = artifacts.write(artifacts.crasher(FailureKind.HANG, ABC), ABC);

    assertThat(file).isEqualTo(directory.resolve("timeout-" + SHA1)).hasContent("abc");
    assertThat(artifacts.writeAside("suspect-", ABC))
        .isEqualTo(directory.resolve("suspect-" + SHA1))
        .hasContent("abc");
  }

  @Test
  void thePrefixIsNotNecessarilyADirectory() throws Exception {
    Files.createDirectory(directory.resolve("out"));

    Artifacts part = artifacts("-artifact_prefix=out/run1-");
    Artifacts whole = artifacts("-artifact_prefix=out/");

    assertThat(part.crasher(FailureKind.HANG, ABC)).isEqualTo("out/run1-timeout-" + SHA1);
    assertThat(part.directory()).isEqualTo(directory.resolve("out"));
    assertThat(part.write(part.crasher(FailureKind.HANG, ABC), ABC))
        .isEqualTo(directory.resolve("out/run1-timeout-" + SHA1));
    assertThat(whole.directory()).isEqualTo(directory.resolve("out"));
  }

  @Test
  void anExactPathWinsAndReplacesWhatIsThere() throws Exception {
    Path file = Files.writeString(directory.resolve("there"), "before");
    Artifacts artifacts = artifacts("-exact_artifact_path=there");

    assertThat(artifacts.crasher(FailureKind.HANG, ABC)).isEqualTo("there");
    assertThat(artifacts.write("there", ABC)).isEqualTo(file).hasContent("abc");
  }

  @Test
  void onlyTheFirstCrasherHasTheExactPath() throws Exception {
    Artifacts artifacts = artifacts("-exact_artifact_path=there");
    byte[] other = {1};

    artifacts.write(artifacts.crasher(FailureKind.HANG, ABC), ABC);
    Path second = artifacts.write(artifacts.crasher(FailureKind.EXCEPTION, other), other);

    assertThat(artifacts.crasher(FailureKind.HANG, ABC)).isEqualTo("there");
    assertThat(directory.resolve("there")).hasContent("abc");
    assertThat(second.getFileName().toString()).startsWith("crash-");
    assertThat(second).hasBinaryContent(other);
  }

  @ParameterizedTest
  @CsvSource({
    "-artifact_prefix=missing/",
    "-artifact_prefix=missing/x",
    "-exact_artifact_path=missing/x"
  })
  void aMissingDirectoryIsAnErrorUnlessItMayBeMade(String flag) throws Exception {
    assertThatThrownBy(() -> artifacts(flag))
        .isInstanceOf(UsageException.class)
        .hasMessageMatching(
            "The required directory \".*missing/?\" does not exist;"
                + " make it, or add -create_missing_dirs=1.");

    artifacts(flag, "-create_missing_dirs=1");

    assertThat(directory.resolve("missing")).isDirectory();
  }

  private Artifacts artifacts(String... flags) throws UsageException {
    return Artifacts.of(Arguments.parse(List.of(flags)), directory);
  }
}
