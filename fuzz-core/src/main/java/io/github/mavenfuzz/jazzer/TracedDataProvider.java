package io.github.mavenfuzz.jazzer;

import java.util.function.Function;

/**
 * Makes the same values as any {@link BytesDataProvider}, and notes of which bytes each was made
 * and how, so that the bytes of another value are known. Lives for one run of a tracing JVM.
 *
 * <p>Example: {@code consumeInt(0, 1000)} has made 7 of the last two bytes; for 500 these would
 * have to be {@code F4 01}.
 */
public final class TracedDataProvider extends BytesDataProvider {
  /** Stands for a part of a value that no comparison sees. */
  private static final Object UNKNOWN = Double.NaN;

  private final byte[] data;
  private final TakenLog log;

  /** How many methods that make a value are being called; only the outermost notes it. */
  private int depth;

  /** How many methods are being called whose values cannot be chosen. */
  private int parts;

  /**
   * @param data not copied, and not to be changed as long as this provider is used
   */
  public TracedDataProvider(byte[] data, TakenLog log) {
    super(data);
    this.data = data;
    this.log = log;
  }

  /** Makes a value. */
  @FunctionalInterface
  private interface Maker<T> {
    T make();
  }

  /**
   * Notes a value that was made of the last bytes, or could have been if there had been enough.
   *
   * @param size how many bytes it takes
   */
  private <T> T ofEnd(Maker<T> maker, Function<T, Object> form, int size, Encoding encoding) {
    int before = end();
    T value = inside(maker);
    if (depth == 0 && size > 0) {
      note(before, size, form.apply(value), encoding);
    }
    return value;
  }

  private void note(int before, int size, Object value, Encoding encoding) {
    boolean isPart = parts > 0;
    log.add(
        new TakenValue(
            data,
            end(),
            before,
            size,
            isPart ? UNKNOWN : value,
            wanted -> isPart ? null : encoding.encode((Number) wanted, size)));
  }

  /** Makes a value of several numbers: which bytes they take is noted, but not what they are. */
  private <T> T ofParts(Maker<T> maker) {
    parts++;
    try {
      return maker.make();
    } finally {
      parts--;
    }
  }

  private <T> T inside(Maker<T> maker) {
    depth++;
    try {
      return maker.make();
    } finally {
      depth--;
    }
  }

  /** How numbers are made of bytes. */
  @FunctionalInterface
  private interface Encoding {
    /** The bytes of a number, as many as {@code size}; null when there are none. */
    byte[] encode(Number wanted, int size);
  }

  /** The very last byte is the most significant. */
  static byte[] little(long raw, int size) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) (raw >>> i * Byte.SIZE);
    }
    return bytes;
  }

  /**
   * Whole numbers from the least to the greatest.
   *
   * @param width how many bytes the type has
   */
  private record Range(long least, long greatest, int width) implements Encoding {

    /** How many bytes a number takes. */
    int size() {
      int bits = Long.SIZE - Long.numberOfLeadingZeros(greatest - least);
      return (bits + Byte.SIZE - 1) / Byte.SIZE;
    }

    @Override
    public byte[] encode(Number number, int size) {
      long wanted = number.longValue();
      if (wanted < least || wanted > greatest) {
        return null;
      }
      if (size == width || wanted >= 0 && wanted >>> size * Byte.SIZE == 0) { // as it is
        return little(wanted, size);
      }
      long raw = wanted - least;
      while (raw >= least && raw <= greatest) { // would be taken as it is
        raw += greatest - least + 1;
      }
      return raw >>> size * Byte.SIZE == 0 ? little(raw, size) : null;
    }
  }

  private static final Range BOOLEANS = new Range(0, 1, Byte.BYTES);
  private static final Range BYTES = new Range(Byte.MIN_VALUE, Byte.MAX_VALUE, Byte.BYTES);
  private static final Range SHORTS = new Range(Short.MIN_VALUE, Short.MAX_VALUE, Short.BYTES);
  private static final Range CHARS = new Range(0, Character.MAX_VALUE, Character.BYTES);
  private static final Range INTS = new Range(Integer.MIN_VALUE, Integer.MAX_VALUE, Integer.BYTES);
  private static final Range LONGS = new Range(Long.MIN_VALUE, Long.MAX_VALUE, Long.BYTES);

  private <T> T ofRange(Maker<T> maker, Function<T, Object> form, Range range) {
    return ofEnd(maker, form, range.size(), range);
  }

  private static byte[] noSurrogate(Number wanted, int size) {
    boolean isOne =
        wanted.longValue() >= Character.MIN_SURROGATE
            && wanted.longValue() <= Character.MAX_SURROGATE;
    return isOne ? null : CHARS.encode(wanted, size);
  }

  @Override
  public boolean consumeBoolean() {
    return ofEnd(super::consumeBoolean, b -> b ? 1L : 0L, Byte.BYTES, BOOLEANS);
  }

  @Override
  public byte consumeByte() {
    return ofRange(super::consumeByte, Byte::longValue, BYTES);
  }

  @Override
  public short consumeShort() {
    return ofRange(super::consumeShort, Short::longValue, SHORTS);
  }

  @Override
  public char consumeChar() {
    return ofRange(super::consumeChar, c -> (long) c, CHARS);
  }

  @Override
  public char consumeCharNoSurrogates() {
    return ofEnd(
        super::consumeCharNoSurrogates,
        c -> (long) c,
        Character.BYTES,
        TracedDataProvider::noSurrogate);
  }

  @Override
  public int consumeInt() {
    return ofRange(super::consumeInt, Integer::longValue, INTS);
  }

  @Override
  public long consumeLong() {
    return ofRange(super::consumeLong, value -> value, LONGS);
  }

  @Override
  public byte consumeByte(byte min, byte max) {
    return ofRange(
        () -> super.consumeByte(min, max), Byte::longValue, new Range(min, max, Byte.BYTES));
  }

  @Override
  public short consumeShort(short min, short max) {
    return ofRange(
        () -> super.consumeShort(min, max), Short::longValue, new Range(min, max, Short.BYTES));
  }

  @Override
  public char consumeChar(char min, char max) {
    return ofRange(
        () -> super.consumeChar(min, max), c -> (long) c, new Range(min, max, Character.BYTES));
  }

  @Override
  public int consumeInt(int min, int max) {
    return ofRange(
        () -> super.consumeInt(min, max), Integer::longValue, new Range(min, max, Integer.BYTES));
  }

  @Override
  public long consumeLong(long min, long max) {
    return ofRange(
        () -> super.consumeLong(min, max), value -> value, new Range(min, max, Long.BYTES));
  }

  @Override
  public float consumeProbabilityFloat() {
    return ofEnd(super::consumeProbabilityFloat, f -> (double) f, Integer.BYTES, share(0, 1));
  }

  @Override
  public double consumeProbabilityDouble() {
    return ofEnd(super::consumeProbabilityDouble, value -> value, Long.BYTES, share(0, 1));
  }

  @Override
  public float consumeRegularFloat(float min, float max) {
    if (Reals.isHalved(min, max)) {
      return ofParts(() -> super.consumeRegularFloat(min, max));
    }
    return ofEnd(
        () -> super.consumeRegularFloat(min, max), f -> (double) f, Integer.BYTES, share(min, max));
  }

  @Override
  public double consumeRegularDouble(double min, double max) {
    if (Reals.isHalved(min, max)) {
      return ofParts(() -> super.consumeRegularDouble(min, max));
    }
    return ofEnd(
        () -> super.consumeRegularDouble(min, max), value -> value, Long.BYTES, share(min, max));
  }

  /** The bytes of a share of a range, near enough. */
  private static Encoding share(double min, double max) {
    return (wanted, size) -> {
      double share = (wanted.doubleValue() - min) / (max - min);
      if (!(share >= 0 && share <= 1)) {
        return null;
      }
      double steps = size == Integer.BYTES ? 0xFFFF_FFFFL : 0x1p63;
      long raw = (long) (share * steps);
      return little(size == Integer.BYTES ? raw : raw << 1, size);
    };
  }

  @Override
  public float consumeRegularFloat() {
    return ofParts(super::consumeRegularFloat);
  }

  @Override
  public double consumeRegularDouble() {
    return ofParts(super::consumeRegularDouble);
  }

  @Override
  public float consumeFloat() {
    noteIfAbsent(Byte.BYTES + Byte.BYTES + Float.BYTES);
    return ofParts(super::consumeFloat);
  }

  @Override
  public double consumeDouble() {
    noteIfAbsent(Byte.BYTES + Byte.BYTES + Double.BYTES);
    return ofParts(super::consumeDouble);
  }

  /** Of no bytes at all, a float or double is made without a look at its parts. */
  private void noteIfAbsent(int size) {
    if (remainingBytes() == 0) {
      ofParts(
          () -> {
            note(end(), size, UNKNOWN, BOOLEANS);
            return null;
          });
    }
  }

  @Override
  public String consumeString(int maxLength) {
    return ofFront(() -> super.consumeString(maxLength), maxLength, StringDecoder.Form.TEXT);
  }

  @Override
  public String consumeAsciiString(int maxLength) {
    return ofFront(
        () -> super.consumeAsciiString(maxLength), maxLength, StringDecoder.Form.ASCII_TEXT);
  }

  @Override
  public String consumeRemainingAsString() {
    return ofFront(super::consumeRemainingAsString, Integer.MAX_VALUE, StringDecoder.Form.REST);
  }

  @Override
  public String consumeRemainingAsAsciiString() {
    return ofFront(
        super::consumeRemainingAsAsciiString, Integer.MAX_VALUE, StringDecoder.Form.ASCII_REST);
  }

  /** Notes a text that was made of the first bytes, or could have been. */
  private String ofFront(Maker<String> maker, int maxLength, StringDecoder.Form form) {
    int from = front();
    String value = inside(maker);
    if (depth == 0) {
      log.add(
          new TakenValue(
              data,
              from,
              front(),
              0,
              value,
              wanted -> StringEncoder.encode((String) wanted, maxLength, form)));
    }
    return value;
  }
}
