package io.github.mavenfuzz.input;

import io.github.mavenfuzz.type.Bounds;
import io.github.mavenfuzz.type.ChoiceType;
import io.github.mavenfuzz.type.EnumType;
import io.github.mavenfuzz.type.JdkType;
import io.github.mavenfuzz.type.LeafKind;
import io.github.mavenfuzz.type.LeafType;
import io.github.mavenfuzz.type.MapType;
import io.github.mavenfuzz.type.NullableType;
import io.github.mavenfuzz.type.RecordType;
import io.github.mavenfuzz.type.SequenceType;
import io.github.mavenfuzz.type.ValueType;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Random values of every type, those that are hard to write down included. */
public final class RandomValues {
  private static final String[] ODD_TEXT = {
    "\uD800", "\uDC00", "😀", "\u202E", "\uFFFD", "\uFEFF", "\"", "\\", "\0", "\n", "ä", "\u2028"
  };

  private RandomValues() {}

  public static Object next(LeafKind type, Random random) {
    return switch (type) {
      case BYTES, INPUT_STREAM, BYTE_BUFFER, FUZZED_DATA -> bytes(random);
      case STRING -> text(random);
      case BOOLEAN -> random.nextBoolean();
      case BYTE -> (byte) random.nextInt();
      case SHORT -> (short) random.nextInt();
      case CHAR -> (char) random.nextInt();
      case INT -> random.nextInt();
      case LONG -> random.nextLong();
      case FLOAT -> Float.intBitsToFloat(random.nextInt() | nanExponent(random, 0x7F80_0000));
      case DOUBLE ->
          Double.longBitsToDouble(
              random.nextLong() | (long) nanExponent(random, 0x7FF0_0000) << 32);
    };
  }

  /** A value in plain form, within the bounds of the type. */
  public static Object next(ValueType type, Random random) {
    return type.accept(new Maker(random));
  }

  private record Maker(Random random) implements ValueType.Visitor<Object> {
    @Override
    public Object leaf(LeafType type) {
      if (type.bounds().equals(Bounds.NONE)) {
        return next(type.kind(), random);
      }
      return SimpleValues.of(type, random.nextInt(9));
    }

    @Override
    public Object choice(ChoiceType type) {
      return SimpleValues.of(type, random.nextInt(9));
    }

    @Override
    public Object enumeration(EnumType type) {
      return SimpleValues.of(type, random.nextInt(9));
    }

    @Override
    public Object jdk(JdkType type) {
      return RandomJdkValues.next(type.of(), random);
    }

    @Override
    public Object nullable(NullableType type) {
      return random.nextInt(3) == 0 ? null : type.of().accept(this);
    }

    @Override
    public Object sequence(SequenceType type) {
      List<Object> least = type.form() == SequenceType.Form.SET ? least(type) : List.of();
      return elements(least, type.min(), type.max(), () -> type.element().accept(this));
    }

    @Override
    public Object map(MapType type) {
      return elements(
          least(type),
          type.min(),
          type.max(),
          () -> Arrays.asList(type.key().accept(this), type.value().accept(this)));
    }

    /** As many different elements as there must be. */
    @SuppressWarnings("unchecked")
    private static List<Object> least(ValueType type) {
      return (List<Object>) SimpleValues.zero(type);
    }

    private List<Object> elements(List<Object> first, int min, int max, Supplier<Object> supplier) {
      int size = Math.min(max, min + random.nextInt(4));
      return Stream.concat(first.stream(), Stream.generate(supplier))
          .limit(size)
          .collect(Collectors.toList());
    }

    @Override
    public Object record(RecordType type) {
      return type.components().stream()
          .map(component -> component.type().accept(this))
          .collect(Collectors.toList());
    }
  }

  private static int nanExponent(Random random, int exponent) {
    return random.nextInt(4) == 0 ? exponent : 0;
  }

  private static byte[] bytes(Random random) {
    byte[] bytes = new byte[random.nextInt(20)];
    random.nextBytes(bytes);
    return bytes;
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(12); n > 0; n--) {
      switch (random.nextInt(3)) {
        case 0 -> text.append(ODD_TEXT[random.nextInt(ODD_TEXT.length)]);
        case 1 -> text.append((char) random.nextInt(0x10000));
        default -> text.append((char) (' ' + random.nextInt(95)));
      }
    }
    return text.toString();
  }
}
