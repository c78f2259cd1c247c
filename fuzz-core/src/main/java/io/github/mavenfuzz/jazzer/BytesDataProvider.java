package io.github.mavenfuzz.jazzer;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Jazzer's way to make values of an input's bytes, byte for byte, so that corpora and crashers mean
 * the same here and there. Integral and floating values take bytes from the end, most significant
 * last; strings and arrays take them from the front, in the order of the file. When the bytes run
 * out, numbers are made of those that are left (of none, they are 0 or the minimum), arrays are
 * shorter.
 *
 * <p>Lives for one run of a target, in the thread that runs it; not thread-safe. The rules were
 * learnt from the native half of Jazzer 0.30.0's {@code FuzzedDataProviderImpl}, and a property
 * test holds this class to it.
 */
public class BytesDataProvider implements FuzzedDataProvider {
  private static final float UINT_RANGE_FLOAT = 0x1p32f;
  private static final double ULONG_RANGE_DOUBLE = 0x1p64;

  private static final VarHandle SHORTS = littleEndian(short[].class);
  private static final VarHandle INTS = littleEndian(int[].class);
  private static final VarHandle LONGS = littleEndian(long[].class);

  private final byte[] data;

  /** Made when the first string is asked for. */
  private StringDecoder decoder;

  /** What strings and arrays take next. */
  private int front;

  /** One past what numbers take next; never below {@link #front}. */
  private int end;

  /**
   * @param data not copied, and not to be changed as long as this provider is used
   */
  public BytesDataProvider(byte[] data) {
    this.data = data;
    this.end = data.length;
  }

  /** The index of the first byte that was not taken from the front. */
  final int front() {
    return front;
  }

  /** One past the index of the last byte that was not taken from the end. */
  final int end() {
    return end;
  }

  @Override
  public int remainingBytes() {
    return end - front;
  }

  @Override
  public boolean consumeBoolean() {
    return (takeFromEnd(Byte.BYTES) & 1) != 0;
  }

  @Override
  public byte consumeByte() {
    return (byte) takeFromEnd(Byte.BYTES);
  }

  @Override
  public short consumeShort() {
    return (short) takeFromEnd(Short.BYTES);
  }

  @Override
  public char consumeChar() {
    return (char) takeFromEnd(Character.BYTES);
  }

  @Override
  public int consumeInt() {
    return (int) takeFromEnd(Integer.BYTES);
  }

  @Override
  public long consumeLong() {
    return takeFromEnd(Long.BYTES);
  }

  @Override
  public char consumeCharNoSurrogates() {
    char c = consumeChar();
    return Character.isSurrogate(c) ? (char) (c - Character.MIN_SURROGATE) : c;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException when {@code min} is greater than {@code max}
   */
  @Override
  public byte consumeByte(byte min, byte max) {
    long raw = takeForRange(min, max);
    return (byte) fit(raw, (byte) raw, min, max);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException when {@code min} is greater than {@code max}
   */
  @Override
  public short consumeShort(short min, short max) {
    long raw = takeForRange(min, max);
    return (short) fit(raw, (short) raw, min, max);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException when {@code min} is greater than {@code max}
   */
  @Override
  public char consumeChar(char min, char max) {
    long raw = takeForRange(min, max);
    return (char) fit(raw, (char) raw, min, max);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException when {@code min} is greater than {@code max}
   */
  @Override
  public int consumeInt(int min, int max) {
    long raw = takeForRange(min, max);
    return (int) fit(raw, (int) raw, min, max);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException when {@code min} is greater than {@code max}
   */
  @Override
  public long consumeLong(long min, long max) {
    long raw = takeForRange(min, max);
    return fit(raw, raw, min, max);
  }

  @Override
  public float consumeProbabilityFloat() {
    return takeFromEnd(Integer.BYTES) / UINT_RANGE_FLOAT;
  }

  @Override
  public double consumeProbabilityDouble() {
    return unsignedToDouble(takeFromEnd(Long.BYTES)) / ULONG_RANGE_DOUBLE;
  }

  @Override
  public float consumeRegularFloat() {
    return consumeRegularFloat(-Float.MAX_VALUE, Float.MAX_VALUE);
  }

  @Override
  public double consumeRegularDouble() {
    return consumeRegularDouble(-Double.MAX_VALUE, Double.MAX_VALUE);
  }

  /**
   * {@inheritDoc} A range wider than the greatest float is halved, and a boolean chooses the half.
   *
   * @throws IllegalArgumentException when {@code min} is greater than {@code max}, or one is
   *     infinite or not a number
   */
  @Override
  public float consumeRegularFloat(float min, float max) {
    return Reals.regular(this, min, max);
  }

  /**
   * {@inheritDoc} A range wider than the greatest double is halved, and a boolean chooses the half.
   *
   * @throws IllegalArgumentException when {@code min} is greater than {@code max}, or one is
   *     infinite or not a number
   */
  @Override
  public double consumeRegularDouble(double min, double max) {
    return Reals.regular(this, min, max);
  }

  @Override
  public float consumeFloat() {
    if (front == end) {
      return 0;
    }
    byte kind = consumeByte();
    // Taken for the special values too, so that what follows does not depend on the kind.
    float regular = consumeRegularFloat();
    return Reals.ofKind(kind, regular);
  }

  @Override
  public double consumeDouble() {
    if (front == end) {
      return 0;
    }
    byte kind = consumeByte();
    double regular = consumeRegularDouble();
    return Reals.ofKind(kind, regular);
  }

  /**
   * {@inheritDoc} Every byte but 0 is true.
   *
   * @throws IllegalArgumentException when {@code maxLength} is negative
   */
  @Override
  public boolean[] consumeBooleans(int maxLength) {
    boolean[] booleans = new boolean[arrayLength(maxLength, Byte.BYTES)];
    for (int i = 0; i < booleans.length; i++) {
      booleans[i] = data[front++] != 0;
    }
    return booleans;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException when {@code maxLength} is negative
   */
  @Override
  public byte[] consumeBytes(int maxLength) {
    int from = front;
    front += arrayLength(maxLength, Byte.BYTES);
    return Arrays.copyOfRange(data, from, front);
  }

  @Override
  public byte[] consumeRemainingAsBytes() {
    return consumeBytes(Integer.MAX_VALUE);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException when {@code maxLength} is negative
   */
  @Override
  public short[] consumeShorts(int maxLength) {
    short[] shorts = new short[arrayLength(maxLength, Short.BYTES)];
    for (int i = 0; i < shorts.length; i++) {
      shorts[i] = (short) SHORTS.get(data, front);
      front += Short.BYTES;
    }
    return shorts;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException when {@code maxLength} is negative
   */
  @Override
  public int[] consumeInts(int maxLength) {
    int[] ints = new int[arrayLength(maxLength, Integer.BYTES)];
    for (int i = 0; i < ints.length; i++) {
      ints[i] = (int) INTS.get(data, front);
      front += Integer.BYTES;
    }
    return ints;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException when {@code maxLength} is negative
   */
  @Override
  public long[] consumeLongs(int maxLength) {
    long[] longs = new long[arrayLength(maxLength, Long.BYTES)];
    for (int i = 0; i < longs.length; i++) {
      longs[i] = (long) LONGS.get(data, front);
      front += Long.BYTES;
    }
    return longs;
  }

  /**
   * {@inheritDoc} A backslash ends it, and two of them are one character.
   *
   * @throws IllegalArgumentException when {@code maxLength} is negative
   */
  @Override
  public String consumeString(int maxLength) {
    return consumeText(maxLength, StringDecoder.Form.TEXT);
  }

  /**
   * {@inheritDoc} A backslash ends it, and two of them are one character.
   *
   * @throws IllegalArgumentException when {@code maxLength} is negative
   */
  @Override
  public String consumeAsciiString(int maxLength) {
    return consumeText(maxLength, StringDecoder.Form.ASCII_TEXT);
  }

  @Override
  public String consumeRemainingAsString() {
    return consumeText(Integer.MAX_VALUE, StringDecoder.Form.REST);
  }

  @Override
  public String consumeRemainingAsAsciiString() {
    return consumeText(Integer.MAX_VALUE, StringDecoder.Form.ASCII_REST);
  }

  private String consumeText(int maxLength, StringDecoder.Form form) {
    requireLength(maxLength);
    if (maxLength == 0 || front == end) {
      return "";
    }
    if (end - front == 1) {
      front = end;
      return "";
    }
    if (decoder == null) {
      decoder = new StringDecoder(data);
    }
    String text = decoder.decode(front, end, maxLength, form);
    front = decoder.position();
    return text;
  }

  /** How many elements of {@code size} bytes there are left, or {@code maxLength} if less. */
  private int arrayLength(int maxLength, int size) {
    requireLength(maxLength);
    return Math.min(maxLength, (end - front) / size);
  }

  /** Makes an unsigned number of the last bytes, the very last the most significant. */
  private long takeFromEnd(int bytes) {
    int stop = Math.max(front, end - bytes);
    long value = 0;
    while (end > stop) {
      value = value << Byte.SIZE | data[--end] & 0xFF;
    }
    return value;
  }

  /** Takes as many bytes as the greatest difference from {@code min} needs; none when it is 0. */
  private long takeForRange(long min, long max) {
    if (min > max) {
      throw minAboveMax(min, max);
    }
    int bits = Long.SIZE - Long.numberOfLeadingZeros(max - min);
    return takeFromEnd((bits + Byte.SIZE - 1) / Byte.SIZE);
  }

  /**
   * @param raw an unsigned number
   * @param value the same as a value of the type asked for; it is the result if the range allows
   */
  private static long fit(long raw, long value, long min, long max) {
    // The widest range of all, the size of which is 2^64, allows every value.
    return min <= value && value <= max ? value : min + Long.remainderUnsigned(raw, max - min + 1);
  }

  /** The nearest double, half-way cases to the even one. */
  private static double unsignedToDouble(long unsigned) {
    if (unsigned >= 0) {
      return unsigned;
    }
    // The bit shifted out stays visible, since it decides what would look like a half-way case.
    return (unsigned >>> 1 | unsigned & 1) * 2.0;
  }

  private static VarHandle littleEndian(Class<?> arrays) {
    return MethodHandles.byteArrayViewVarHandle(arrays, ByteOrder.LITTLE_ENDIAN);
  }

  private static void requireLength(int maxLength) {
    if (maxLength < 0) {
      throw new IllegalArgumentException("The maximum length is negative: " + maxLength);
    }
  }

  static IllegalArgumentException minAboveMax(Object min, Object max) {
    return new IllegalArgumentException(
        "The minimum " + min + " is greater than the maximum " + max);
  }
}
