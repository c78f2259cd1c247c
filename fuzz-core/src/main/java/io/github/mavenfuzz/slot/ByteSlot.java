package io.github.mavenfuzz.slot;

import io.github.mavenfuzz.input.MalformedInputException;
import io.github.mavenfuzz.input.Text;
import io.github.mavenfuzz.type.Bounds;
import io.github.mavenfuzz.type.LeafKind;
import io.github.mavenfuzz.type.LeafType;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * A run of bytes: an array, a string in its UTF-8 form, or a big integer as the bytes of its two's
 * complement, highest first.
 */
public final class ByteSlot extends Slot {
  /** What the bytes stand for. */
  public enum Face {
    ARRAY,
    TEXT,
    INTEGER
  }

  private final Face face;
  private final LeafType type;
  private final ByteRun run;
  private final int ownMaximum;
  private final boolean bounded;

  private ByteSlot(Face face, LeafType type, int maxLength) {
    this.face = face;
    this.type = type;
    this.ownMaximum = (int) Math.min(type.greatest(), Math.max(type.least(), maxLength));
    this.run = new ByteRun(ownMaximum);
    this.bounded =
        type.least() > 0
            || type.greatest() < Integer.MAX_VALUE
            || type.bounds().alphabet() != Bounds.Alphabet.ANY;
  }

  /**
   * @param maxLength the most bytes to which a mutation may grow it, unless the bounds are narrower
   */
  ByteSlot(LeafType type, int maxLength) {
    this(type.kind() == LeafKind.STRING ? Face.TEXT : Face.ARRAY, type, maxLength);
  }

  /** A slot for a big integer. */
  static ByteSlot ofInteger(int maxLength) {
    return new ByteSlot(Face.INTEGER, LeafType.of(LeafKind.BYTES), maxLength);
  }

  public Face face() {
    return face;
  }

  public ByteRun bytes() {
    return run;
  }

  /** The least length that the bounds allow, in bytes. */
  public int minLength() {
    return (int) type.least();
  }

  /** Lets the run grow by so many bytes at most; a negative number forbids to grow. */
  public void limitGrowth(long room) {
    long limit = run.length() + Math.max(0, room);
    run.setMaxLength((int) Math.min(limit, ownMaximum));
  }

  /** Lets the run grow to so many bytes at most, if its own maximum allows as many. */
  public void limit(int most) {
    run.setMaxLength(Math.min(most, ownMaximum));
  }

  /** Brings content that a mutation of bytes has changed back into the bounds of the type. */
  public void repair() {
    if (!bounded) {
      return;
    }
    Bounds.Alphabet alphabet = type.bounds().alphabet();
    if (alphabet != Bounds.Alphabet.ANY) {
      Alphabets.repair(run, alphabet);
    } else if (face == Face.TEXT) {
      byte[] text = Alphabets.wellFormed(run, run.maxLength());
      run.set(text, text.length);
    }
    if (run.length() < minLength()) {
      byte[] padded = Arrays.copyOf(run.toArray(), minLength());
      Arrays.fill(padded, run.length(), padded.length, (byte) (face == Face.TEXT ? '0' : 0));
      run.set(padded, padded.length);
    }
  }

  /**
   * As {@link #repair()}; and of an integer removes the bytes that only repeat the sign, of which
   * there would be ever more.
   */
  public void normalize() {
    if (face == Face.INTEGER) {
      load(value());
    } else {
      repair();
    }
  }

  @Override
  public void load(Object value) {
    byte[] content =
        switch (face) {
          case ARRAY -> (byte[]) value;
          case TEXT -> Text.encode((String) value);
          case INTEGER -> ((BigInteger) value).toByteArray();
        };
    run.set(content, content.length);
  }

  @Override
  public void copyFrom(Slot other) {
    ByteRun bytes = ((ByteSlot) other).run;
    run.set(bytes.array(), bytes.length());
  }

  @Override
  public boolean isSame(Slot other) {
    return run.isSame(((ByteSlot) other).run);
  }

  /** A fresh value; a string's malformed bytes are U+FFFD in it. */
  @Override
  public Object value() {
    return switch (face) {
      case ARRAY -> run.toArray();
      case TEXT -> Text.decode(run.array(), run.length());
      case INTEGER ->
          run.length() == 0 ? BigInteger.ZERO : new BigInteger(run.array(), 0, run.length());
    };
  }

  @Override
  void write(MemoryWriter out) {
    out.run(run.array(), run.length());
  }

  @Override
  void read(MemoryReader in) throws MalformedInputException {
    byte[] content = in.run();
    run.set(content, content.length);
  }

  @Override
  public boolean isValid() {
    if (!bounded) {
      return true;
    }
    if (face != Face.TEXT) {
      return run.length() >= type.least() && run.length() <= type.greatest();
    }
    String text = (String) value();
    int length = Text.encode(text).length;
    return length >= type.least()
        && length <= type.greatest()
        && text.chars().allMatch(type.bounds().alphabet()::contains);
  }

  @Override
  public long weight() {
    return run.length();
  }
}
