package io.github.mavenfuzz.comm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.input.TargetPlace;
import io.github.mavenfuzz.type.LeafKind;
import io.github.mavenfuzz.type.RandomTypes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkerSettingsTest {
  private static final String SECRET = "0f".repeat(Endpoint.SECRET_LENGTH);

  @TempDir Path directory;

  static Stream<WorkerSettings> settings() {
    FuzzTarget plain = new FuzzTarget("a.B", "c", InputShape.of(LeafKind.BYTES));
    FuzzTarget odd =
        new FuzzTarget(
            "a.Größe$名前",
            "is it \"so\"?",
            InputShape.of(LeafKind.values()),
            new TargetPlace(
                List.of("a.Größe", "b.Base$名前"), "b.Contract", List.of("Ljava/lang/Object;")));
    return Stream.of(
        settings("/tmp/x", List.of(), List.of(), plain),
        settings("/tmp/two words/ ends with a blank ", List.of("**"), List.of(), plain),
        settings(" begins/with a blank", List.of(), List.of("a.*", "b.**"), plain),
        settings("C:\\Users\\x", List.of("a$*"), List.of("b$c"), plain),
        settings("/a=b:c#d!e/\t/\n/\r", List.of("#!=:"), List.of(" blank "), odd),
        settings("/größe/名前/\uD83D\uDE00", List.of("größe.**", "名前"), List.of("\\u0041"), odd));
  }

  private static WorkerSettings settings(
      String path, List<String> includes, List<String> excludes, FuzzTarget target) {
    return new WorkerSettings(
        path.contains("blank")
            ? new Endpoint.Loopback(65_535, SECRET)
            : new Endpoint.UnixSocket(Path.of(path, "socket"), SECRET),
        Path.of(path, "memory"),
        Path.of(path, "boot.jar"),
        includes,
        excludes,
        excludes.isEmpty() ? WorkerSettings.Insertion.TRACES : WorkerSettings.Insertion.PROBES,
        target,
        Long.MAX_VALUE,
        Integer.MAX_VALUE,
        includes.isEmpty() ? List.of() : List.of("", " --two words\n#", "größe"),
        includes.isEmpty() ? Map.of() : Map.of("größe", " a=b\n#", "empty", ""));
  }

  @ParameterizedTest
  @MethodSource("settings")
  void areReadAsTheyWereWritten(WorkerSettings settings) throws Exception {
    Path file = directory.resolve("settings");

    Files.write(file, settings.toBytes());

    assertThat(WorkerSettings.load(file)).isEqualTo(settings);
  }

  /** Else a JVM could not be replaced on a full disk. */
  @ParameterizedTest
  @MethodSource("settings")
  void areWrittenWithTheSameBytesEachTime(WorkerSettings settings) throws Exception {
    Path file = Files.write(directory.resolve("settings"), settings.toBytes());

    assertThat(WorkerSettings.load(file).toBytes()).isEqualTo(settings.toBytes());
  }

  /** A target may write to every file that it finds. */
  @ParameterizedTest
  @MethodSource("settings")
  void cannotBeReadWhenPartOfThemIsMissing(WorkerSettings settings) throws Exception {
    byte[] whole = settings.toBytes();
    Path file = directory.resolve("settings");

    for (int length = 0; length < whole.length; length += 3) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatIOException()
          .isThrownBy(() -> WorkerSettings.load(file))
          .withMessage(file + " does not hold the settings of a worker JVM");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void everyTypeIsReadAsItWasWritten(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 3000; i++) {
      InputShape shape =
          new InputShape(
              Stream.generate(() -> RandomTypes.next(3, random)).limit(1 + i % 3).toList());
      BinaryWriter out = new BinaryWriter();

      ShapeCodec.write(out, shape);

      assertThat(ShapeCodec.read(new BinaryReader(out.toBytes()))).isEqualTo(shape);
    }
  }

  @Test
  void cannotBeReadWhereThereIsNoFile() {
    assertThatIOException().isThrownBy(() -> WorkerSettings.load(directory.resolve("missing")));
  }
}
