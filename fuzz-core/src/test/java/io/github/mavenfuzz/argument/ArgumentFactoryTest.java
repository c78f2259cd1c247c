package io.github.mavenfuzz.argument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import io.github.mavenfuzz.api.FuzzTest;
import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.target.LoadedTarget;
import io.github.mavenfuzz.type.EnumType;
import io.github.mavenfuzz.type.LeafKind;
import io.github.mavenfuzz.type.LeafType;
import io.github.mavenfuzz.type.NullableType;
import io.github.mavenfuzz.type.RecordType;
import io.github.mavenfuzz.type.ValueType;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArgumentFactoryTest {

  @Target(ElementType.TYPE_USE)
  @Retention(RetentionPolicy.RUNTIME)
  @interface Nullable {}

  enum Color {
    RED,
    GREEN {
      @Override
      public String toString() {
        return "green";
      }
    }
  }

  record Point(int x, long y) {}

  record Pair<A, B>(A first, List<B> second) {}

  record Node(int value, @Nullable Node next) {}

  private record Range(int min, int max) {
    Range {
      if (min > max) {
        throw new IllegalArgumentException(min + " > " + max);
      }
      if (min == max) {
        throw new AssertionError("empty");
      }
    }
  }

  /** Parameters of the type under test: one method for each, which takes nothing else. */
  @SuppressWarnings("unused")
  static final class Targets {
    @FuzzTest
    void string(String s) {}

    @FuzzTest
    void ints(int[] is) {}

    @FuzzTest
    void arrays(String[][] is) {}

    @FuzzTest
    void lists(List<Byte> l) {}

    @FuzzTest
    void iterable(Iterable<Color> l) {}

    @FuzzTest
    void set(Set<Integer> s) {}

    @FuzzTest
    void map(Map<String, Point> m) {}

    @FuzzTest
    void optional(Optional<Color> o) {}

    @FuzzTest
    void nullable(@Nullable Point p) {}

    @FuzzTest
    void generic(Pair<Color, Point[]> p) {}

    @FuzzTest
    void date(LocalDate d) {}

    @FuzzTest
    void node(Node n) {}

    @FuzzTest
    void range(List<Range> r) {}

    @FuzzTest
    void bytesWithin(List<byte[]> b) {}

    @FuzzTest
    void streams(InputStream in, ByteBuffer buffer, FuzzedDataProvider data, byte[] bytes) {}
  }

  static Stream<Arguments> conversions() {
    LocalDate date = LocalDate.of(2024, 2, 29);
    return Stream.of(
        arguments("string", "text", "text"),
        arguments("ints", List.of(1, 2), new int[] {1, 2}),
        arguments("arrays", List.of(List.of("a"), List.of()), new String[][] {{"a"}, {}}),
        arguments("lists", List.of((byte) 1), List.of((byte) 1)),
        arguments("iterable", List.of("GREEN", "RED"), List.of(Color.GREEN, Color.RED)),
        arguments("set", List.of(3, 1, 3), Set.of(1, 3)),
        arguments(
            "map",
            List.of(
                List.of("k", List.of(1, 2L)),
                List.of("j", List.of(3, 4L)),
                List.of("k", List.of(5, 6L))),
            Map.of("k", new Point(5, 6), "j", new Point(3, 4))),
        arguments("optional", "RED", Optional.of(Color.RED)),
        arguments("optional", null, Optional.empty()),
        arguments("nullable", null, null),
        arguments("nullable", List.of(1, 2L), new Point(1, 2)),
        arguments("date", date, date),
        arguments(
            "node",
            List.of(1, List.of(2, Arrays.asList(3, null))),
            new Node(1, new Node(2, new Node(3, null)))),
        arguments("range", List.of(List.of(1, 2)), List.of(new Range(1, 2))));
  }

  @ParameterizedTest
  @MethodSource("conversions")
  void makesWhatTheTargetTakes(String method, Object plain, Object argument) throws Exception {
    assertThat(convert(method, plain)).isEqualTo(argument);
  }

  @Test
  void makesRecordsWithTypeArguments() throws Exception {
    Object argument = convert("generic", List.of("RED", List.of(List.of(List.of(1, 2L)))));

    assertThat(argument)
        .isInstanceOfSatisfying(
            Pair.class,
            pair -> {
              assertThat(pair.first()).isEqualTo(Color.RED);
              assertThat((Object[]) pair.second().get(0))
                  .isInstanceOf(Point[].class)
                  .containsExactly(new Point(1, 2));
            });
  }

  @Test
  void endsARecordThatContainsItselfInNull() throws Exception {
    Object deepest = Arrays.asList(4, List.of());
    Object plain = List.of(1, List.of(2, List.of(3, deepest)));

    assertThat(convert("node", plain))
        .isEqualTo(new Node(1, new Node(2, new Node(3, new Node(4, null)))));
  }

  @Test
  void givesTheBytesTheFaceThatTheTargetTakes() throws Exception {
    byte[] bytes = {1, 2, 3};
    Object[] values = {bytes.clone(), bytes.clone(), bytes.clone(), bytes};

    factory("streams").convert(values);

    assertThat(((InputStream) values[0]).readAllBytes()).isEqualTo(bytes);
    assertThat(values[1]).isEqualTo(ByteBuffer.wrap(bytes));
    assertThat(((FuzzedDataProvider) values[2]).consumeRemainingAsBytes()).isEqualTo(bytes);
    assertThat(values[3]).isSameAs(bytes);
  }

  @Test
  void makesObjectsThatTheTargetMayChange() throws Exception {
    byte[] inner = {7};
    List<Object> plain = List.of(inner);
    ArgumentFactory factory = factory("bytesWithin");
    Object[] first = {plain};
    Object[] second = {plain};
    factory.convert(first);
    factory.convert(second);

    @SuppressWarnings("unchecked")
    List<byte[]> changed = (ArrayList<byte[]>) first[0];
    changed.get(0)[0] = 9;
    changed.clear();

    assertThat(inner).containsExactly(7);
    assertThat(second[0])
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .containsExactly(new byte[] {7});
    assertThat(convert("set", List.of(1))).isInstanceOf(HashSet.class);
  }

  @Test
  void passesOnThatAConstructorRefusesAValue() {
    assertThatExceptionOfType(RefusedArgumentException.class)
        .isThrownBy(() -> convert("range", List.of(List.of(1, 2), List.of(3, 2))))
        .withMessage(
            "the constructor of "
                + Range.class.getName()
                + " refuses it: java.lang.IllegalArgumentException: 3 > 2")
        .withCauseInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void leavesErrorsOfAConstructorAsTheyAre() {
    assertThatThrownBy(() -> convert("range", List.of(List.of(2, 2))))
        .isExactlyInstanceOf(AssertionError.class)
        .hasMessage("empty");
  }

  static Stream<Arguments> unloadable() {
    String changed = ", of which it takes a value, is not the class that was compiled with it";
    return Stream.of(
        arguments(
            new EnumType("no.Such", List.of("A")),
            "the class no.Such, of which it takes a value, cannot be loaded"),
        arguments(
            new NullableType(new EnumType(Color.class.getName(), List.of("BLUE")), false),
            Color.class.getName() + changed),
        arguments(
            new EnumType(Point.class.getName(), List.of("BLUE")), Point.class.getName() + changed),
        arguments(
            new RecordType(
                Point.class.getName(),
                List.of(new RecordType.Component("x", LeafType.of(LeafKind.INT)))),
            Point.class.getName() + changed),
        arguments(
            new RecordType(Color.class.getName(), List.of()), Color.class.getName() + changed));
  }

  @ParameterizedTest
  @MethodSource("unloadable")
  void saysWhichClassIsMissingOrAnother(ValueType type, String sentence) {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(
            () -> ArgumentFactory.of(new InputShape(List.of(type)), ArgumentFactoryTest.class))
        .withMessage(sentence);
  }

  @Test
  void needsJazzersApiOnlyForItsProvider() throws Exception {
    ClassLoader withoutJazzer =
        new ClassLoader(ArgumentFactoryTest.class.getClassLoader()) {
          @Override
          protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("com.code_intelligence.")) {
              throw new ClassNotFoundException(name);
            }
            if (!name.startsWith("io.github.mavenfuzz.argument.")
                && !name.startsWith("io.github.mavenfuzz.jazzer.")) {
              return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
          }

          private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
              byte[] bytes = in.readAllBytes();
              return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
              throw new ClassNotFoundException(name, e);
            }
          }
        };
    Class<?> type = withoutJazzer.loadClass(ArgumentFactory.class.getName());
    Method of = type.getMethod("of", InputShape.class, Class.class);

    Object factory = of.invoke(null, InputShape.of(LeafKind.INPUT_STREAM), type);
    Object[] values = {new byte[0]};
    type.getMethod("convert", Object[].class).invoke(factory, (Object) values);

    assertThat(values[0]).isInstanceOf(InputStream.class);
  }

  private static ArgumentFactory factory(String method) {
    Method target =
        Arrays.stream(Targets.class.getDeclaredMethods())
            .filter(m -> m.getName().equals(method))
            .findFirst()
            .orElseThrow();
    return ArgumentFactory.of(
        LoadedTarget.of(List.of(Targets.class), target).shape(), Targets.class);
  }

  private static Object convert(String method, Object plain) throws RefusedArgumentException {
    Object[] values = {plain};
    factory(method).convert(values);
    return values[0];
  }
}
