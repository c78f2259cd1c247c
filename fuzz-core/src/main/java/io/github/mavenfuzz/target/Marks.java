package io.github.mavenfuzz.target;

import io.github.mavenfuzz.type.LeafKind;
import io.github.mavenfuzz.type.LeafType;
import io.github.mavenfuzz.type.MapType;
import io.github.mavenfuzz.type.SequenceType;
import io.github.mavenfuzz.type.ValueType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.MethodNode;

/** What the annotations of one use of a type say about its values. */
final class Marks {
  static final String NOT_NULL = "NotNull";

  static final Marks NONE = new Marks(List.of(), List.of());

  /** The largest size of a list whose annotation says only the least. */
  private static final int DEFAULT_MAX_SIZE = 1000;

  private static final Set<LeafKind> INTEGRAL =
      EnumSet.of(LeafKind.BYTE, LeafKind.SHORT, LeafKind.CHAR, LeafKind.INT, LeafKind.LONG);
  private static final Set<LeafKind> REAL = EnumSet.of(LeafKind.FLOAT, LeafKind.DOUBLE);
  private static final Set<LeafKind> SIGNED = EnumSet.complementOf(EnumSet.of(LeafKind.BOOLEAN));
  private static final Set<LeafKind> TEXT = EnumSet.of(LeafKind.STRING);
  private static final Set<LeafKind> CHOOSABLE = EnumSet.copyOf(INTEGRAL);

  static {
    SIGNED.removeIf(kind -> kind.isBytes() || kind == LeafKind.CHAR);
    CHOOSABLE.addAll(REAL);
    CHOOSABLE.addAll(TEXT);
  }

  /** The types without parts that each of Jazzer's annotations applies to. */
  private static final Map<String, Set<LeafKind>> LEAVES =
      Map.ofEntries(
          Map.entry("InRange", INTEGRAL),
          Map.entry("Positive", SIGNED),
          Map.entry("NonNegative", SIGNED),
          Map.entry("Negative", SIGNED),
          Map.entry("NonPositive", SIGNED),
          Map.entry("FloatInRange", EnumSet.of(LeafKind.FLOAT)),
          Map.entry("DoubleInRange", EnumSet.of(LeafKind.DOUBLE)),
          Map.entry("Finite", REAL),
          Map.entry("WithUtf8Length", TEXT),
          Map.entry("Ascii", TEXT),
          Map.entry("UrlSegment", TEXT),
          Map.entry("WithLength", EnumSet.of(LeafKind.BYTES)),
          Map.entry("WithSize", EnumSet.noneOf(LeafKind.class)),
          Map.entry("ElementOf", CHOOSABLE));

  private final List<Mark> own;
  private final List<Mark> inherited;

  private Marks(List<Mark> own, List<Mark> inherited) {
    this.own = own;
    this.inherited = inherited;
  }

  /**
   * The marks of a type within the type of these: its own, and of these the recursive ones whose
   * like it has not itself.
   */
  Marks within(List<AnnotationNode> annotations) {
    List<Mark> inner = annotations.stream().map(Mark::of).distinct().toList();
    List<Mark> passedOn = new ArrayList<>(own);
    passedOn.addAll(inherited);
    passedOn.removeIf(
        mark -> !mark.recursive() || inner.stream().anyMatch(m -> m.name().equals(mark.name())));
    return new Marks(inner, passedOn);
  }

  /** The annotations of Jazzer on a method that say something about values; none is known. */
  static List<Mark> unsupported(MethodNode method) {
    return Stream.of(method.visibleAnnotations, method.invisibleAnnotations)
        .filter(Objects::nonNull)
        .flatMap(List::stream)
        .map(Mark::of)
        .filter(Mark::jazzers)
        .toList();
  }

  /** The annotations of Jazzer on the type itself that the fuzzer does not know. */
  List<Mark> unsupported() {
    return jazzers().stream().filter(mark -> !LEAVES.containsKey(mark.name())).toList();
  }

  /**
   * The annotations of Jazzer on the type itself, without those that say only that there is a
   * value.
   */
  List<Mark> jazzers() {
    return own.stream().filter(m -> m.jazzers() && !m.name().equals(NOT_NULL)).toList();
  }

  /** Whether there is an annotation of this simple name, in whatever package. */
  boolean has(String name) {
    return all().stream().anyMatch(mark -> mark.name().equals(name));
  }

  private List<Mark> all() {
    List<Mark> all = new ArrayList<>(own);
    all.addAll(inherited);
    return all;
  }

  /**
   * The type with the bounds that the marks give it.
   *
   * @throws UnsupportedTypeException when a mark of its own does not apply to it, or leaves no
   *     value
   */
  ValueType bound(ValueType type) throws UnsupportedTypeException {
    for (Mark mark : own) {
      if (mark.jazzers() && !mark.recursive() && LEAVES.containsKey(mark.name())) {
        checkApplies(mark, type);
      }
    }
    List<Mark> fitting = all().stream().filter(m -> m.jazzers() && applies(m, type)).toList();
    if (type instanceof LeafType leaf) {
      return new LeafMarks(leaf).bound(fitting);
    }
    Optional<Mark> size = fitting.stream().findFirst();
    if (size.isEmpty()) {
      return type;
    }
    int[] limits = limits(size.get());
    if (type instanceof SequenceType s) {
      return new SequenceType(s.form(), s.descriptor(), s.element(), limits[0], limits[1]);
    }
    MapType map = (MapType) type;
    return new MapType(map.descriptor(), map.key(), map.value(), limits[0], limits[1]);
  }

  /**
   * The least and the greatest length or size that a mark allows.
   *
   * @throws UnsupportedTypeException when there is none between them
   */
  static int[] limits(Mark mark) throws UnsupportedTypeException {
    int min = (int) mark.integral("min", 0);
    int max = (int) mark.integral("max", DEFAULT_MAX_SIZE);
    if (min < 0 || min > max) {
      throw noValue(mark);
    }
    return new int[] {min, max};
  }

  static UnsupportedTypeException noValue(Mark mark) {
    return new UnsupportedTypeException(
        "but " + mark + " leaves no value", "change its limits so that there is one");
  }

  private static void checkApplies(Mark mark, ValueType type) throws UnsupportedTypeException {
    if (!applies(mark, type)) {
      throw new UnsupportedTypeException(
          "but @" + mark.name() + " does not apply to " + type.javaName(),
          "it applies to " + applicable(mark.name()));
    }
  }

  private static String applicable(String name) {
    return switch (name) {
      case "WithSize" -> "collections and maps";
      case "WithLength" -> "arrays";
      default ->
          LEAVES.get(name).stream().map(LeafKind::javaName).collect(Collectors.joining(", "));
    };
  }

  private static boolean applies(Mark mark, ValueType type) {
    if (type instanceof LeafType leaf) {
      return LEAVES.getOrDefault(mark.name(), Set.of()).contains(leaf.kind());
    }
    if (type instanceof SequenceType sequence) {
      boolean array = sequence.form() == SequenceType.Form.ARRAY;
      return mark.name().equals(array ? "WithLength" : "WithSize");
    }
    return type instanceof MapType && mark.name().equals("WithSize");
  }
}
