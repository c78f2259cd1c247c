package io.github.mavenfuzz.boot;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.UUID;

/**
 * Copies of what a run compares, as far as an input may hold it: texts, numbers, arrays of
 * primitive values as their bytes, and some values of the JDK's. Calls no code of the target.
 */
final class ComparedValues {
  /** Longer texts and arrays are cut, in characters or elements. */
  private static final int LONGEST = 256;

  private ComparedValues() {}

  /**
   * @return a {@code String}, {@code Long}, {@code Double}, {@link Bytes}, {@link Elements}, a big
   *     number, a UUID, or a value of java.time; null for anything else
   */
  static Object copy(Object value) {
    try {
      return copied(value);
    } catch (RuntimeException e) { // another thread changes or frees it, or it is a view
      return null;
    }
  }

  private static Object copied(Object value) {
    if (value instanceof String text) {
      return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
    if (value instanceof StringBuilder || value instanceof StringBuffer) {
      return cut((CharSequence) value);
    }
    if (value instanceof CharBuffer buffer) {
      return cut(buffer.duplicate());
    }
    if (isWhole(value)) {
      return ((Number) value).longValue();
    }
    if (value instanceof Character unit) {
      return (long) unit;
    }
    if (value instanceof Float || value instanceof Double) {
      return ((Number) value).doubleValue();
    }
    if (value instanceof ByteBuffer buffer) {
      ByteBuffer own = buffer.duplicate();
      byte[] bytes = new byte[Math.min(LONGEST, own.remaining())];
      own.get(bytes);
      return new Bytes(latin1(bytes));
    }
    if (value instanceof Bytes || value instanceof Elements || isExact(value)) {
      return value; // the former are copies already
    }
    return value != null && value.getClass().isArray() ? array(value, 0, LONGEST) : null;
  }

  private static boolean isWhole(Object value) {
    return value instanceof Long
        || value instanceof Integer
        || value instanceof Short
        || value instanceof Byte;
  }

  /** Classes that are final or checked, so that the target has no part in what they do. */
  private static boolean isExact(Object value) {
    return value != null
        && value.getClass().getClassLoader() == null
        && (value instanceof UUID
            || value instanceof BigInteger
            || value instanceof BigDecimal
            || value instanceof TemporalAccessor
            || value instanceof TemporalAmount);
  }

  private static String cut(CharSequence text) {
    int length = Math.min(LONGEST, text.length());
    StringBuilder copy = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      copy.append(text.charAt(i));
    }
    return copy.toString();
  }

  /** A part of a string, or null. */
  static String part(Object text, int from, int length) {
    if (!(text instanceof String all) || from < 0 || from > all.length() || length <= 0) {
      return null;
    }
    return all.substring(from, from + Math.min(all.length() - from, Math.min(length, LONGEST)));
  }

  /** What is kept of a text when its end counts. */
  static Object tail(Object text) {
    return text instanceof String all && all.length() > LONGEST
        ? all.substring(all.length() - LONGEST)
        : text;
  }

  /** A part of an array, or null. */
  static Object range(Object array, int from, int to) {
    return array != null && array.getClass().isArray() && from >= 0 && from <= to
        ? array(array, from, to)
        : null;
  }

  private static Object array(Object array, int from, int to) {
    int end = Math.min(Array.getLength(array), (int) Math.min(to, (long) from + LONGEST));
    int count = Math.max(0, end - from);
    if (array instanceof char[] chars) {
      return new String(chars, Math.min(from, chars.length), count);
    }
    int size = size(array.getClass().getComponentType());
    if (size == 0) {
      return null;
    }
    ByteBuffer bytes = ByteBuffer.allocate(count * size).order(ByteOrder.BIG_ENDIAN);
    for (int i = from; i < end; i++) {
      put(bytes, array, i);
    }
    return size == 1 ? new Bytes(latin1(bytes.array())) : new Elements(size, latin1(bytes.array()));
  }

  private static void put(ByteBuffer bytes, Object array, int index) {
    if (array instanceof byte[] ofBytes) {
      bytes.put(ofBytes[index]);
    } else if (array instanceof short[] shorts) {
      bytes.putShort(shorts[index]);
    } else if (array instanceof int[] ints) {
      bytes.putInt(ints[index]);
    } else if (array instanceof long[] longs) {
      bytes.putLong(longs[index]);
    } else if (array instanceof float[] floats) {
      bytes.putFloat(floats[index]);
    } else if (array instanceof double[] doubles) {
      bytes.putDouble(doubles[index]);
    }
  }

  /** Bytes of an element; 0 for arrays that are not copied. */
  private static int size(Class<?> component) {
    if (component == byte.class) {
      return Byte.BYTES;
    }
    if (component == short.class) {
      return Short.BYTES;
    }
    if (component == int.class || component == float.class) {
      return Integer.BYTES;
    }
    return component == long.class || component == double.class ? Long.BYTES : 0;
  }

  private static String latin1(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
