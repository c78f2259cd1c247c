package io.github.mavenfuzz.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.mavenfuzz.boot.Comparison.Relation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ComparisonsTest {
  private static final int SITE = 7;
  private static final String LONG_TEXT = "x".repeat(999) + "the end";

  enum Mode {
    FAST,
    SAFE
  }

  /** A set of the target's own. */
  private static final class OwnSet extends AbstractSet<Object> {
    private int asked;

    @Override
    public Iterator<Object> iterator() {
      asked++;
      throw new IllegalStateException();
    }

    @Override
    public int size() {
      asked++;
      return 1;
    }
  }

  @BeforeEach
  void begin() {
    Comparisons.begin();
  }

  @AfterEach
  void end() {
    Comparisons.end();
  }

  private static Comparison seen(Relation relation, Object left, Object right) {
    return new Comparison(SITE, relation, left, right);
  }

  private static List<Object> rights() {
    return Comparisons.end().stream().map(Comparison::right).toList();
  }

  @Test
  void ofOnePlaceNoMoreThanAFewAreNoted() {
    for (int i = 0; i < 1000; i++) {
      Comparisons.ints(i, -1, SITE);
      Comparisons.equal("a" + i, "b", SITE + 1);
      Comparisons.words("a" + i, SITE + 2);
    }

    List<Comparison> all = Comparisons.end();
    for (int site = SITE; site < SITE + 3; site++) {
      int of = site;
      assertThat(all).filteredOn(comparison -> comparison.site() == of).hasSize(48);
    }
  }

  @Test
  void ofOneRunNoMoreThanSomeAreNoted() {
    for (int i = 0; i < 10_000; i++) {
      Comparisons.ints(1, 2, i);
    }

    assertThat(Comparisons.end()).hasSize(4096);
  }

  @Test
  void aRunBeginsWithNothing() {
    for (int i = 0; i < 100; i++) {
      Comparisons.ints(i, -1, SITE);
    }
    Comparisons.begin();
    Comparisons.ints(5, -1, SITE);

    assertThat(Comparisons.end()).containsExactly(seen(Relation.NUMBERS, 5L, -1L));
  }

  @Test
  void outsideOfRunsNothingIsNoted() {
    Comparisons.end();
    Comparisons.ints(1, 2, SITE);
    Comparisons.equal("a", "b", SITE);
    Comparisons.words("a", SITE);
    Comparisons.lookup(Map.of("a", 1), "b", SITE);

    assertThat(Comparisons.end()).isEmpty();
  }

  @Test
  void eachComparisonIsNotedOnceAndInOrder() {
    for (int i = 0; i < 3; i++) {
      Comparisons.longs(1, 2, SITE);
      Comparisons.floats(1, 2, SITE);
      Comparisons.doubles(1, 2, SITE);
      Comparisons.key(3, SITE);
      Comparisons.equal(new byte[] {1}, new byte[] {2}, SITE);
      Comparisons.words("a", SITE);
    }

    assertThat(Comparisons.end())
        .containsExactly(
            seen(Relation.NUMBERS, 1L, 2L),
            seen(Relation.FLOATS, 1.0, 2.0),
            seen(Relation.DOUBLES, 1.0, 2.0),
            seen(Relation.KEYS, 3L, null),
            seen(Relation.EQUAL, new Bytes("\u0001"), new Bytes("\u0002")),
            seen(Relation.WORDS, "a", null));
  }

  @Test
  void theSameComparisonAtAnotherPlaceIsAnother() {
    Comparisons.ints(1, 2, SITE);
    Comparisons.ints(1, 2, SITE + 1);

    assertThat(Comparisons.end()).extracting(Comparison::site).containsExactly(SITE, SITE + 1);
  }

  @Test
  void aValueComparedWithItselfIsNotNoted() {
    Comparisons.equal(LONG_TEXT, LONG_TEXT, SITE);

    assertThat(Comparisons.end()).isEmpty();
  }

  @Test
  void valuesThatChangeAreCopied() {
    byte[] bytes = {1};
    StringBuilder text = new StringBuilder("before");
    ByteBuffer buffer = ByteBuffer.wrap(new byte[] {0, 5, 6}).position(1);
    CharBuffer chars = CharBuffer.wrap(new char[] {'a', 'b'});
    Comparisons.equal(bytes, buffer, SITE);
    Comparisons.equal(text, chars, SITE);
    bytes[0] = 2;
    text.setLength(0);
    buffer.put(1, (byte) 9);
    chars.put(0, 'x');

    assertThat(Comparisons.end())
        .containsExactly(
            seen(Relation.EQUAL, new Bytes("\u0001"), new Bytes("\u0005\u0006")),
            seen(Relation.EQUAL, "before", "ab"));
    assertThat(buffer.position()).isEqualTo(1);
    assertThat(chars.position()).isZero();
  }

  @Test
  void longTextsAndArraysAreCut() {
    Comparisons.equal(LONG_TEXT, "a", SITE);
    Comparisons.equal(new StringBuilder(LONG_TEXT), "b", SITE);
    Comparisons.equal(LONG_TEXT.toCharArray(), "c", SITE);
    Comparisons.equal(new byte[999], "d", SITE);
    Comparisons.equal(ByteBuffer.allocate(999), "e", SITE);
    Comparisons.equal(new int[999], "f", SITE);

    String cut = "x".repeat(256);
    Bytes zeros = new Bytes("\0".repeat(256));
    assertThat(Comparisons.end())
        .extracting(Comparison::left)
        .containsExactly(cut, cut, cut, zeros, zeros, new Elements(4, "\0".repeat(1024)));
  }

  @Test
  void ofALongTextThePartThatCountsIsKept() {
    Comparisons.end(LONG_TEXT, "ending", SITE);
    Comparisons.start(LONG_TEXT, "thy", 999, SITE);
    Comparisons.region(LONG_TEXT, 999, "a the", 2, 3, SITE);
    Comparisons.region(LONG_TEXT, true, 1003, LONG_TEXT, 0, Integer.MAX_VALUE, SITE);

    assertThat(Comparisons.end())
        .containsExactly(
            seen(Relation.END, "x".repeat(249) + "the end", "ending"),
            seen(Relation.START, "the end", "thy"),
            seen(Relation.EQUAL, "the", "the"),
            seen(Relation.CASELESS, "end", "x".repeat(256)));
  }

  /** What an array of bytes is compared with, from and to; and what is noted. */
  static Stream<Arguments> ranges() {
    return Stream.of(
        arguments(0, 2, "\u0001\u0002"),
        arguments(1, 3, "\u0002\u0003"),
        arguments(1, 99, "\u0002\u0003"),
        arguments(2, 2, ""),
        arguments(9, 12, ""),
        arguments(-1, 2, null),
        arguments(2, 1, null));
  }

  @ParameterizedTest
  @MethodSource("ranges")
  void aPartOfAnArrayIsAsLongAsTheArrayLetsIt(int from, int to, String expected) {
    Comparisons.range(new byte[] {1, 2, 3}, from, to, new byte[] {9}, 0, 1, SITE);

    assertThat(Comparisons.end())
        .extracting(Comparison::left)
        .isEqualTo(expected == null ? List.of() : List.of(new Bytes(expected)));
  }

  @Test
  void aRemainderAndAMaskTellWhatTheirOperandWouldHaveToBe() {
    Comparisons.operands(23, 10);
    Comparisons.remainder(3, 7, SITE);
    Comparisons.operands(0x12L, 0xF0L);
    Comparisons.mask(0x10L, 0x30L, SITE);

    assertThat(Comparisons.end())
        .containsExactly(seen(Relation.NUMBERS, 23L, 27L), seen(Relation.NUMBERS, 0x12L, 0x32L));
  }

  @Test
  void aSortedMapShowsTheNeighbours() {
    TreeMap<Object, Object> map = new TreeMap<>(Map.of("a", 1, "c", 2, "e", 3, "g", 4));
    Comparisons.lookup(map, "d", SITE);
    Comparisons.lookup(map, "c", SITE + 1);
    Comparisons.element(map.navigableKeySet(), "z", SITE + 2);

    assertThat(Comparisons.end())
        .extracting(Comparison::site, Comparison::right)
        .hasToString("[(7, \"c\"), (7, \"e\"), (8, \"a\"), (8, \"e\"), (9, \"g\")]");
  }

  @Test
  void aMapSortedByAComparatorShowsItsElements() {
    TreeMap<String, Object> map = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    map.putAll(Map.of("b", 1, "a", 2));
    Comparisons.lookup(map, "x", SITE);

    assertThat(rights()).containsExactly("a", "b");
  }

  @Test
  void whatCannotBeComparedWithASortedMapIsNotNoted() {
    Comparisons.lookup(new TreeMap<>(Map.of("a", 1)), 5, SITE);
    Comparisons.element(new TreeSet<>(Set.of("a")), new Object(), SITE);
    Comparisons.lookup(new TreeMap<>(Map.of("a", 1)), null, SITE);

    assertThat(Comparisons.end()).isEmpty();
  }

  @Test
  void ofManyElementsThoseThatAreAlikeComeFirst() {
    List<Object> many = new ArrayList<>(IntStream.range(0, 100).mapToObj(i -> "n" + i).toList());
    many.addAll(List.of("content-type", 5, "cookie"));
    Comparisons.element(many, "Content-Type", SITE);
    Comparisons.element(many, "c", SITE + 1);
    Comparisons.element(many, 6, SITE + 2);

    List<Comparison> all = Comparisons.end();
    assertThat(all)
        .extracting(Comparison::right)
        .startsWith("content-type", "cookie", "n0", "n1", "n10");
    assertThat(all)
        .filteredOn(comparison -> comparison.site() == SITE + 1)
        .hasSize(32)
        .extracting(Comparison::right)
        .startsWith("content-type", "cookie", "n0");
    assertThat(all).filteredOn(comparison -> comparison.site() == SITE + 2).hasSize(1);
  }

  @Test
  void collectionsOfTheTargetAreNotLookedAt() {
    OwnSet own = new OwnSet();
    Map<Object, Object> map =
        new HashMap<>() {
          private static final long serialVersionUID = 1;

          @Override
          public Set<Object> keySet() {
            return own;
          }
        };
    Comparisons.element(own, "a", SITE);
    Comparisons.removal(own, "a", SITE);
    Comparisons.lookup(map, "a", SITE);

    assertThat(own.asked).isZero();
  }

  @Test
  void aViewOfACollectionOfTheTargetThrowsNothing() {
    assertThatCode(() -> Comparisons.element(Collections.unmodifiableSet(new OwnSet()), "a", SITE))
        .doesNotThrowAnyException();
    assertThat(Comparisons.end()).isEmpty();
  }

  @Test
  void aViewOfTextOfTheTargetThrowsNothing() {
    CharSequence own =
        new CharSequence() {
          @Override
          public int length() {
            return 5;
          }

          @Override
          public char charAt(int index) {
            throw new IllegalStateException();
          }

          @Override
          public CharSequence subSequence(int start, int end) {
            return this;
          }
        };
    Comparisons.equal(CharBuffer.wrap(own), "a", SITE);
    Comparisons.equal(own, "a", SITE);

    assertThat(Comparisons.end()).isEmpty();
  }

  @Test
  void theNameOfAConstantIsComparedWithThemAll() {
    Comparisons.constant(Mode.class, "SLOW", SITE);
    Comparisons.constant(String.class, "SLOW", SITE);
    Comparisons.constant(null, "SLOW", SITE);
    Comparisons.constant(Mode.class, null, SITE);

    assertThat(rights()).containsExactly("FAST", "SAFE");
  }

  private static Method method(Class<?> owner, String name, Class<?>... parameters) {
    try {
      return owner.getMethod(name, parameters);
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }

  static Stream<Arguments> invocations() {
    Class<Object> any = Object.class;
    Class<String> string = String.class;
    return Stream.of(
        arguments(method(string, "equals", any), "a", List.of("b"), Relation.EQUAL),
        arguments(method(string, "compareTo", string), "a", List.of("b"), Relation.EQUAL),
        arguments(
            method(Objects.class, "equals", any, any), null, List.of("a", "b"), Relation.EQUAL),
        arguments(method(string, "equalsIgnoreCase", string), "a", List.of("b"), Relation.CASELESS),
        arguments(method(string, "startsWith", string), "a", List.of("b"), Relation.START),
        arguments(method(string, "endsWith", string), "a", List.of("b"), Relation.END),
        arguments(method(string, "contains", CharSequence.class), "a", List.of("b"), Relation.PART),
        arguments(method(string, "matches", string), "a", List.of("b"), Relation.PATTERN),
        arguments(method(Set.class, "contains", any), Set.of("b"), List.of("a"), Relation.EQUAL),
        arguments(method(Map.class, "get", any), Map.of("b", 1), List.of("a"), Relation.EQUAL));
  }

  @ParameterizedTest
  @MethodSource("invocations")
  void aCallByReflectionIsToldAsTheCallItself(
      Method method, Object receiver, List<Object> arguments, Relation expected) {
    Comparisons.invoked(method, receiver, arguments.toArray(), SITE);

    assertThat(Comparisons.end()).containsExactly(seen(expected, "a", "b"));
  }

  @Test
  void callsByReflectionThatCompareNothingAreNotNoted() {
    Comparisons.invoked(method(String.class, "length"), "a", new Object[0], SITE);
    Comparisons.invoked(
        method(String.class, "concat", String.class), "a", new Object[] {"b"}, SITE);
    Comparisons.invoked(
        method(Comparison.class, "equals", Object.class), "a", new Object[] {"b"}, SITE);
    Comparisons.invoked(method(String.class, "equals", Object.class), "a", null, SITE);
    Comparisons.invoked("no method", "a", new Object[] {"b"}, SITE);

    assertThat(Comparisons.end()).isEmpty();
  }

  static Stream<Method> recorders() {
    return Arrays.stream(Comparisons.class.getDeclaredMethods())
        .filter(m -> Modifier.isPublic(m.getModifiers()) && m.getParameterCount() > 0);
  }

  @ParameterizedTest
  @MethodSource("recorders")
  void noRecorderThrowsAnything(Method recorder) {
    Comparisons.begin();

    call(recorder, new Object[recorder.getParameterCount()], 0);
  }

  /** Calls a method with every choice of odd arguments. */
  private static void call(Method recorder, Object[] arguments, int from) {
    if (from == arguments.length) {
      assertThatCode(() -> recorder.invoke(null, arguments)).doesNotThrowAnyException();
      return;
    }
    boolean isSite = from == arguments.length - 1;
    for (Object odd : isSite ? sites() : oddOf(recorder.getParameterTypes()[from])) {
      arguments[from] = odd;
      call(recorder, arguments, from + 1);
    }
  }

  private static List<Object> sites() {
    return List.of(-1, SITE, Comparisons.MOST_SITES);
  }

  private static List<Object> oddOf(Class<?> type) {
    if (type == int.class) {
      return List.of(-1, 0, 1, Integer.MAX_VALUE);
    }
    if (type == long.class) {
      return List.of(Long.MIN_VALUE, 0L, Long.MAX_VALUE);
    }
    if (type == float.class) {
      return List.of(Float.NaN, -0f);
    }
    if (type == double.class) {
      return List.of(Double.NaN, -0.0);
    }
    if (type == boolean.class) {
      return List.of(true, false);
    }
    if (type == Class.class) {
      return Arrays.asList(null, Mode.class, int.class);
    }
    return Arrays.asList(
        null,
        "",
        "text",
        5,
        new Object(),
        new byte[] {1},
        new boolean[1],
        new Object[] {null, "a"},
        new HashSet<>(Arrays.asList(null, "a")),
        Pattern.compile("a"),
        method(String.class, "indexOf", String.class));
  }
}
