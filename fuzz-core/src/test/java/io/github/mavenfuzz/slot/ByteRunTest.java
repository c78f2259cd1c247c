package io.github.mavenfuzz.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ByteRunTest {

  @Test
  void isEmptyAtFirst() {
    ByteRun run = new ByteRun(100);
    assertThat(run.length()).isZero();
    assertThat(run.toArray()).isEmpty();
    assertThat(run.maxLength()).isEqualTo(100);
  }

  @Test
  void takesTheGivenPartOfAnArray() {
    ByteRun run = run(100, 1, 2, 3);
    run.set(new byte[] {4, 5, 6}, 2);
    assertThat(run.toArray()).containsExactly(4, 5);
  }

  @Test
  void copiesWhatItIsGivenAndWhatItGives() {
    byte[] content = {1, 2, 3};
    ByteRun run = new ByteRun(10);
    run.set(content, 3);
    content[0] = 9;
    run.toArray()[1] = 9;
    assertThat(run.toArray()).containsExactly(1, 2, 3);
  }

  @Test
  void opensAGapThatShiftsTheRest() {
    ByteRun run = run(100, 1, 2, 3);
    run.insertGap(1, 2);
    run.array()[1] = 8;
    run.array()[2] = 9;
    assertThat(run.toArray()).containsExactly(1, 8, 9, 2, 3);
  }

  @Test
  void opensAGapAtTheEnd() {
    ByteRun run = run(100, 1, 2, 3);
    run.insertGap(3, 1);
    run.array()[3] = 9;
    assertThat(run.toArray()).containsExactly(1, 2, 3, 9);
  }

  @Test
  void keepsItsContentWhenTheArrayGrows() {
    ByteRun run = run(10_000, 1, 2);
    run.insertGap(1, 9_998);
    assertThat(run.length()).isEqualTo(10_000);
    assertThat(run.array()[0]).isEqualTo((byte) 1);
    assertThat(run.array()[9_999]).isEqualTo((byte) 2);
  }

  @Test
  void growsToItsMaximumAndNoFurther() {
    ByteRun run = run(5, 1, 2, 3);
    assertThat(run.hasRoomFor(2)).isTrue();
    assertThat(run.hasRoomFor(3)).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> run.insertGap(0, 3))
        .withMessage("3 + 3 bytes exceed 5");
    assertThat(run.toArray()).containsExactly(1, 2, 3);
    run.insertGap(0, 2);
    assertThat(run.length()).isEqualTo(5);
  }

  @Test
  void hasNoRoomForMoreThanAnArrayCanHold() {
    assertThat(run(5, 1, 2, 3).hasRoomFor(Integer.MAX_VALUE)).isFalse();
    assertThat(run(Integer.MAX_VALUE, 1, 2, 3).hasRoomFor(Integer.MAX_VALUE)).isFalse();
  }

  @Test
  void takesASeedThatIsTooLongButDoesNotGrowIt() {
    ByteRun run = run(2, 1, 2, 3, 4);
    assertThat(run.toArray()).containsExactly(1, 2, 3, 4);
    assertThat(run.hasRoomFor(1)).isFalse();
    run.remove(0, 3);
    assertThat(run.toArray()).containsExactly(4);
    assertThat(run.hasRoomFor(1)).isTrue();
  }

  @Test
  void mayHaveAMaximumOfZero() {
    ByteRun run = new ByteRun(0);
    assertThat(run.hasRoomFor(1)).isFalse();
    run.set(new byte[] {7}, 1);
    assertThat(run.toArray()).containsExactly(7);
  }

  @Test
  void refusesANegativeMaximum() {
    assertThatIllegalArgumentException().isThrownBy(() -> new ByteRun(-1));
  }

  @Test
  void removesARange() {
    ByteRun run = run(10, 1, 2, 3, 4);
    run.remove(1, 3);
    assertThat(run.toArray()).containsExactly(1, 4);
    run.remove(1, 2);
    assertThat(run.toArray()).containsExactly(1);
    run.remove(0, 0);
    assertThat(run.toArray()).containsExactly(1);
    run.remove(0, 1);
    assertThat(run.toArray()).isEmpty();
  }

  @Test
  void replacesARangeByAPartOfAnother() {
    ByteRun other = run(10, 7, 8, 9);
    ByteRun run = run(5, 1, 2, 3, 4);
    run.replace(1, 3, other, 0, 3);
    assertThat(run.toArray()).containsExactly(1, 7, 8, 9, 4);
    run.replace(0, 4, other, 2, 1);
    assertThat(run.toArray()).containsExactly(9, 4);
    run.replace(2, 2, other, 1, 2);
    assertThat(run.toArray()).containsExactly(9, 4, 8, 9);
    run.replace(0, 4, other, 0, 0);
    assertThat(run.toArray()).isEmpty();
    assertThat(other.toArray()).containsExactly(7, 8, 9);
  }

  @Test
  void isTheSameAsAnotherWithItsBytes() {
    ByteRun run = run(5, 1, 2, 3);
    run.remove(2, 3);
    assertThat(run.isSame(run(9, 1, 2))).isTrue();
    assertThat(run.isSame(run(9, 1, 2, 3))).isFalse();
    assertThat(run.isSame(run(9, 1, 3))).isFalse();
  }

  private static ByteRun run(int maxLength, int... content) {
    byte[] bytes = new byte[content.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) content[i];
    }
    ByteRun run = new ByteRun(maxLength);
    run.set(bytes, bytes.length);
    return run;
  }
}
