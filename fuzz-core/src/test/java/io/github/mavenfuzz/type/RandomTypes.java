package io.github.mavenfuzz.type;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Random types of every kind, with and without bounds, nested a few levels deep. */
public final class RandomTypes {
  private static final String[] CHOICES = {"1", "2", "-3", "77"};

  private RandomTypes() {}

  /** A type of at most so many levels. */
  public static ValueType next(int depth, Random random) {
    int kind = random.nextInt(depth > 0 ? 12 : 6);
    return switch (kind) {
      case 0, 1, 2 -> leaf(random);
      case 3 ->
          new ChoiceType(
              LeafType.of(LeafKind.INT), List.of(CHOICES).subList(0, 1 + random.nextInt(4)));
      case 4 ->
          new EnumType(
              "com.example.Color", List.of("RED", "GREEN").subList(0, 1 + random.nextInt(2)));
      case 5 -> new JdkType(JdkClass.values()[random.nextInt(JdkClass.values().length)]);
      case 6, 7 -> new NullableType(next(depth - 1, random), random.nextBoolean());
      case 8, 9 -> sequence(depth, random);
      case 10 -> map(depth, random);
      default -> record(depth, random);
    };
  }

  /** A leaf, every second with bounds. */
  public static LeafType leaf(Random random) {
    LeafKind kind = LeafKind.values()[random.nextInt(LeafKind.values().length)];
    return new LeafType(kind, false, random.nextBoolean() ? Bounds.NONE : bounds(kind, random));
  }

  private static Bounds bounds(LeafKind kind, Random random) {
    if (kind.isBytes()) {
      int min = random.nextInt(5);
      Bounds.Alphabet alphabet =
          Bounds.Alphabet.values()[kind == LeafKind.STRING ? random.nextInt(3) : 0];
      return Bounds.NONE.withRange(min, min + random.nextInt(20)).withAlphabet(alphabet);
    } else if (kind.isReal()) {
      double floor = (float) (random.nextGaussian() * 100);
      double ceiling = random.nextInt(4) == 0 ? Double.POSITIVE_INFINITY : floor + 100;
      return Bounds.NONE.withReals(floor, ceiling, random.nextBoolean());
    }
    LeafType all = LeafType.of(kind);
    long span = Math.max(1, all.greatest() / (1 + random.nextInt(1000)));
    long least = Math.max(all.least(), span / 2 - random.nextInt(100));
    return Bounds.NONE.withRange(
        least, all.greatest() - least > span ? least + span : all.greatest());
  }

  private static SequenceType sequence(int depth, Random random) {
    SequenceType.Form[] forms = SequenceType.Form.values();
    SequenceType.Form form = forms[random.nextInt(forms.length)];
    ValueType element = next(depth - 1, random);
    String descriptor =
        switch (form) {
          case ARRAY -> '[' + element.descriptor();
          case LIST -> "Ljava/util/List;";
          case SET -> "Ljava/util/Set;";
        };
    int min = random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 0;
    return new SequenceType(form, descriptor, element, min, max(min, random));
  }

  private static MapType map(int depth, Random random) {
    int min = random.nextInt(3) == 0 ? 1 : 0;
    return new MapType(
        "Ljava/util/Map;", next(depth - 1, random), next(depth - 1, random), min, max(min, random));
  }

  private static int max(int min, Random random) {
    return random.nextBoolean() ? Integer.MAX_VALUE : min + random.nextInt(4);
  }

  private static RecordType record(int depth, Random random) {
    List<RecordType.Component> components = new ArrayList<>();
    IntStream.range(0, random.nextInt(4))
        .forEach(i -> components.add(new RecordType.Component("c" + i, next(depth - 1, random))));
    return new RecordType("com.example.Sample", components);
  }
}
