package io.github.mavenfuzz.jazzer;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * One call of a provider's method with random arguments, ordinary ones and those at the edges.
 *
 * @param text the call as one would write it
 * @param call answers what can be compared with {@code equals}
 */
record RandomCall(String text, Function<FuzzedDataProvider, Object> call) {
  private static final long[] EDGES = {
    0,
    1,
    -1,
    2,
    127,
    128,
    -128,
    255,
    256,
    32767,
    65535,
    65536,
    Integer.MAX_VALUE,
    Integer.MIN_VALUE,
    1L << 32,
    (1L << 32) - 1,
    Long.MAX_VALUE,
    Long.MIN_VALUE
  };
  private static final double[] ODD = {
    0,
    -0.0,
    1,
    -1,
    0.1,
    1e-300,
    Double.MAX_VALUE,
    -Double.MAX_VALUE,
    Double.MIN_VALUE,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.NaN,
    1e38,
    -1e38,
    Float.MAX_VALUE
  };
  private static final List<Function<Random, RandomCall>> CALLS = calls();

  static int kinds() {
    return CALLS.size();
  }

  /** A call of a random method. */
  static RandomCall next(Random random) {
    return CALLS.get(random.nextInt(CALLS.size())).apply(random);
  }

  /** What the call does: its result, or the type of what it throws, and the bytes left. */
  String outcome(FuzzedDataProvider provider) {
    Object result;
    try {
      result = call.apply(provider);
    } catch (RuntimeException e) {
      result = e.getClass();
    }
    return show(result) + ", " + provider.remainingBytes() + " left";
  }

  private static String show(Object result) {
    if (result instanceof String text) {
      StringBuilder units = new StringBuilder();
      text.chars()
          .forEach(c -> units.append(c < ' ' || c > '~' ? "\\u%04X".formatted(c) : (char) c));
      return text.length() + ":" + units;
    }
    if (result instanceof boolean[] booleans) {
      // Jazzer's have the raw bytes as elements, which Arrays would compare.
      return IntStream.range(0, booleans.length).mapToObj(i -> booleans[i] ? "1" : "0").toList()
          + "";
    }
    // Also elements of arrays; and a float as its shortest decimal form is as good as its bits.
    String deep = Arrays.deepToString(new Object[] {result});
    return result == null ? deep : result.getClass().getSimpleName() + deep;
  }

  private static List<Function<Random, RandomCall>> calls() {
    List<Function<Random, RandomCall>> calls = new ArrayList<>();
    plain(calls, "consumeBoolean", FuzzedDataProvider::consumeBoolean);
    plain(calls, "consumeByte", FuzzedDataProvider::consumeByte);
    plain(calls, "consumeShort", FuzzedDataProvider::consumeShort);
    plain(calls, "consumeChar", FuzzedDataProvider::consumeChar);
    plain(calls, "consumeCharNoSurrogates", FuzzedDataProvider::consumeCharNoSurrogates);
    plain(calls, "consumeInt", FuzzedDataProvider::consumeInt);
    plain(calls, "consumeLong", FuzzedDataProvider::consumeLong);
    plain(calls, "consumeFloat", FuzzedDataProvider::consumeFloat);
    plain(calls, "consumeRegularFloat", FuzzedDataProvider::consumeRegularFloat);
    plain(calls, "consumeProbabilityFloat", FuzzedDataProvider::consumeProbabilityFloat);
    plain(calls, "consumeDouble", FuzzedDataProvider::consumeDouble);
    plain(calls, "consumeRegularDouble", FuzzedDataProvider::consumeRegularDouble);
    plain(calls, "consumeProbabilityDouble", FuzzedDataProvider::consumeProbabilityDouble);
    plain(calls, "remainingBytes", FuzzedDataProvider::remainingBytes);
    rarely(calls, "consumeRemainingAsBytes", FuzzedDataProvider::consumeRemainingAsBytes);
    rarely(calls, "consumeRemainingAsString", FuzzedDataProvider::consumeRemainingAsString);
    rarely(
        calls, "consumeRemainingAsAsciiString", FuzzedDataProvider::consumeRemainingAsAsciiString);
    addRanges(calls);
    addArrays(calls);
    addPicks(calls);
    return calls;
  }

  private static void addRanges(List<Function<Random, RandomCall>> calls) {
    range(calls, "consumeByte", (p, r) -> p.consumeByte((byte) r.from, (byte) r.to));
    range(calls, "consumeShort", (p, r) -> p.consumeShort((short) r.from, (short) r.to));
    range(calls, "consumeChar", (p, r) -> p.consumeChar((char) r.from, (char) r.to));
    range(calls, "consumeInt", (p, r) -> p.consumeInt((int) r.from, (int) r.to));
    range(calls, "consumeLong", (p, r) -> p.consumeLong(r.from, r.to));
    calls.add(
        random -> {
          float min = (float) odd(random);
          float max = (float) odd(random);
          return new RandomCall(
              "consumeRegularFloat(" + min + ", " + max + ")",
              p -> p.consumeRegularFloat(min, max));
        });
    calls.add(
        random -> {
          double min = odd(random);
          double max = odd(random);
          return new RandomCall(
              "consumeRegularDouble(" + min + ", " + max + ")",
              p -> p.consumeRegularDouble(min, max));
        });
  }

  private static void addArrays(List<Function<Random, RandomCall>> calls) {
    sized(calls, "consumeBooleans", FuzzedDataProvider::consumeBooleans);
    sized(calls, "consumeBytes", FuzzedDataProvider::consumeBytes);
    sized(calls, "consumeShorts", FuzzedDataProvider::consumeShorts);
    sized(calls, "consumeInts", FuzzedDataProvider::consumeInts);
    sized(calls, "consumeLongs", FuzzedDataProvider::consumeLongs);
    // Strings have the most rules.
    for (int i = 0; i < 5; i++) {
      sized(calls, "consumeString", FuzzedDataProvider::consumeString);
      sized(calls, "consumeAsciiString", FuzzedDataProvider::consumeAsciiString);
    }
  }

  private static void addPicks(List<Function<Random, RandomCall>> calls) {
    pick(calls, "boolean[]", (p, n) -> p.pickValue(new boolean[n]));
    pick(calls, "byte[]", (p, n) -> p.pickValue(numbers(n).getBytes()));
    pick(calls, "short[]", (p, n) -> p.pickValue(shorts(n)));
    pick(calls, "int[]", (p, n) -> p.pickValue(IntStream.range(0, n).toArray()));
    pick(calls, "long[]", (p, n) -> p.pickValue(IntStream.range(0, n).asLongStream().toArray()));
    pick(calls, "float[]", (p, n) -> p.pickValue(floats(n)));
    pick(
        calls, "double[]", (p, n) -> p.pickValue(IntStream.range(0, n).asDoubleStream().toArray()));
    pick(calls, "char[]", (p, n) -> p.pickValue(numbers(n).toCharArray()));
    pick(calls, "Object[]", (p, n) -> p.pickValue(list(n).toArray()));
    pick(calls, "List", (p, n) -> p.pickValue(list(n)));
    pick(calls, "Set", (p, n) -> p.pickValue(new LinkedHashSet<>(list(n))));
    calls.add(random -> pickValues(random.nextInt(6), random.nextInt(6) - 1));
    calls.add(
        random -> {
          int size = random.nextInt(6);
          int wanted = random.nextInt(6) - 1;
          return new RandomCall(
              "pickValues(Object[" + size + "], " + wanted + ")",
              p -> p.pickValues(list(size).toArray(), wanted));
        });
  }

  private static RandomCall pickValues(int size, int wanted) {
    Collection<Integer> values = list(size);
    return new RandomCall(
        "pickValues(List of " + size + ", " + wanted + ")", p -> p.pickValues(values, wanted));
  }

  private static void plain(
      List<Function<Random, RandomCall>> calls,
      String name,
      Function<FuzzedDataProvider, Object> call) {
    calls.add(random -> new RandomCall(name + "()", call));
  }

  /** What takes all that is left is not to end most sequences early. */
  private static void rarely(
      List<Function<Random, RandomCall>> calls,
      String name,
      Function<FuzzedDataProvider, Object> call) {
    calls.add(
        random ->
            random.nextInt(3) > 0
                ? new RandomCall("consumeByte()", FuzzedDataProvider::consumeByte)
                : new RandomCall(name + "()", call));
  }

  private record Range(long from, long to) {}

  private interface WithRange {
    Object apply(FuzzedDataProvider provider, Range range);
  }

  private interface WithSize {
    Object apply(FuzzedDataProvider provider, int size);
  }

  private static void range(List<Function<Random, RandomCall>> calls, String name, WithRange call) {
    calls.add(
        random -> {
          long from = integral(random);
          long to = random.nextInt(8) == 0 ? from : integral(random);
          // Most ranges are valid; those that are not after narrowing stay.
          Range range =
              random.nextInt(8) == 0
                  ? new Range(from, to)
                  : new Range(Math.min(from, to), Math.max(from, to));
          return new RandomCall(
              name + "(" + range.from + ", " + range.to + "), narrowed", p -> call.apply(p, range));
        });
  }

  private static void sized(List<Function<Random, RandomCall>> calls, String name, WithSize call) {
    calls.add(
        random -> {
          int size = size(random);
          return new RandomCall(name + "(" + size + ")", p -> call.apply(p, size));
        });
  }

  private static void pick(List<Function<Random, RandomCall>> calls, String type, WithSize call) {
    calls.add(
        random -> {
          int size = random.nextInt(4) == 0 ? random.nextInt(2000) : random.nextInt(4);
          return new RandomCall(
              "pickValue(" + type + " of " + size + ")", p -> call.apply(p, size));
        });
  }

  private static int size(Random random) {
    return switch (random.nextInt(12)) {
      case 0 -> -1 - random.nextInt(3);
      case 1 -> Integer.MIN_VALUE;
      case 2 -> Integer.MAX_VALUE - random.nextInt(3);
      case 3 -> 1 << 28 + random.nextInt(3);
      case 4 -> random.nextInt(400);
      default -> random.nextInt(14);
    };
  }

  private static long integral(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> EDGES[random.nextInt(EDGES.length)] + random.nextInt(3) - 1;
      case 1 -> random.nextLong();
      case 2 -> random.nextInt();
      default -> random.nextInt(600) - 300;
    };
  }

  private static double odd(Random random) {
    return random.nextBoolean()
        ? ODD[random.nextInt(ODD.length)]
        : random.nextGaussian() * Math.pow(10, random.nextInt(80) - 40);
  }

  private static List<Integer> list(int size) {
    // Not distinct: an equal element is removed in the place of the picked one.
    return IntStream.range(0, size).map(i -> i < 3 ? i : i / 2).boxed().toList();
  }

  private static String numbers(int size) {
    return String.join("", Collections.nCopies(size / 10 + 1, "0123456789")).substring(0, size);
  }

  private static short[] shorts(int size) {
    short[] shorts = new short[size];
    for (int i = 0; i < size; i++) {
      shorts[i] = (short) i;
    }
    return shorts;
  }

  private static float[] floats(int size) {
    float[] floats = new float[size];
    for (int i = 0; i < size; i++) {
      floats[i] = i;
    }
    return floats;
  }
}
