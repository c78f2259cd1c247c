package io.github.mavenfuzz.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * A kind of method that compares something, and which method of {@code Comparisons} is told before
 * a call of it. Instance methods are known by name and parameters, whatever class they are called
 * on: what the receiver really is shows at run time.
 *
 * @param recorder the name of the method that is told
 * @param operands which values of the call it is told, in its order: 0 is the receiver of an
 *     instance method or the first argument of a static one
 * @param types of those, each {@code I}, {@code J}, {@code F}, {@code D}, {@code Z} or {@code L}
 *     for an object
 * @param samples texts that the method takes; empty unless the recorder is told a text only
 */
record TracedCall(String recorder, int[] operands, String types, List<String> samples) {
  private static final String TEXT = "Ljava/lang/String;";
  private static final String CHARS = "Ljava/lang/CharSequence;";
  private static final String OBJECT = "Ljava/lang/Object;";

  /** Instance methods by name and parameters. */
  private static final Map<String, TracedCall> VIRTUAL = new HashMap<>();

  /** Static methods by owner, name and parameters. */
  private static final Map<String, TracedCall> STATIC = new HashMap<>();

  private static final List<String> ARRAYS = List.of("[B", "[C", "[S", "[I", "[J", "[F", "[D");

  /** Those that can be compared as numbers without a sign. */
  private static final List<String> UNSIGNED = List.of("[B", "[S", "[I", "[J");

  static {
    texts();
    values();
    containers();
    statics();
    ofArrays();
  }

  private static void texts() {
    virtual("equalsIgnoreCase", TEXT, "caseless", "LL", 0, 1);
    virtual("compareToIgnoreCase", TEXT, "caseless", "LL", 0, 1);
    virtual("contentEquals", CHARS, "equal", "LL", 0, 1);
    virtual("contentEquals", "Ljava/lang/StringBuffer;", "equal", "LL", 0, 1);
    virtual("startsWith", TEXT, "start", "LL", 0, 1);
    virtual("startsWith", TEXT + "I", "start", "LLI", 0, 1, 2);
    virtual("endsWith", TEXT, "end", "LL", 0, 1);
    virtual("contains", CHARS, "part", "LL", 0, 1);
    virtual("replace", CHARS + CHARS, "part", "LL", 0, 1);
    for (String search : List.of("indexOf", "lastIndexOf")) {
      virtual(search, TEXT, "part", "LL", 0, 1);
      virtual(search, TEXT + "I", "part", "LL", 0, 1);
      virtual(search, OBJECT, "element", "LL", 0, 1);
    }
    virtual("regionMatches", "I" + TEXT + "II", "region", "LILII", 0, 1, 2, 3, 4);
    virtual("regionMatches", "ZI" + TEXT + "II", "region", "LZILII", 0, 1, 2, 3, 4, 5);
    virtual("matches", TEXT, "pattern", "LL", 0, 1);
    virtual("split", TEXT, "pattern", "LL", 0, 1);
    virtual("split", TEXT + "I", "pattern", "LL", 0, 1);
    virtual("replaceAll", TEXT + TEXT, "pattern", "LL", 0, 1);
    virtual("replaceFirst", TEXT + TEXT, "pattern", "LL", 0, 1);
    virtual("matcher", CHARS, "pattern", "LL", 1, 0);
  }

  private static void values() {
    virtual("equals", OBJECT, "equal", "LL", 0, 1);
    virtual("compareTo", OBJECT, "equal", "LL", 0, 1);
    for (String type :
        List.of("String", "StringBuilder", "StringBuffer", "Integer", "Long", "Short", "Byte")) {
      compared("lang/" + type, "compareTo");
    }
    for (String type : List.of("lang/Character", "lang/Float", "lang/Double", "util/UUID")) {
      compared(type, "compareTo");
    }
    compared("math/BigInteger", "compareTo");
    compared("math/BigDecimal", "compareTo");
    compared("nio/ByteBuffer", "compareTo", "mismatch");
    compared("nio/CharBuffer", "compareTo", "mismatch");
    compared("time/Duration", "compareTo");
    for (String type : List.of("Instant", "LocalTime", "YearMonth", "MonthDay", "Year")) {
      compared("time/" + type, "compareTo", "isBefore", "isAfter");
    }
    for (String type :
        List.of(
            "OffsetDateTime",
            "chrono/ChronoLocalDate",
            "chrono/ChronoLocalDateTime",
            "chrono/ChronoZonedDateTime")) {
      compared("time/" + type, "compareTo", "isBefore", "isAfter", "isEqual");
    }
    virtual("invoke", OBJECT + "[" + OBJECT, "invoked", "LLL", 0, 1, 2);
  }

  /** Methods that take another value of the type. */
  private static void compared(String type, String... methods) {
    for (String method : methods) {
      virtual(method, "Ljava/" + type + ';', "equal", "LL", 0, 1);
    }
  }

  private static void containers() {
    String function = "Ljava/util/function/Function;";
    String binary = "Ljava/util/function/BiFunction;";
    for (String lookup :
        List.of("get", "containsKey", "floorKey", "ceilingKey", "lowerKey", "higherKey")) {
      virtual(lookup, OBJECT, "lookup", "LL", 0, 1);
    }
    for (String lookup : List.of("floorEntry", "ceilingEntry", "lowerEntry", "higherEntry")) {
      virtual(lookup, OBJECT, "lookup", "LL", 0, 1);
    }
    virtual("getOrDefault", OBJECT + OBJECT, "lookup", "LL", 0, 1);
    virtual("putIfAbsent", OBJECT + OBJECT, "lookup", "LL", 0, 1);
    virtual("computeIfAbsent", OBJECT + function, "lookup", "LL", 0, 1);
    virtual("computeIfPresent", OBJECT + binary, "lookup", "LL", 0, 1);
    virtual("compute", OBJECT + binary, "lookup", "LL", 0, 1);
    virtual("merge", OBJECT + OBJECT + binary, "lookup", "LL", 0, 1);
    virtual("contains", OBJECT, "element", "LL", 0, 1);
    virtual("remove", OBJECT, "removal", "LL", 0, 1);
  }

  private static void statics() {
    fixed("java/util/Objects", "equals", OBJECT + OBJECT, "equal", "LL");
    fixed("java/util/Objects", "deepEquals", OBJECT + OBJECT, "equal", "LL");
    fixed("java/security/MessageDigest", "isEqual", "[B[B", "equal", "LL");
    fixed("java/lang/Enum", "valueOf", "Ljava/lang/Class;" + TEXT, "constant", "CL");
    fixed("java/util/regex/Pattern", "matches", TEXT + CHARS, "pattern", "LL", 1, 0);
    fixed("java/lang/CharSequence", "compare", CHARS + CHARS, "equal", "LL");
    parsers();
    for (String compare : List.of("compare", "compareUnsigned")) {
      fixed("java/lang/Integer", compare, "II", "ints", "II");
      fixed("java/lang/Long", compare, "JJ", "longs", "JJ");
    }
    fixed("java/lang/Character", "compare", "CC", "ints", "II");
    fixed("java/lang/Short", "compare", "SS", "ints", "II");
    fixed("java/lang/Byte", "compare", "BB", "ints", "II");
    fixed("java/lang/Float", "compare", "FF", "floats", "FF");
    fixed("java/lang/Double", "compare", "DD", "doubles", "DD");
  }

  /** Methods that take texts of one form only. */
  private static void parsers() {
    parser("java/nio/charset/Charset", "forName", TEXT, "UTF-8", "UTF-16", "ISO-8859-1");
    parser("java/lang/Boolean", "parseBoolean", TEXT, "true");
    parser("java/lang/Integer", "parseInt", TEXT, "1", "-70000");
    parser("java/lang/Long", "parseLong", TEXT, "1", "-5000000000");
    parser("java/lang/Short", "parseShort", TEXT, "1", "-300");
    parser("java/lang/Byte", "parseByte", TEXT, "1");
    parser("java/lang/Double", "parseDouble", TEXT, "1", "-2.5e3");
    parser("java/lang/Float", "parseFloat", TEXT, "1", "-2.5e3");
    parser("java/util/UUID", "fromString", TEXT, "00000001-0002-0003-0004-000000000005");
    for (String type : List.of("Integer", "Long", "Short", "Byte", "Double", "Float")) {
      parser("java/lang/" + type, "valueOf", TEXT, "1", "-7");
    }
    for (String type : List.of("Integer", "Long", "Short", "Byte")) {
      parser("java/lang/" + type, "decode", TEXT, "1", "0x1F");
    }
    time("Instant", "2001-02-03T04:05:06Z");
    time("LocalDate", "2001-02-03");
    time("LocalTime", "04:05:06");
    time("LocalDateTime", "2001-02-03T04:05:06");
    time("OffsetDateTime", "2001-02-03T04:05:06+01:00");
    time("ZonedDateTime", "2001-02-03T04:05:06+01:00[Europe/Paris]");
    time("Duration", "PT8H6M12.3S");
    time("Period", "P1Y2M3D");
    time("YearMonth", "2001-02");
    time("MonthDay", "--02-03");
    time("Year", "2001");
  }

  private static void time(String type, String sample) {
    parser("java/time/" + type, "parse", CHARS, sample);
  }

  private static void parser(String owner, String name, String parameters, String... samples) {
    STATIC.put(
        owner + '.' + name + '(' + parameters + ')',
        new TracedCall("words", new int[] {0}, "L", List.of(samples)));
  }

  private static void ofArrays() {
    for (String array : ARRAYS) {
      ofArray(array, "equals");
      ofArray(array, "compare");
      ofArray(array, "mismatch");
    }
    for (String array : UNSIGNED) {
      ofArray(array, "compareUnsigned");
    }
  }

  private static void ofArray(String array, String method) {
    String part = array + "II";
    fixed("java/util/Arrays", method, array + array, "equal", "LL");
    fixed("java/util/Arrays", method, part + part, "range", "LIILII", 0, 1, 2, 3, 4, 5);
  }

  private static void virtual(
      String name, String parameters, String recorder, String types, int... operands) {
    VIRTUAL.put(
        name + '(' + parameters + ')', new TracedCall(recorder, operands, types, List.of()));
  }

  private static void fixed(
      String owner,
      String name,
      String parameters,
      String recorder,
      String types,
      int... operands) {
    int[] all = operands.length > 0 ? operands : new int[] {0, 1};
    STATIC.put(
        owner + '.' + name + '(' + parameters + ')',
        new TracedCall(recorder, all, types, List.of()));
  }

  /** What only its right side says, as the other is the input's: keys, words, patterns. */
  private static final Set<String> RIGHT_SAYS =
      Set.of("pattern", "lookup", "element", "removal", "constant", "words");

  /** Whether an input can only change what the recorder is told first. */
  boolean wantsRight() {
    return RIGHT_SAYS.contains(recorder);
  }

  /** How a call is traced; null when it compares nothing that is known. */
  static TracedCall of(MethodInsnNode call) {
    String parameters = call.desc.substring(0, call.desc.indexOf(')') + 1);
    if (call.getOpcode() == Opcodes.INVOKESTATIC) {
      return STATIC.get(call.owner + '.' + call.name + parameters);
    }
    return call.getOpcode() == Opcodes.INVOKESPECIAL ? null : VIRTUAL.get(call.name + parameters);
  }

  /** All kinds, as {@code owner.name(parameters)}; instance methods have no owner. */
  static List<String> all() {
    List<String> all = new ArrayList<>(VIRTUAL.keySet());
    all.addAll(STATIC.keySet());
    return all;
  }

  /** The descriptor of the recorder, which is told the site last. */
  String descriptor() {
    StringBuilder descriptor = new StringBuilder("(");
    for (char type : types.toCharArray()) {
      descriptor.append(
          switch (type) {
            case 'L' -> OBJECT;
            case 'C' -> "Ljava/lang/Class;";
            default -> String.valueOf(type);
          });
    }
    return descriptor.append("I)V").toString();
  }
}
