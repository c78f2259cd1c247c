package io.github.mavenfuzz.jazzer;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds our provider to Jazzer's own, a native library: same bytes and same calls, same values,
 * same exceptions, same bytes left after each call. Other processors may round the last bit of a
 * float in a range otherwise, so the truth is the library for x86-64.
 */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class SameAsJazzerTest {
  private static final int SEQUENCES = 40_000;
  private static final int MAX_CALLS = 25;

  private static NativeProvider jazzers;

  @BeforeAll
  static void loadJazzers(@TempDir Path directory) throws Exception {
    jazzers = new NativeProvider(directory);
  }

  @AfterAll
  static void unloadJazzers() {
    jazzers.close();
  }

  @Test
  void makesTheSameValuesOfTheSameBytes() throws Exception {
    for (int seed = 0; seed < SEQUENCES; seed++) {
      compare(seed);
    }
  }

  private static void compare(int seed) throws Exception {
    Random random = new Random(seed);
    byte[] data = RandomBytes.next(random);
    FuzzedDataProvider ours = new BytesDataProvider(data);
    FuzzedDataProvider theirs = jazzers.of(data);
    List<String> calls = new ArrayList<>();
    try {
      for (int n = random.nextInt(MAX_CALLS); n >= 0; n--) {
        RandomCall call = RandomCall.next(random);
        calls.add(call.text());
        String expected = call.outcome(theirs);
        String actual = call.outcome(ours);
        if (!actual.equals(expected)) {
          assertThat(actual)
              .as("seed %d, bytes %s, calls %s", seed, HexFormat.of().formatHex(data), calls)
              .isEqualTo(expected);
        }
      }
    } finally {
      ((AutoCloseable) theirs).close();
    }
  }

  @Test
  void triesEveryMethodOfTheInterface() {
    Random random = new Random(1);
    Set<String> tried =
        random
            .ints(2000)
            .mapToObj(n -> RandomCall.next(random).text().replaceAll("\\(.*", ""))
            .collect(Collectors.toSet());

    assertThat(tried)
        .containsAll(
            Arrays.stream(FuzzedDataProvider.class.getMethods()).map(Method::getName).toList());
  }
}
