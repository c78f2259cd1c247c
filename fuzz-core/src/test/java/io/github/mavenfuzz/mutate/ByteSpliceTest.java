package io.github.mavenfuzz.mutate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.slot.ByteRun;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ByteSpliceTest {

  /** The draws are those of the splice, a limit for a length among them: 0 is 8, 3 is anything. */
  @ParameterizedTest
  @CsvSource({
    "INSERT,     abcd, 1234, 1 0 1 2,     ab23cd",
    "INSERT,     abcd, 1234, 0 3 3 0,     1234abcd",
    "INSERT,     abcd, 1234, 3 0 0 4,     abcd4",
    "INSERT,     '',   1234, 2 0 1 0,     34",
    "OVERWRITE,  abcd, 1234, 1 1 0 1,     a23d",
    "OVERWRITE,  abcd, 1234, 0 3 3 0,     abc1",
    "OVERWRITE,  abcd, 1234, 0 0 3 3,     1234",
    "REPLACE,    abcd, 1234, 1 0 1 1 0 2, a234d",
    "REPLACE,    abcd, 1234, 0 3 3 2 0 0, 3",
    "REPLACE,    abcd, 1234, 3 0 0 0 1 3, abc1234",
    "CROSS_OVER, abcd, 1234, 2,           ab34",
    "CROSS_OVER, abcd, 12,   1,           a2",
    "CROSS_OVER, ab,   1234, 2,           ab34",
    "JOIN,       abcd, 1234, 3 1,         abc234",
    "JOIN,       abcd, 1234, 4 3,         abcd4",
    "JOIN,       '',   1234, 0 2,         34",
  })
  void takesAPiece(ByteSplice splice, String run, String donor, String draws, String expected) {
    ScriptedRandom random = random(draws);
    ByteRun target = run(run, 100);

    assertThat(splice.apply(target, run(donor, 100), random)).isTrue();

    assertThat(text(target)).isEqualTo(expected);
    assertThat(random.isUsedUp()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "INSERT,     abcd, 4, ab, ''",
    "INSERT,     abcd, 3, ab, ''",
    "OVERWRITE,  '',   9, ab, ''",
    "OVERWRITE,  abcd, 9, ab, 0 0 0 1",
    "REPLACE,    '',   9, ab, ''",
    "REPLACE,    abcd, 9, ab, 0 0 1 0 0 1",
    "CROSS_OVER, abcd, 9, abcd, 1",
    "JOIN,       abcd, 4, xx, 4 0",
    "JOIN,       abab, 9, ab, 2 0",
  })
  void doesNotApplyWhereThereIsNoRoomOrNothingWouldChange(
      ByteSplice splice, String run, int maxLength, String donor, String draws) {
    ScriptedRandom random = random(draws);
    ByteRun target = run(run, maxLength);

    assertThat(splice.apply(target, run(donor, 100), random)).isFalse();

    assertThat(text(target)).isEqualTo(run);
    assertThat(random.isUsedUp()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void keepsToTheLimitAndLeavesTheDonorAlone(ByteSplice splice) {
    PcgRandom random = new PcgRandom(1, 1);
    ByteRun donor = run("0123456789".repeat(30), 1000);
    for (int length = 0; length < 40; length++) {
      for (int i = 0; i < 200; i++) {
        String before = "x".repeat(length);
        ByteRun run = run(before, 20);
        boolean changed = splice.apply(run, donor, random);
        assertThat(text(run).equals(before)).isEqualTo(!changed);
        assertThat(run.length()).isLessThanOrEqualTo(Math.max(20, length));
      }
    }
    assertThat(text(donor)).isEqualTo("0123456789".repeat(30));
  }

  @Test
  void reachesEveryWayToPutTwoBytesAmongTwo() {
    Set<String> made = new TreeSet<>();
    PcgRandom random = new PcgRandom(1, 1);
    for (int i = 0; i < 2000; i++) {
      ByteRun run = run("ab", 100);
      ByteSplice splice = ByteSplice.values()[random.below(ByteSplice.values().length)];
      splice.apply(run, run("12", 100), random);
      made.add(text(run));
    }
    assertThat(made)
        .contains("1ab", "a1b", "ab1", "12ab", "a12b", "ab12", "12", "a2", "1b", "a12", "2");
  }

  private static ScriptedRandom random(String draws) {
    return new ScriptedRandom(
        draws.isEmpty()
            ? new int[0]
            : Arrays.stream(draws.split(" ")).mapToInt(Integer::parseInt).toArray());
  }

  private static ByteRun run(String content, int maxLength) {
    ByteRun run = new ByteRun(maxLength);
    run.set(content.getBytes(ISO_8859_1), content.length());
    return run;
  }

  private static String text(ByteRun run) {
    return new String(run.toArray(), ISO_8859_1);
  }
}
