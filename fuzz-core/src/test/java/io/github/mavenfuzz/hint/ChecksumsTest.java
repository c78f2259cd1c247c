package io.github.mavenfuzz.hint;

import static io.github.mavenfuzz.hint.Sample.open;
import static io.github.mavenfuzz.hint.Sample.traced;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.boot.Comparison.Relation;
import io.github.mavenfuzz.mutate.Hint;
import io.github.mavenfuzz.slot.MutableInput;
import io.github.mavenfuzz.slot.Slots;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/** A target that looks at its payload when the CRC-32 in front of it is right. */
class ChecksumsTest {
  private static final int FIELD = Integer.BYTES;

  private static TracedRun run(MutableInput input) {
    byte[] bytes = (byte[]) input.arguments()[0];
    List<Traced> comparisons = new ArrayList<>();
    long stored = ByteBuffer.wrap(bytes).getInt() & 0xFFFF_FFFFL;
    long actual = crc(new String(bytes, FIELD, bytes.length - FIELD, ISO_8859_1));
    comparisons.add(open(1, Relation.NUMBERS, actual, stored));
    if (stored == actual) {
      String payload = new String(bytes, FIELD, bytes.length - FIELD, ISO_8859_1);
      comparisons.add(traced(2, Relation.START, payload, "MAGIC"));
    }
    return Sample.run(comparisons);
  }

  private static long crc(String payload) {
    CRC32 crc = new CRC32();
    crc.update(payload.getBytes(ISO_8859_1));
    return crc.getValue();
  }

  private static String withChecksum(String payload) {
    byte[] field = ByteBuffer.allocate(FIELD).putInt((int) crc(payload)).array();
    return new String(field, ISO_8859_1) + payload;
  }

  @Test
  void keepsAChecksumRightWhenWhatItIsOfChanges() {
    MutableInput input = Sample.bytes(withChecksum("payload"));

    HintFinder finder = Sample.finder(input, run(input).comparisons(), ChecksumsTest::run);

    assertThat(Sample.outcomes(input, finder.hints().subList(0, finder.promising())))
        .contains(withChecksum("MAGICad"), withChecksum("MAGICpayload"));
  }

  @Test
  void repairsTheHintsThatItIsGiven() {
    MutableInput input = Sample.bytes(withChecksum("payload"));
    Hint insert = Hint.of(new Hint.Edit(0, FIELD, FIELD, new byte[] {'x'}));

    assertThat(Sample.outcomes(input, repaired(input, insert)))
        .containsExactly(withChecksum("xpayload"));
  }

  @Test
  void leavesAloneWhatChangesTheChecksumItself() {
    MutableInput input = Sample.bytes(withChecksum("payload"));
    Hint part = Hint.of(new Hint.Edit(0, 1, 5, new byte[] {'x'}));
    Hint whole = Hint.of(Hint.Edit.whole(0, Slots.form(Sample.bytes("12345678").slot(0))));

    assertThat(repaired(input, part)).isEmpty();
    assertThat(repaired(input, whole)).isEmpty();
  }

  @Test
  void runsNothingWithoutAChecksum() {
    MutableInput input = Sample.bytes("\0\0\0\0payload");
    Hint hint = Hint.of(new Hint.Edit(0, FIELD, FIELD, new byte[] {'x'}));
    VariedRuns none =
        varied -> {
          throw new AssertionError("not to be run");
        };

    assertThat(
            new Checksums(input, Slots.of(input))
                .repair(run(input).comparisons(), List.of(hint), none))
        .isEmpty();
  }

  private static List<Hint> repaired(MutableInput input, Hint hint) {
    return new Checksums(input, Slots.of(input))
        .repair(run(input).comparisons(), List.of(hint), ChecksumsTest::run);
  }
}
