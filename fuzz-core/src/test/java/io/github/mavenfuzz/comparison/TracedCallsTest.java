package io.github.mavenfuzz.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.mavenfuzz.probe.ProbedLoader;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Year;
import java.time.chrono.ChronoLocalDate;
import java.time.chrono.ChronoLocalDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What calls of the JDK's methods tell. */
class TracedCallsTest {
  private static final Map<String, Integer> HASHED = Map.of("first", 1);
  private static final TreeMap<String, Integer> SORTED =
      new TreeMap<>(Map.of("b", 1, "d", 2, "f", 3, "h", 4));
  private static final UUID ID = new UUID(1, 2);
  private static final UUID OTHER_ID = new UUID(3, 4);

  private static Method method(Class<?> owner, String name, Class<?>... parameters) {
    try {
      return owner.getMethod(name, parameters);
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }

  private static Arguments row(Method method, List<Object> arguments, String... expected) {
    return arguments(method, arguments, List.of(expected));
  }

  private static Arguments text(String name, String text, String argument, String... expected) {
    Method method = method(String.class, name, String.class);
    return row(method, List.of(text, argument), expected);
  }

  static Stream<Arguments> texts() {
    Class<CharSequence> chars = CharSequence.class;
    Class<String> string = String.class;
    return Stream.of(
        row(method(string, "equals", Object.class), List.of("a", "b"), "EQUAL 'a' 'b'"),
        text("equalsIgnoreCase", "a", "B", "CASELESS 'a' 'B'"),
        text("compareToIgnoreCase", "a", "B", "CASELESS 'a' 'B'"),
        text("compareTo", "a", "b", "EQUAL 'a' 'b'"),
        row(
            method(string, "contentEquals", chars),
            List.of("a", new StringBuilder("b")),
            "EQUAL 'a' 'b'"),
        row(
            method(string, "contentEquals", StringBuffer.class),
            List.of("a", new StringBuffer("b")),
            "EQUAL 'a' 'b'"),
        row(method(chars, "compare", chars, chars), List.of("a", "b"), "EQUAL 'a' 'b'"),
        row(
            method(StringBuilder.class, "compareTo", StringBuilder.class),
            List.of(new StringBuilder("a"), new StringBuilder("b")),
            "EQUAL 'a' 'b'"),
        text("startsWith", "PUT /", "GET", "START 'PUT /' 'GET'"),
        row(
            method(string, "startsWith", string, int.class),
            List.of("PUT /", "/", 3),
            "START ' /' '/'"),
        row(method(string, "startsWith", string, int.class), List.of("PUT /", "/", 9)),
        text("endsWith", "a.zip", ".jar", "END 'a.zip' '.jar'"),
        row(method(string, "contains", chars), List.of("abc", "x"), "PART 'abc' 'x'"),
        row(method(string, "replace", chars, chars), List.of("abc", "x", "y"), "PART 'abc' 'x'"),
        text("indexOf", "abc", "x", "PART 'abc' 'x'"),
        text("lastIndexOf", "abc", "x", "PART 'abc' 'x'"),
        row(method(string, "indexOf", string, int.class), List.of("ab", "x", 1), "PART 'ab' 'x'"),
        row(
            method(StringBuilder.class, "indexOf", string),
            List.of(new StringBuilder("abc"), "x"),
            "PART 'abc' 'x'"),
        row(
            method(string, "regionMatches", int.class, string, int.class, int.class),
            List.of("a=true;", 2, "xxtrunk", 2, 4),
            "EQUAL 'true' 'trun'"),
        row(
            method(string, "regionMatches", boolean.class, int.class, string, int.class, int.class),
            List.of("a=T", true, 2, "true", 0, 4),
            "CASELESS 'T' 'true'"),
        row(
            method(string, "regionMatches", boolean.class, int.class, string, int.class, int.class),
            List.of("a=T", false, -2, "true", 0, 4)));
  }

  static Stream<Arguments> patterns() {
    Class<CharSequence> chars = CharSequence.class;
    Class<String> string = String.class;
    return Stream.of(
        text("matches", "ab", "c+", "PATTERN 'ab' 'c+'"),
        text("split", "ab", "c+", "PATTERN 'ab' 'c+'"),
        row(method(string, "split", string, int.class), List.of("a", ",", 2), "PATTERN 'a' ','"),
        row(
            method(string, "replaceAll", string, string),
            List.of("ab", "c+", ""),
            "PATTERN 'ab' 'c+'"),
        row(
            method(string, "replaceFirst", string, string),
            List.of("ab", "c+", ""),
            "PATTERN 'ab' 'c+'"),
        row(
            method(Pattern.class, "matches", string, chars),
            List.of("c+", "ab"),
            "PATTERN 'ab' 'c+'"),
        row(
            method(Pattern.class, "matcher", chars),
            List.of(Pattern.compile("c+"), new StringBuilder("ab")),
            "PATTERN 'ab' 'c+'"));
  }

  static Stream<Arguments> values() {
    Class<Object> any = Object.class;
    Class<byte[]> bytes = byte[].class;
    ByteBuffer buffer = ByteBuffer.wrap(new byte[] {1, 2});
    ByteBuffer other = ByteBuffer.wrap(new byte[] {3, 4});
    return Stream.of(
        row(method(Objects.class, "equals", any, any), List.of(5, 6), "EQUAL 5 6"),
        row(
            method(Objects.class, "deepEquals", any, any),
            List.of(new int[] {1}, new int[] {2}),
            "EQUAL 4*0x00000001 4*0x00000002"),
        row(
            method(MessageDigest.class, "isEqual", bytes, bytes),
            List.of(new byte[] {-1, 0}, new byte[] {1}),
            "EQUAL 0xff00 0x01"),
        row(method(ByteBuffer.class, "equals", any), List.of(buffer, other), "EQUAL 0x0102 0x0304"),
        row(
            method(ByteBuffer.class, "mismatch", ByteBuffer.class),
            List.of(buffer, other),
            "EQUAL 0x0102 0x0304"),
        row(
            method(CharBuffer.class, "compareTo", CharBuffer.class),
            List.of(CharBuffer.wrap("ab"), CharBuffer.wrap(new char[] {'c'})),
            "EQUAL 'ab' 'c'"),
        row(method(Integer.class, "equals", any), List.of(5, 6), "EQUAL 5 6"),
        row(method(Long.class, "compareTo", Long.class), List.of(5L, 6L), "EQUAL 5 6"),
        row(method(Short.class, "equals", any), List.of((short) 5, (short) 6), "EQUAL 5 6"),
        row(method(Byte.class, "equals", any), List.of((byte) 5, (byte) 6), "EQUAL 5 6"),
        row(method(Character.class, "equals", any), List.of('a', 'b'), "EQUAL 97 98"),
        row(method(Float.class, "equals", any), List.of(0.5f, 2f), "EQUAL 0.5 2.0"),
        row(method(Double.class, "equals", any), List.of(0.5, 2.0), "EQUAL 0.5 2.0"),
        row(method(Comparable.class, "compareTo", any), List.of("a", "b"), "EQUAL 'a' 'b'"),
        row(
            method(BigInteger.class, "compareTo", BigInteger.class),
            List.of(BigInteger.ONE, BigInteger.TWO),
            "EQUAL 1 2"),
        row(
            method(BigDecimal.class, "equals", any),
            List.of(new BigDecimal("1.50"), BigDecimal.TEN),
            "EQUAL 1.50 10"),
        row(
            method(UUID.class, "equals", any),
            List.of(ID, OTHER_ID),
            "EQUAL " + ID + ' ' + OTHER_ID),
        row(method(Boolean.class, "equals", any), List.of(true, false)),
        row(method(Object.class, "equals", any), List.of(List.of("a"), List.of("b"))));
  }

  static Stream<Arguments> numbers() {
    return Stream.of(
        row(method(Integer.class, "compare", int.class, int.class), List.of(1, 2), "NUMBERS 1 2"),
        row(method(Long.class, "compare", long.class, long.class), List.of(1L, 2L), "NUMBERS 1 2"),
        row(
            method(Integer.class, "compareUnsigned", int.class, int.class),
            List.of(-1, 2),
            "NUMBERS -1 2"),
        row(
            method(Short.class, "compare", short.class, short.class),
            List.of((short) 1, (short) 2),
            "NUMBERS 1 2"),
        row(
            method(Byte.class, "compare", byte.class, byte.class),
            List.of((byte) 1, (byte) 2),
            "NUMBERS 1 2"),
        row(
            method(Character.class, "compare", char.class, char.class),
            List.of('a', 'b'),
            "NUMBERS 97 98"),
        row(
            method(Float.class, "compare", float.class, float.class),
            List.of(0.5f, 2f),
            "FLOATS 0.5 2.0"),
        row(
            method(Double.class, "compare", double.class, double.class),
            List.of(0.5, 2.0),
            "DOUBLES 0.5 2.0"));
  }

  static Stream<Arguments> times() {
    LocalDate day = LocalDate.of(2001, 2, 3);
    return Stream.of(
        row(
            method(Instant.class, "isBefore", Instant.class),
            List.of(Instant.EPOCH, Instant.ofEpochSecond(1)),
            "EQUAL 1970-01-01T00:00:00Z 1970-01-01T00:00:01Z"),
        row(
            method(LocalDate.class, "isAfter", ChronoLocalDate.class),
            List.of(day, day.plusDays(1)),
            "EQUAL 2001-02-03 2001-02-04"),
        row(
            method(LocalDateTime.class, "isEqual", ChronoLocalDateTime.class),
            List.of(day.atTime(1, 2), day.atTime(3, 4)),
            "EQUAL 2001-02-03T01:02 2001-02-03T03:04"),
        row(
            method(LocalTime.class, "compareTo", LocalTime.class),
            List.of(LocalTime.of(1, 2), LocalTime.of(3, 4)),
            "EQUAL 01:02 03:04"),
        row(
            method(Year.class, "isBefore", Year.class),
            List.of(Year.of(2001), Year.of(1999)),
            "EQUAL 2001 1999"),
        row(
            method(Duration.class, "compareTo", Duration.class),
            List.of(Duration.ofSeconds(5), Duration.ofHours(1)),
            "EQUAL PT5S PT1H"));
  }

  static Stream<Arguments> containers() {
    Class<Object> any = Object.class;
    List<String> list = List.of("first", "second");
    return Stream.of(
        row(method(Map.class, "get", any), List.of(HASHED, "x"), "EQUAL 'x' 'first'"),
        row(method(Map.class, "containsKey", any), List.of(HASHED, "x"), "EQUAL 'x' 'first'"),
        row(
            method(Map.class, "getOrDefault", any, any),
            List.of(HASHED, "x", 5),
            "EQUAL 'x' 'first'"),
        row(
            method(Map.class, "computeIfAbsent", any, Function.class),
            List.of(HASHED, "x", (Function<Object, Object>) key -> null),
            "EQUAL 'x' 'first'"),
        row(method(Map.class, "remove", any), List.of(HASHED, "x"), "EQUAL 'x' 'first'"),
        row(method(Map.class, "get", any), List.of(SORTED, "e"), "EQUAL 'e' 'd'", "EQUAL 'e' 'f'"),
        row(method(NavigableMap.class, "floorKey", any), List.of(SORTED, "a"), "EQUAL 'a' 'b'"),
        row(method(NavigableMap.class, "higherEntry", any), List.of(SORTED, "x"), "EQUAL 'x' 'h'"),
        row(
            method(Collection.class, "contains", any),
            List.of(new TreeSet<>(List.of(1, 5, 9)), 6),
            "EQUAL 6 5",
            "EQUAL 6 9"),
        row(
            method(Collection.class, "contains", any),
            List.of(list, "x"),
            "EQUAL 'x' 'first'",
            "EQUAL 'x' 'second'"),
        row(
            method(List.class, "indexOf", any),
            List.of(list, "s"),
            "EQUAL 's' 'second'",
            "EQUAL 's' 'first'"),
        row(
            method(Collection.class, "remove", any),
            List.of(list, "x"),
            "EQUAL 'x' 'first'",
            "EQUAL 'x' 'second'"));
  }

  static Stream<Arguments> reflection() {
    Method invoke = method(Method.class, "invoke", Object.class, Object[].class);
    Method starts = method(String.class, "startsWith", String.class);
    Method equal = method(Objects.class, "equals", Object.class, Object.class);
    return Stream.of(
        row(invoke, List.of(starts, "ab", new Object[] {"c"}), "START 'ab' 'c'"),
        row(invoke, List.of(equal, "ignored", new Object[] {"a", "b"}), "EQUAL 'a' 'b'"));
  }

  static Stream<Arguments> calls() {
    return Stream.of(texts(), patterns(), values(), numbers(), times(), containers(), reflection())
        .flatMap(rows -> rows);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("calls")
  void aCallTellsOfItsOperands(Method called, List<Object> arguments, List<String> expected) {
    TracingLoader loader = loaderOf(called);

    assertThat(loader.trace(GeneratedCalls.NAME, GeneratedCalls.METHOD, arguments.toArray()))
        .extracting(comparison -> comparison.replaceAll(" EQUALITY (NONE|LEFT|RIGHT) \\[]$", ""))
        .isEqualTo(expected);
    assertThat(loader.sites()).extracting(Site::line).containsExactly(17);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("calls")
  void aTracedCallReturnsTheSame(Method called, List<Object> arguments, List<String> expected)
      throws Exception {
    Class<?> original =
        new ClassLoader(getClass().getClassLoader()) {
          Class<?> define(byte[] classFile) {
            return defineClass(GeneratedCalls.NAME, classFile, 0, classFile.length);
          }
        }.define(GeneratedCalls.callerOf(called));

    Object[] all = arguments.toArray();
    Object result = loaderOf(called).call(GeneratedCalls.NAME, GeneratedCalls.METHOD, all);
    assertThat(comparable(result))
        .isEqualTo(comparable(ProbedLoader.call(original, GeneratedCalls.METHOD, all)));
  }

  private static Object comparable(Object result) {
    return result instanceof Matcher ? result.toString() : result;
  }

  private static TracingLoader loaderOf(Method called) {
    return new TracingLoader().add(GeneratedCalls.NAME, GeneratedCalls.callerOf(called));
  }

  /** A class that takes a text, the text, and the texts that it takes. */
  static Stream<Arguments> parsers() {
    return Stream.of(
        arguments(method(Charset.class, "forName", String.class), "UTF-8", "ISO-8859-1"),
        arguments(method(Integer.class, "parseInt", String.class), "x", "-70000"),
        arguments(method(Long.class, "parseLong", String.class), "x", "-5000000000"),
        arguments(method(Integer.class, "valueOf", String.class), "x", "-7"),
        arguments(method(Integer.class, "decode", String.class), "x", "0x1F"),
        arguments(method(Double.class, "parseDouble", String.class), "x", "-2.5e3"),
        arguments(method(Boolean.class, "parseBoolean", String.class), "x", "true"),
        arguments(method(LocalDate.class, "parse", CharSequence.class), "x", "2001-02-03"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("parsers")
  void aMethodThatTakesTextOfOneFormTellsOfSamples(Method called, String text, String sample) {
    assertThat(loaderOf(called).trace(GeneratedCalls.NAME, GeneratedCalls.METHOD, text))
        .singleElement()
        .satisfies(
            comparison ->
                assertThat(comparison)
                    .startsWith("WORDS '" + text + "' null EQUALITY RIGHT [")
                    .contains(sample));
  }

  @Test
  void theSamplesOfParsersAreTextThatTheyTake() throws Exception {
    for (String row : TracedCall.all()) {
      int open = row.indexOf('(');
      int dot = row.indexOf('.');
      boolean takesText =
          row.endsWith("(Ljava/lang/String;)") || row.endsWith("(Ljava/lang/CharSequence;)");
      if (dot >= 0 && takesText) {
        Class<?> owner = Class.forName(row.substring(0, dot).replace('/', '.'));
        Class<?> parameter = row.contains("CharSequence") ? CharSequence.class : String.class;
        Method parser = method(owner, row.substring(dot + 1, open), parameter);
        TracingLoader loader = loaderOf(parser);
        for (Object sample : loader.sites().get(0).wanted()) {
          assertThat(parser.invoke(null, sample)).as(row).isNotNull();
        }
      }
    }
  }

  static Stream<Arguments> arrays() {
    return Stream.of(
        arguments(new byte[] {1, 2, 3}, new byte[] {1, -1, 3}, "0x010203", "0x01ff03"),
        arguments("abc".toCharArray(), "axc".toCharArray(), "'abc'", "'axc'"),
        arguments(new short[] {1}, new short[] {-2}, "2*0x0001", "2*0xfffe"),
        arguments(new int[] {1}, new int[] {-2}, "4*0x00000001", "4*0xfffffffe"),
        arguments(new long[] {1}, new long[] {-2}, "8*0x0000000000000001", "8*0xfffffffffffffffe"),
        arguments(new float[] {1}, new float[] {2}, "4*0x3f800000", "4*0x40000000"),
        arguments(
            new double[] {1}, new double[] {2}, "8*0x3ff0000000000000", "8*0x4000000000000000"));
  }

  @ParameterizedTest
  @MethodSource("arrays")
  void arraysAreToldAsWhatTheyHold(Object left, Object right, String one, String other) {
    Class<?> type = left.getClass();
    for (String name : List.of("equals", "compare", "mismatch")) {
      Method called = method(Arrays.class, name, type, type);

      assertThat(loaderOf(called).trace(GeneratedCalls.NAME, GeneratedCalls.METHOD, left, right))
          .containsExactly("EQUAL " + one + ' ' + other + " EQUALITY NONE []");
    }
  }

  @ParameterizedTest
  @MethodSource("arrays")
  void partsOfArraysAreTold(Object left, Object right, String one, String other) {
    Class<?> type = left.getClass();
    Class<Integer> index = int.class;
    Method called = method(Arrays.class, "equals", type, index, index, type, index, index);
    int end = Array.getLength(left);

    assertThat(
            loaderOf(called)
                .trace(GeneratedCalls.NAME, GeneratedCalls.METHOD, left, 0, end, right, 0, end))
        .containsExactly("EQUAL " + one + ' ' + other + " EQUALITY NONE []");
  }
}
