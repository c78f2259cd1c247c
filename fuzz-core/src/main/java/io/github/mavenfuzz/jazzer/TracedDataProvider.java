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
  private final byte[] data;
  private final TakenLog log;

  /** How many methods that make a value are being called; only the outermost notes it. */
  private int depth;

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
      log.add(
          new TakenValue(
              data,
              end(),
              before,
              size,
              form.apply(value),
              wanted -> encoding.encode((Number) wanted, size)));
    }
    return value;
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

  private static byte[] whole(Number wanted, int size) {
    return little(wanted.longValue(), size);
  }

  /** Of the numbers that become the wanted one, the least. */
  private static byte[] inRange(long wanted, long least, long greatest, int size) {
    if (wanted < least || wanted > greatest) {
      return null;
    }
    boolean asItIs = size == Long.BYTES || wanted >= 0 && wanted >>> size * Byte.SIZE == 0;
    long range = greatest - least + 1;
    if (asItIs || range == 0) {
      return little(wanted, size);
    }
    long raw = wanted - least;
    while (raw >= least && raw <= greatest) { // would be taken as it is
      raw += range;
    }
    return raw >>> size * Byte.SIZE == 0 ? little(raw, size) : null;
  }

  @Override
  public boolean consumeBoolean() {
    return ofEnd(super::consumeBoolean, b -> b ? 1L : 0L, 1, TracedDataProvider::whole);
  }

  @Override
  public byte consumeByte() {
    return ofEnd(super::consumeByte, Byte::longValue, Byte.BYTES, TracedDataProvider::whole);
  }

  @Override
  public short consumeShort() {
    return ofEnd(super::consumeShort, Short::longValue, Short.BYTES, TracedDataProvider::whole);
  }

  @Override
  public char consumeChar() {
    return ofEnd(super::consumeChar, c -> (long) c, Character.BYTES, TracedDataProvider::whole);
  }

  @Override
  public char consumeCharNoSurrogates() {
    return ofEnd(
        super::consumeCharNoSurrogates, c -> (long) c, Character.BYTES, TracedDataProvider::whole);
  }

  @Override
  public int consumeInt() {
    return ofEnd(super::consumeInt, Integer::longValue, Integer.BYTES, TracedDataProvider::whole);
  }

  @Override
  public long consumeLong() {
    return ofEnd(super::consumeLong, value -> value, Long.BYTES, TracedDataProvider::whole);
  }

  @Override
  public byte consumeByte(byte min, byte max) {
    return ofEnd(
        () -> super.consumeByte(min, max), Byte::longValue, size(min, max), range(min, max));
  }

  @Override
  public short consumeShort(short min, short max) {
    return ofEnd(
        () -> super.consumeShort(min, max), Short::longValue, size(min, max), range(min, max));
  }

  @Override
  public char consumeChar(char min, char max) {
    return ofEnd(() -> super.consumeChar(min, max), c -> (long) c, size(min, max), range(min, max));
  }

  @Override
  public int consumeInt(int min, int max) {
    return ofEnd(
        () -> super.consumeInt(min, max), Integer::longValue, size(min, max), range(min, max));
  }

  @Override
  public long consumeLong(long min, long max) {
    return ofEnd(
        () -> super.consumeLong(min, max), value -> value, size(min, max), range(min, max));
  }

  /** How many bytes a number of a range takes. */
  private static int size(long min, long max) {
    int bits = Long.SIZE - Long.numberOfLeadingZeros(max - min);
    return (bits + Byte.SIZE - 1) / Byte.SIZE;
  }

  private static Encoding range(long min, long max) {
    return (wanted, size) -> inRange(wanted.longValue(), min, max, size);
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
    return ofEnd(
        () -> super.consumeRegularFloat(min, max), f -> (double) f, Integer.BYTES, share(min, max));
  }

  @Override
  public double consumeRegularDouble(double min, double max) {
    return ofEnd(
        () -> super.consumeRegularDouble(min, max), value -> value, Long.BYTES, share(min, max));
  }

  /** The bytes of a share of a range, near enough; none for a range that has to be halved. */
  private static Encoding share(double min, double max) {
    return (wanted, size) -> {
      double share = (wanted.doubleValue() - min) / (max - min);
      if (!(share >= 0 && share <= 1) || size != Integer.BYTES && size != Long.BYTES) {
        return null;
      }
      double steps = size == Integer.BYTES ? 0xFFFF_FFFFL : 0x1p63;
      long raw = (long) (share * steps);
      return little(size == Integer.BYTES ? raw : raw << 1, size);
    };
  }

  @Override
  public float consumeRegularFloat() {
    return inside(super::consumeRegularFloat);
  }

  @Override
  public double consumeRegularDouble() {
    return inside(super::consumeRegularDouble);
  }

  @Override
  public float consumeFloat() {
    return inside(super::consumeFloat);
  }

  @Override
  public double consumeDouble() {
    return inside(super::consumeDouble);
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
