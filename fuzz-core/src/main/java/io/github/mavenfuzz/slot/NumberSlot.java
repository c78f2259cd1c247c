package io.github.mavenfuzz.slot;

import io.github.mavenfuzz.input.MalformedInputException;
import io.github.mavenfuzz.type.LeafKind;
import io.github.mavenfuzz.type.LeafType;

/** A number, a boolean or a character, as its bits. */
public final class NumberSlot extends Slot {
  private final LeafType type;
  private final long least;
  private final long greatest;
  private final boolean bounded;
  private long bits;

  /**
   * @param least the least value that mutations make; without meaning for float and double
   * @param greatest the greatest value that mutations make
   */
  NumberSlot(LeafType type, long least, long greatest) {
    LeafType unbounded = LeafType.of(type.kind());
    this.type = type;
    this.least = least;
    this.greatest = greatest;
    this.bounded =
        type.kind().isReal()
            ? !type.bounds().allowsEveryReal()
            : least > unbounded.least() || greatest < unbounded.greatest();
  }

  NumberSlot(LeafType type) {
    this(type, type.least(), type.greatest());
  }

  public LeafKind kind() {
    return type.kind();
  }

  public LeafType type() {
    return type;
  }

  /** Whether mutations must not make every value of the kind. */
  public boolean isBounded() {
    return bounded;
  }

  /** The least value that mutations make; without meaning for float and double. */
  public long least() {
    return least;
  }

  /** The greatest value that mutations make; without meaning for float and double. */
  public long greatest() {
    return greatest;
  }

  /**
   * The value: sign-extended for the integral types, zero-extended for char, 0 or 1 for boolean,
   * and the IEEE bits for double and, sign-extended from 32, for float.
   */
  public long bits() {
    return bits;
  }

  public void setBits(long bits) {
    this.bits = bits;
  }

  /** The bits of the value nearest to zero that the bounds allow. */
  public long nearestToZero() {
    return switch (type.kind()) {
      case FLOAT -> Float.floatToRawIntBits((float) nearestReal());
      case DOUBLE -> Double.doubleToRawLongBits(nearestReal());
      default -> Math.max(type.least(), Math.min(type.greatest(), 0));
    };
  }

  private double nearestReal() {
    return Math.max(type.bounds().floor(), Math.min(type.bounds().ceiling(), 0d));
  }

  @Override
  public void load(Object value) {
    bits =
        switch (type.kind()) {
          case BOOLEAN -> (Boolean) value ? 1 : 0;
          case CHAR -> (Character) value;
          case FLOAT -> Float.floatToRawIntBits((Float) value);
          case DOUBLE -> Double.doubleToRawLongBits((Double) value);
          default -> ((Number) value).longValue();
        };
  }

  @Override
  public void copyFrom(Slot other) {
    bits = ((NumberSlot) other).bits;
  }

  @Override
  public boolean isSame(Slot other) {
    return bits == ((NumberSlot) other).bits;
  }

  @Override
  public Object value() {
    return switch (type.kind()) {
      case BOOLEAN -> bits != 0;
      case BYTE -> (byte) bits;
      case SHORT -> (short) bits;
      case CHAR -> (char) bits;
      case INT -> (int) bits;
      case FLOAT -> Float.intBitsToFloat((int) bits);
      case DOUBLE -> Double.longBitsToDouble(bits);
      default -> bits;
    };
  }

  @Override
  void write(MemoryWriter out) {
    out.number(bits, size());
  }

  @Override
  void read(MemoryReader in) throws MalformedInputException {
    long read = in.number(size());
    bits = type.kind() == LeafKind.CHAR ? read & Character.MAX_VALUE : read;
    if (!isValid()) { // what is put together of it could not be
      throw new MalformedInputException("the input has a number that is out of its bounds");
    }
  }

  /** How many bytes the bits take. */
  private int size() {
    return switch (type.kind()) {
      case BOOLEAN, BYTE -> Byte.BYTES;
      case SHORT, CHAR -> Short.BYTES;
      case INT, FLOAT -> Integer.BYTES;
      default -> Long.BYTES;
    };
  }

  @Override
  public boolean isValid() {
    return switch (type.kind()) {
      case FLOAT -> type.bounds().allows(Float.intBitsToFloat((int) bits));
      case DOUBLE -> type.bounds().allows(Double.longBitsToDouble(bits));
      default -> bits >= type.least() && bits <= type.greatest();
    };
  }

  @Override
  public long weight() {
    return 0;
  }
}
