package io.github.mavenfuzz.input;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The types that a parameter of a target may have. */
public enum ParameterType {
  BYTES("byte[]", "[B", new byte[0]),
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

  ParameterType(String javaName, String descriptor, Object zero) {
    this.javaName = javaName;
    this.descriptor = descriptor;
    this.zero = zero;
  }

  /**
   * Finds the type with a descriptor as class files write it.
   *
   * @return empty when targets cannot take such a parameter
   */
  public static Optional<ParameterType> ofDescriptor(String descriptor) {
    return Arrays.stream(values()).filter(t -> t.descriptor.equals(descriptor)).findFirst();
  }

  /** The types that work, as a user would write them, for a message. */
  public static String supportedNames() {
    return Arrays.stream(values()).map(ParameterType::javaName).collect(Collectors.joining(", "));
  }

  /** The type as it stands in source code. */
  public String javaName() {
    return javaName;
  }

  /** The type as class files write it. */
  public String descriptor() {
    return descriptor;
  }

  /** The empty or zero value, boxed; a {@code byte[]} of length 0 may be shared. */
  public Object zero() {
    return zero;
  }

  /** Whether the value is a run of bytes: a byte array, or a string in its UTF-8 form. */
  public boolean isBytes() {
    return this == BYTES || this == STRING;
  }
}
