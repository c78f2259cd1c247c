package io.github.mavenfuzz.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the parameters of a target are read as; see {@link TypeOutline} for the notation. */
class ParameterTypesTest {
  private static final String IMPORTS =
      """
      import com.code_intelligence.jazzer.api.FuzzedDataProvider;
      import com.code_intelligence.jazzer.mutation.annotation.*;
      import java.io.InputStream;
      import java.math.*;
      import java.nio.ByteBuffer;
      import java.time.*;
      import java.util.*;
      import java.util.concurrent.TimeUnit;
      """;

  private static final String RECURSIVE =
      "constraint = com.code_intelligence.jazzer.mutation.utils.PropertyConstraint.RECURSIVE";

  @TempDir private Path classes;

  static Stream<Arguments> types() {
    return Stream.of(
        arguments("byte[] b", "byte[]"),
        arguments("String s, boolean z, byte b", "String, boolean, byte"),
        arguments("short s, char c, int i, long l", "short, char, int, long"),
        arguments("float f, double d", "float, double"),
        arguments("Integer i, Character c, Boolean b", "Integer, Character, Boolean"),
        arguments("InputStream in", "InputStream"),
        arguments("ByteBuffer b, int i", "ByteBuffer, int"),
        arguments("FuzzedDataProvider data", "FuzzedDataProvider"),
        arguments("int[] is, String[][] ss, byte[][] bs", "int[], String[][], byte[][]"),
        arguments("Integer... boxed", "Integer[]"),
        arguments("List<String> l", "List<String>"),
        arguments("Collection<byte[]> c", "Collection<byte[]>"),
        arguments("Iterable<? extends Long> i", "Iterable<Long>"),
        arguments("Set<int[]> s", "Set<int[]>"),
        arguments("List<String>[] ls", "List<String>[]"),
        arguments("Map<String, List<Integer>> m", "Map<String, List<Integer>>"),
        arguments("Optional<String> o", "Optional<String>"),
        arguments("BigInteger i, BigDecimal d, UUID u", "BigInteger, BigDecimal, UUID"),
        arguments("LocalDate d, Duration t, ZoneId z", "LocalDate, Duration, ZoneId"),
        arguments(
            "TimeUnit u",
            "java.util.concurrent.TimeUnit[NANOSECONDS, MICROSECONDS, MILLISECONDS, SECONDS,"
                + " MINUTES, HOURS, DAYS]"),
        arguments("Color c", "p.A$Color[RED, GREEN]"),
        arguments("Empty e", "p.A$Empty()"),
        arguments("Point p", "p.A$Point(int x, int y)"),
        arguments("List<Named> n", "List<p.A$Named(String name, p.A$Point(int x, int y) at)>"),
        arguments(
            "Pair<Color, List<Point>> p",
            "p.A$Pair(p.A$Color[RED, GREEN] a, List<p.A$Point(int x, int y)>[] b)"));
  }

  @ParameterizedTest
  @MethodSource("types")
  void readsTypes(String parameters, String outline) {
    assertThat(outline("@FuzzTest void m(" + parameters + ") {}")).isEqualTo(outline);
  }

  static Stream<Arguments> bounds() {
    return Stream.of(
        arguments("@InRange(min = -5, max = 9) int i", "int{-5..9}"),
        arguments("@InRange(min = 5) Long l", "Long{5..9223372036854775807}"),
        arguments("@InRange(max = 5) byte b", "byte{-128..5}"),
        arguments("@InRange(min = 'a', max = 'z') char c", "char{97..122}"),
        arguments("@Positive int i, @NonNegative byte b", "int{1..2147483647}, byte{0..127}"),
        arguments(
            "@Negative short s, @NonPositive int i", "short{-32768..-1}, int{-2147483648..0}"),
        arguments("@Positive @InRange(max = 9) int i", "int{1..9}"),
        arguments("@Positive double d", "double{4.9E-324..Infinity}"),
        arguments("@Negative float f", "float{-Infinity..-1.401298464324817E-45}"),
        arguments("@NonNegative double d", "double{0.0..Infinity}"),
        arguments("@FloatInRange(min = 0.5f, max = 2) float f", "float{0.5..2.0 or NaN}"),
        arguments(
            "@DoubleInRange(min = -1, max = 1, allowNaN = false) Double d", "Double{-1.0..1.0}"),
        arguments("@Finite double d", "double{-1.7976931348623157E308..1.7976931348623157E308}"),
        arguments("@Finite float f", "float{-3.4028234663852886E38..3.4028234663852886E38}"),
        arguments("@WithUtf8Length(min = 1, max = 8) String s", "String{1..8}"),
        arguments("@WithUtf8Length(min = 1) String s", "String{1..1000}"),
        arguments("@Ascii String s", "String{ASCII}"),
        arguments("@UrlSegment @WithUtf8Length(max = 9) String s", "String{0..9 URL_SEGMENT}"),
        arguments("@Ascii @UrlSegment String s", "String{URL_SEGMENT}"),
        arguments("byte @WithLength(max = 16) [] b", "byte[]{0..16}"),
        arguments("String @WithLength(min = 2, max = 3) [] s", "String[]{2..3}"),
        arguments("int[] @WithLength(max = 3) [] s", "int[]{0..3}[]"),
        arguments("@WithSize(max = 5) List<String> l", "List<String>{0..5}"),
        arguments("@WithSize(min = 1) Set<String> l", "Set<String>{1..1000}"),
        arguments(
            "@WithSize(max = 2) Map<String, @Ascii String> m", "Map<String, String{ASCII}>{0..2}"),
        arguments("List<? extends @Ascii String> l", "List<String{ASCII}>"),
        arguments("List<@InRange(max = 1) Integer>[] l", "List<Integer{-2147483648..1}>[]"),
        arguments("@ElementOf(integers = {1, -1}) int i", "int[1, -1]"),
        arguments("@ElementOf(bytes = 7) byte b", "byte[7]"),
        arguments(
            "@ElementOf(chars = {'x', '\"', '\\n'}) char c", "char[\"x\", \"\\\"\", \"\\u000a\"]"),
        arguments(
            "@ElementOf(strings = {\"a\", \"\u00e4\", \"a\"}) String s",
            "String[\"a\", \"\\u00e4\"]"),
        arguments("@ElementOf(doubles = {0.5, Double.NaN}) double d", "double[0.5, \"NaN\"]"),
        arguments("Bounded b", "p.A$Bounded(int{0..9} digit, List<String{ASCII}> names)"),
        arguments("@ValuePool(\"ignored\") String s", "String"));
  }

  @ParameterizedTest
  @MethodSource("bounds")
  void honoursJazzersAnnotations(String parameters, String outline) {
    assertThat(outline("@FuzzTest void m(" + parameters + ") {}")).isEqualTo(outline);
  }

  static Stream<Arguments> recursiveConstraints() {
    return Stream.of(
        arguments(
            "@Ascii(" + RECURSIVE + ") List<Map<String, Integer>> l",
            "List<Map<String{ASCII}, Integer>>"),
        arguments(
            "@WithUtf8Length(max = 3, " + RECURSIVE + ") Named n",
            "p.A$Named(String{0..3} name, p.A$Point(int x, int y) at)"),
        arguments(
            "@InRange(max = 3, " + RECURSIVE + ") List<@InRange(min = 5) Long>[] l",
            "List<Long{5..9223372036854775807}>[]"),
        arguments("@Ascii List<String> l", null));
  }

  @ParameterizedTest
  @MethodSource("recursiveConstraints")
  void passesOnWhatIsRecursiveToTypesWithin(String parameters, String outline) {
    String target = "@FuzzTest void m(" + parameters + ") {}";

    if (outline == null) {
      assertThat(scan(target).targets()).isEmpty();
    } else {
      assertThat(outline(target)).isEqualTo(outline);
    }
  }

  static Stream<Arguments> nullability() {
    return Stream.of(
        arguments("String s", "String", "String?"),
        arguments("byte[] single", "byte[]", "byte[]"),
        arguments("byte[] one, int two", "byte[], int", "byte[]?, int"),
        arguments("@NotNull byte[] one, int two", "byte[], int", "byte[], int"),
        arguments("FuzzedDataProvider data", "FuzzedDataProvider", "FuzzedDataProvider"),
        arguments("InputStream in", "InputStream", "InputStream?"),
        arguments("Integer i, int j", "Integer, int", "Integer?, int"),
        arguments("List<String> l", "List<String>", "List<String?>?"),
        arguments("@NotNull List<@NotNull String> l", "List<String>", "List<String>"),
        arguments("@Nullable List<@Nullable String> l", "List<String?>?", "List<String?>?"),
        arguments("Optional<String> l", "Optional<String>", "Optional<String>"),
        arguments("@NotNull int[][] l", "int[][]", "int[]?[]"),
        arguments("Map<String, Integer> m", "Map<String, Integer>", "Map<String?, Integer?>?"),
        arguments("Color c", "p.A$Color[RED, GREEN]", "p.A$Color[RED, GREEN]?"),
        arguments("@Ascii String s", "String{ASCII}", "String{ASCII}?"),
        arguments("@ElementOf(strings = \"\") String s", "String[\"\"]", "String[\"\"]?"),
        arguments(
            "@NotNull Maybe m", "p.A$Maybe(String? a, String b)", "p.A$Maybe(String? a, String b)"),
        arguments("@NotNull(" + RECURSIVE + ") List<UUID> l", "List<UUID>", "List<UUID>"));
  }

  @ParameterizedTest
  @MethodSource("nullability")
  void letsValuesBeNullWhereTheFormOfTheTargetDoes(
      String parameters, String ofOurs, String ofJazzers) {
    String method = " void m(" + parameters + ") {}";

    assertThat(outline("@FuzzTest" + method)).isEqualTo(ofOurs);
    assertThat(outline("@com.code_intelligence.jazzer.junit.FuzzTest" + method))
        .isEqualTo(ofJazzers);
  }

  static Stream<Arguments> recursiveRecords() {
    return Stream.of(
        arguments(
            "record Node(int v, @Nullable Node next) {}",
            "p.A$Node(int v, p.A$Node(int v, p.A$Node(int v, p.A$Node(int v, p.A$Node()? next)?"
                + " next)? next)? next)"),
        arguments(
            "record Node(List<Node> n) {}",
            "p.A$Node(List<p.A$Node(List<p.A$Node(List<p.A$Node(List<p.A$Node()>{0..0} n)> n)> n)>"
                + " n)"),
        arguments(
            "record Node(Optional<Node[]> n) {}",
            "p.A$Node(Optional<p.A$Node(Optional<p.A$Node(Optional<p.A$Node(Optional<"
                + "p.A$Node()[]{0..0}> n)[]> n)[]> n)[]> n)"),
        arguments(
            "record Node(Map<String, Node> n) {}",
            "p.A$Node(Map<String, p.A$Node(Map<String, p.A$Node(Map<String, p.A$Node(Map<String,"
                + " p.A$Node()>{0..0} n)> n)> n)> n)"));
  }

  @ParameterizedTest
  @MethodSource("recursiveRecords")
  void unrollsARecordThatContainsItself(String node, String outline) {
    assertThat(outline("@FuzzTest void m(Node n) {} " + node)).isEqualTo(outline);
  }

  @Test
  void keepsARecordThatContainsItselfInManyWaysSmall() {
    String node =
        "record Wide("
            + "@Nullable Wide a, @Nullable Other b, @Nullable Wide c, @Nullable Other d)"
            + " {} record Other(@Nullable Wide a, @Nullable Wide b, @Nullable Other c) {}";

    assertThat(outline("@FuzzTest void m(Wide w) {} " + node).length()).isLessThan(40_000);
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        arguments(
            "List p",
            "java.util.List, but java.util.List has no type arguments; write what it"
                + " holds, such as in List<String>"),
        arguments(
            "Pair p",
            "p.A$Pair, but p.A$Pair has no type arguments; write what it holds, such as"
                + " in List<String>"),
        arguments(
            "List<InputStream> p",
            "java.util.List<java.io.InputStream>, but a java.io.InputStream works only as a"
                + " parameter of its own; a byte[] works everywhere"),
        arguments(
            "Bad p",
            "p.A$Bad, but the fuzzer cannot make the java.lang.Thread in component \"t\" of the"
                + " record p.A$Bad; these types work: "
                + TypeReader.SUPPORTED),
        arguments("None p", "p.A$None, but the enum p.A$None has no constants; give it some"),
        arguments(
            "Endless p",
            "p.A$Endless, but the record p.A$Endless contains itself without an end in component"
                + " \"e\" of the record p.A$Endless; let it do so by a component that may be null"
                + " or by a collection that may be empty"),
        arguments(
            "@InRange(min = 3, max = 2) int p",
            "int, but @InRange(min = 3, max = 2) leaves no value; change its limits so that there"
                + " is one"),
        arguments(
            "@InRange(min = 200) byte p",
            "byte, but @InRange(min = 200) leaves no value; change its limits so that there is"
                + " one"),
        arguments(
            "@WithSize(min = -1) List<String> p",
            "java.util.List<java.lang.String>, but @WithSize(min = -1) leaves no value; change its"
                + " limits so that there is one"),
        arguments(
            "@InRange(min = 3) String p",
            "java.lang.String, but @InRange does not apply to String; it applies to byte, short,"
                + " char, int, long"),
        arguments(
            "@WithLength(max = 3) List<String> p",
            "java.util.List<java.lang.String>, but @WithLength does not apply to List<String>; it"
                + " applies to arrays"),
        arguments(
            "@WithSize(max = 3) Color p",
            "p.A$Color, but @WithSize does not apply to Color; it applies to collections and maps"),
        arguments(
            "@ElementOf(longs = 1) int p",
            "int, but @ElementOf names no value of that type; list them in its element integers"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void explainsWhichTypesCannotBeMade(String parameter, String problem) {
    assertThat(Scans.problems(scan("@FuzzTest void m(" + parameter + ") {}")))
        .containsExactly("parameter \"p\" of p.A#m is a " + problem);
  }

  @Test
  void namesTypeVariablesOfTheMethod() {
    assertThat(Scans.problems(scan("@FuzzTest <T extends Number> void m(T t) {}")))
        .containsExactly(
            "parameter \"t\" of p.A#m is a T, but nothing says what type T stands for; name one, as"
                + " in extends Contract<String>");
  }

  @Test
  void saysThatAClassIsMissing() throws IOException {
    project("@FuzzTest void m(Color p) {}").compile();
    Files.delete(classes.resolve("p/A$Color.class"));

    assertThat(Scans.problems(TargetFinder.scan(List.of(classes), List.of())))
        .containsExactly(
            "parameter \"p\" of p.A#m is a p.A$Color, but there is no class p.A$Color on the class"
                + " path; add what contains it");
  }

  @Test
  void findsEnumsAndRecordsInJars(@TempDir Path elsewhere) throws IOException {
    project("@FuzzTest void m(Color c, Point p) {}").compile();
    Path jar = elsewhere.resolve("types.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (String name : List.of("p/A$Color.class", "p/A$Point.class")) {
        out.putNextEntry(new ZipEntry(name));
        Files.copy(classes.resolve(name), out);
        Files.delete(classes.resolve(name));
      }
    }

    TargetScan scan =
        TargetFinder.scan(List.of(classes), List.of(elsewhere.resolve("none.jar"), jar));

    assertThat(Scans.problems(scan)).isEmpty();
    assertThat(outline(scan)).isEqualTo("p.A$Color[RED, GREEN], p.A$Point(int x, int y)");
  }

  private String outline(String members) {
    TargetScan scan = scan(members);
    assertThat(Scans.problems(scan)).isEmpty();
    return outline(scan);
  }

  private static String outline(TargetScan scan) {
    return scan.targets().get(0).shape().types().stream()
        .map(type -> type.accept(new TypeOutline()))
        .collect(Collectors.joining(", "));
  }

  private TargetScan scan(String members) {
    return TargetFinder.scan(List.of(project(members).compile()), List.of());
  }

  private CompiledProject project(String members) {
    return new CompiledProject(classes)
        .source(
            "com.code_intelligence.jazzer.junit",
            "@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)"
                + " public @interface FuzzTest {}")
        .source(
            IMPORTS
                + """
                class A {
                  @java.lang.annotation.Target(java.lang.annotation.ElementType.TYPE_USE)
                  @interface Nullable {}
                  enum Color { RED, GREEN { @Override public String toString() { return "g"; } }; Color a; }
                  enum None {}
                  record Empty() {}
                  record Point(int x, int y) { static int z; Point(int x) { this(x, 0); } }
                  record Named(String name, Point at) {}
                  record Pair<X, Y>(X a, Y... b) {}
                  record Bounded(@InRange(min = 0, max = 9) int digit, List<@Ascii String> names) {}
                  record Maybe(@Nullable String a, @NotNull String b) {}
                  record Bad(Thread t) {}
                  record Endless(Endless e) {}
                """
                + members
                + '}');
  }
}
