package io.github.mavenfuzz.type;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of values without parts. */
public enum LeafKind {
  BYTES("byte[]", "[B", new byte[0]),
  /** An {@code InputStream} that yields the bytes. */
  INPUT_STREAM("InputStream", "Ljava/io/InputStream;", new byte[0]),
  /** A {@code ByteBuffer} that holds the bytes. */
  BYTE_BUFFER("ByteBuffer", "Ljava/nio/ByteBuffer;", new byte[0]),
  /** Jazzer's {@code FuzzedDataProvider}, which cuts values out of the bytes. */
  FUZZED_DATA(
      "FuzzedDataProvider", "Lcom/code_intelligence/jazzer/api/FuzzedDataProvider;", new byte[0]),
  STRING("String", "Ljava/lang/String;", ""),
  BOOLEAN("boolean", "Z", false),
  BYTE("byte", "B", (byte) 0),
  SHORT("short", "S", (short) 0),
  CHAR("char", "C", (char) 0),
  INT("int", "I", 0),
  LONG("long", "J", 0L),
  FLOAT("float", "F", 0f),
  DOUBLE("double", "D", 0d);

  private final String javaName;
  private final String descriptor;
  private final Object zero;

  LeafKind(String javaName, String descriptor, Object zero) {
    this.javaName = javaName;
    this.descriptor = descriptor;
    this.zero = zero;
  }

  /**
   * Finds the type with a descriptor as class files write it.
   *
   * @return empty when targets cannot take such a parameter
   */
  public static Optional<LeafKind> ofDescriptor(String descriptor) {
    return Arrays.stream(values()).filter(t -> t.descriptor.equals(descriptor)).findFirst();
  }

  /** The type as it stands in source code. */
  public String javaName() {
    return javaName;
  }

  /** The type as class files write it. */
  public String descriptor() {
    return descriptor;
  }

  /** The empty or zero value in plain form; a {@code byte[]} of length 0 may be shared. */
  public Object zero() {
    return zero;
  }

  /** The wrapper class of a number, a boolean or a character; else the type itself. */
  public String boxedName() {
    return isBytes() ? javaName : zero.getClass().getSimpleName();
  }

  /** The descriptor of {@link #boxedName()}. */
  public String boxedDescriptor() {
    return isBytes() ? descriptor : zero.getClass().descriptorString();
  }

  /** The least value of an integral type, or length of bytes. */
  long least() {
    return switch (this) {
      case BYTE -> Byte.MIN_VALUE;
      case SHORT -> Short.MIN_VALUE;
      case INT -> Integer.MIN_VALUE;
      case LONG, FLOAT, DOUBLE -> Long.MIN_VALUE;
      default -> 0;
    };
  }

  /** The greatest value of an integral type, or length of bytes. */
  long greatest() {
    return switch (this) {
      case BOOLEAN -> 1;
      case BYTE -> Byte.MAX_VALUE;
      case SHORT -> Short.MAX_VALUE;
      case CHAR -> Character.MAX_VALUE;
      case LONG, FLOAT, DOUBLE -> Long.MAX_VALUE;
      default -> Integer.MAX_VALUE;
    };
  }

  /** Whether the value is a float or a double. */
  public boolean isReal() {
    return this == FLOAT || this == DOUBLE;
  }

  /** Whether the value is a run of bytes, or a string, which is one in its UTF-8 form. */
  public boolean isBytes() {
    return zero instanceof byte[] || this == STRING;
  }
}
