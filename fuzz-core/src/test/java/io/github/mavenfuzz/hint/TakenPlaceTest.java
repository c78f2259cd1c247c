package io.github.mavenfuzz.hint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.jazzer.BytesDataProvider;
import io.github.mavenfuzz.jazzer.TakenLog;
import io.github.mavenfuzz.jazzer.TracedDataProvider;
import io.github.mavenfuzz.mutate.Hint;
import io.github.mavenfuzz.mutate.HintMutation;
import io.github.mavenfuzz.slot.MutableInput;
import io.github.mavenfuzz.slot.Slots;
import io.github.mavenfuzz.type.LeafKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What is put in the place of a value that was taken is taken in the next run. */
class TakenPlaceTest {
  private static final int SEQUENCES = 20_000;
  private static final int MAX_CALLS = 6;
  private static final String TEXT = "ab\\\u00E9\u20AC\0";

  /**
   * A call of a provider.
   *
   * @param call answers a {@code Long}, {@code Double} or {@code String}
   * @param wanted another value of it, which need not be possible
   * @param precision how near a number comes to a wanted one
   */
  private record Call(Function<FuzzedDataProvider, Object> call, Object wanted, double precision) {}

  @Test
  void theWantedValueIsTakenAndThoseBeforeItAreAsTheyWere() {
    int hints = 0;
    for (int seed = 0; seed < SEQUENCES; seed++) {
      Random random = new Random(seed);
      byte[] data = new byte[random.nextInt(24)];
      random.nextBytes(data);
      List<Call> calls = calls(random);
      hints += check(data, calls, random.nextInt(calls.size())) ? 1 : 0;
    }
    assertThat(hints).isGreaterThan(SEQUENCES / 2);
  }

  /** Whether there was a hint for a call. */
  private static boolean check(byte[] data, List<Call> calls, int which) {
    MutableInput input = Sample.of(InputShape.of(LeafKind.FUZZED_DATA), data);
    TakenLog log = new TakenLog();
    FuzzedDataProvider traced = new TracedDataProvider(data, log);
    List<Object> before = new ArrayList<>();
    for (int i = 0; i <= which; i++) {
      before.add(calls.get(i).call.apply(traced));
    }
    List<Place> places = TakenPlace.of(log.drain(), Slots.of(input));
    Place place = places.isEmpty() ? null : places.get(places.size() - 1);
    if (place == null || !place.value().equals(before.get(which))) {
      return false; // takes no bytes, or is one of parts
    }
    Hint hint = place.put(calls.get(which).wanted);
    if (hint == null) {
      return false;
    }
    HintMutation.apply(input, hint);
    FuzzedDataProvider after = new BytesDataProvider((byte[]) input.arguments()[0]);
    for (int i = 0; i < which; i++) {
      assertThat(calls.get(i).call.apply(after)).as("the value %d", i).isEqualTo(before.get(i));
    }
    assertIs(calls.get(which).call.apply(after), calls.get(which));
    return true;
  }

  private static void assertIs(Object value, Call call) {
    if (call.wanted instanceof Double wanted) {
      assertThat((Double) value).isCloseTo(wanted, within(call.precision));
    } else {
      assertThat(value).isEqualTo(call.wanted);
    }
  }

  private static List<Call> calls(Random random) {
    List<Call> calls = new ArrayList<>();
    for (int n = random.nextInt(MAX_CALLS); n >= 0; n--) {
      calls.add(call(random));
    }
    return calls;
  }

  private static Call call(Random random) {
    return switch (random.nextInt(14)) {
      case 0 -> new Call(p -> p.consumeBoolean() ? 1L : 0L, (long) random.nextInt(3), 0);
      case 1 -> new Call(p -> (long) p.consumeByte(), (long) random.nextInt(300) - 140, 0);
      case 2 -> new Call(p -> (long) p.consumeShort(), (long) (short) random.nextInt(), 0);
      case 3 -> new Call(p -> (long) p.consumeCharNoSurrogates(), wide(random, 16), 0);
      case 4 -> new Call(p -> (long) p.consumeInt(), (long) random.nextInt(), 0);
      case 5 -> new Call(FuzzedDataProvider::consumeLong, random.nextLong(), 0);
      case 6 -> new Call(FuzzedDataProvider::consumeProbabilityDouble, random.nextDouble(), 1e-12);
      case 7 -> new Call(p -> (double) p.consumeFloat(), 1.0, 0); // of parts
      case 8, 9 -> range(random);
      case 10 -> {
        float min = random.nextFloat() * 100 - 50;
        float max = min + 1 + random.nextFloat() * 100;
        double wanted = min + (max - min) * random.nextDouble();
        yield new Call(p -> (double) p.consumeRegularFloat(min, max), wanted, 1e-3);
      }
      default -> string(random);
    };
  }

  private static long wide(Random random, int bits) {
    return random.nextLong() >>> Long.SIZE - bits;
  }

  private static Call range(Random random) {
    long one = random.nextLong() >> random.nextInt(Long.SIZE);
    long other = random.nextLong() >> random.nextInt(Long.SIZE);
    long min = Math.min(one, other);
    long max = Math.max(one, other);
    long wanted = random.nextBoolean() ? max : min + Math.floorMod(random.nextLong(), 1000);
    return switch (random.nextInt(3)) {
      case 0 -> {
        byte least = (byte) Math.min((byte) min, (byte) max);
        byte most = (byte) Math.max((byte) min, (byte) max);
        yield new Call(p -> (long) p.consumeByte(least, most), (long) (byte) wanted, 0);
      }
      case 1 -> {
        int least = Math.min((int) min, (int) max);
        int most = Math.max((int) min, (int) max);
        yield new Call(p -> (long) p.consumeInt(least, most), (long) (int) wanted, 0);
      }
      default -> new Call(p -> p.consumeLong(min, max), wanted, 0);
    };
  }

  private static Call string(Random random) {
    int maxLength = random.nextInt(10);
    StringBuilder wanted = new StringBuilder();
    for (int n = random.nextInt(5); n > 0; n--) {
      wanted.append(TEXT.charAt(random.nextInt(TEXT.length())));
    }
    return random.nextBoolean()
        ? new Call(p -> p.consumeString(maxLength), wanted.toString(), 0)
        : new Call(p -> p.consumeAsciiString(maxLength), wanted.toString(), 0);
  }

  @Test
  void aNumberThatFoundNoBytesGetsSomeBehindATextThatTookAll() {
    byte[] data = "name".getBytes(UTF_8);
    TakenLog log = new TakenLog();
    FuzzedDataProvider provider = new TracedDataProvider(data, log);
    provider.consumeString(100);
    provider.consumeInt();
    MutableInput input = Sample.of(InputShape.of(LeafKind.FUZZED_DATA), data);

    Hint hint = TakenPlace.of(log.drain(), Slots.of(input)).get(1).put(0x61626364L);
    HintMutation.apply(input, hint);

    assertThat(Sample.first(input)).isEqualTo("name\\\0dcba");
  }

  @Test
  void hasNoHintForAnImpossibleValue() {
    byte[] data = {0, 0};
    TakenLog log = new TakenLog();
    new TracedDataProvider(data, log).consumeInt(0, 1000);
    MutableInput input = Sample.of(InputShape.of(LeafKind.FUZZED_DATA), data);

    assertThat(TakenPlace.of(log.drain(), Slots.of(input)).get(0).put(1001L)).isNull();
  }
}
