package io.github.mavenfuzz.hint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes texts that match a regular expression, as far as they follow from its text: literals,
 * classes, groups, alternatives, counts and back references. Look-arounds and flags are passed
 * over, so not each text matches.
 *
 * <p>Example: {@code v\d+\.[a-c]{2}(-rc)?} gives {@code v1.aa}, {@code v22.cc-rc} and more.
 */
final class RegexSample {
  /** Different texts that are made. */
  private static final int SAMPLES = 4;

  private static final int LONGEST = 256;
  private static final int DEEPEST = 64;

  /** Characters of a class that are told apart. */
  private static final int MOST_OF_CLASS = 32;

  private static final int CHARACTER_ESCAPE = 2;
  private static final int UNICODE_ESCAPE = 4;
  private static final int OCTAL_ESCAPE = 3;
  private static final int HEXADECIMAL = 16;

  /** The characters of ASCII, the most usual first. */
  private static final String ASCII =
      IntStream.range(0, 26)
              .mapToObj(i -> "" + (char) ('a' + i) + (char) ('A' + i) + (i < 10 ? "" + i : ""))
              .collect(Collectors.joining())
          + "-_ "
          + IntStream.range(0, 0x80)
              .filter(c -> !Character.isLetterOrDigit(c) && "-_ ".indexOf(c) < 0)
              .mapToObj(Character::toString)
              .collect(Collectors.joining());

  /** Some others, made when they are asked for. */
  private static final class Others {
    static final String ALL =
        IntStream.concat(IntStream.range(0x80, 0xFFFE), IntStream.range(0x1F300, 0x1F700))
            .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
  }

  private final String regex;

  /** Chooses among alternatives, and how often what may repeat does. */
  private final int variant;

  /** What groups hold, by number and by name. */
  private final Map<String, String> captured = new HashMap<>();

  private int groups;
  private int at;
  private int depth;

  private RegexSample(String regex, int variant) {
    this.regex = regex;
    this.variant = variant;
  }

  /** Different texts, the shortest way through the expression first; none when it is malformed. */
  static List<String> of(String regex) {
    Set<String> samples = new LinkedHashSet<>();
    for (int variant = 0; variant < SAMPLES; variant++) {
      try {
        String sample = new RegexSample(regex, variant).whole();
        if (sample.length() <= LONGEST) {
          samples.add(sample);
        }
      } catch (IndexOutOfBoundsException | IllegalArgumentException malformed) {
        break;
      }
    }
    return new ArrayList<>(samples);
  }

  private String whole() {
    String text = alternatives();
    if (!isEnd()) {
      throw malformed();
    }
    return text;
  }

  private boolean isEnd() {
    return at >= regex.length();
  }

  private char peek() {
    return regex.charAt(at);
  }

  /** Passes over a text if it comes next. */
  private boolean skip(String text) {
    boolean isNext = regex.startsWith(text, at);
    at += isNext ? text.length() : 0;
    return isNext;
  }

  /** What comes before an end that is passed over, too. */
  private String until(String end) {
    int from = at;
    int to = regex.indexOf(end, from);
    if (to < 0) {
      throw malformed();
    }
    at = to + end.length();
    return regex.substring(from, to);
  }

  private PatternSyntaxException malformed() {
    return new PatternSyntaxException("no regular expression that is known", regex, at);
  }

  private String alternatives() {
    if (++depth > DEEPEST) {
      throw malformed();
    }
    List<String> all = new ArrayList<>();
    do {
      all.add(sequence());
    } while (skip("|"));
    depth--;
    return all.get(variant % all.size());
  }

  private String sequence() {
    StringBuilder text = new StringBuilder();
    while (!isEnd() && peek() != '|' && peek() != ')') {
      String atom = atom(text.length());
      String repeated = atom.repeat(repeats(atom));
      if (text.length() <= LONGEST) {
        text.append(repeated);
      }
    }
    return text.toString();
  }

  private String atom(int position) {
    int from = at;
    int c = regex.codePointAt(at);
    at += Character.charCount(c);
    return switch (c) {
      case '(' -> group();
      case '[' -> characterClass(from, position);
      case '.' -> oneOf(".", position);
      case '\\' -> escape(from, position);
      case '^', '$' -> "";
      default -> Character.toString(c);
    };
  }

  private String group() {
    if (!skip("?")) {
      return captured(List.of(String.valueOf(++groups)));
    }
    if (skip("=") || skip("!") || skip("<=") || skip("<!")) {
      closed();
      return "";
    }
    if (skip("<")) {
      return captured(List.of(String.valueOf(++groups), until(">")));
    }
    if (skip(">")) {
      return closed();
    }
    while (Character.isLetter(peek()) || peek() == '-') { // flags
      at++;
    }
    if (skip(")")) {
      return "";
    }
    if (!skip(":")) {
      throw malformed();
    }
    return closed();
  }

  private String captured(List<String> names) {
    String content = closed();
    names.forEach(name -> captured.put(name, content));
    return content;
  }

  /** The content of a group, whose closing bracket is passed over. */
  private String closed() {
    String content = alternatives();
    if (!skip(")")) {
      throw malformed();
    }
    return content;
  }

  /**
   * How often something is to be there.
   *
   * @param least how often it has to be
   * @param most how often it may be
   */
  private record Count(int least, int most) {}

  private int repeats(String atom) {
    Count count = count();
    if (count == null) {
      return 1;
    }
    if (!skip("?")) {
      skip("+");
    }
    if (atom.length() > LONGEST) {
      return Math.min(1, count.least);
    }
    int bounded = Math.min(count.least, LONGEST / Math.max(1, atom.length()));
    return Math.min(count.most, bounded + variant);
  }

  /** Null when there is none. */
  private Count count() {
    if (skip("*")) {
      return new Count(0, LONGEST);
    }
    if (skip("+")) {
      return new Count(1, LONGEST);
    }
    if (skip("?")) {
      return new Count(0, 1);
    }
    if (!skip("{")) {
      return null;
    }
    String[] counts = until("}").split(",", 2);
    int least = Integer.parseInt(counts[0]);
    if (counts.length == 1) {
      return new Count(least, least);
    }
    return new Count(least, counts[1].isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(counts[1]));
  }

  /**
   * @param from where the backslash is
   */
  private String escape(int from, int position) {
    char c = regex.charAt(at++);
    return switch (c) {
      case 'b', 'B', 'A', 'Z', 'z', 'G' -> "";
      case 'Q' -> quoted();
      case 'k' -> skip("<") ? captured.getOrDefault(until(">"), "") : "";
      case '1', '2', '3', '4', '5', '6', '7', '8', '9' ->
          captured.getOrDefault(String.valueOf(c), "");
      case 'u' -> Character.toString(code(UNICODE_ESCAPE));
      case 'x' -> skip("{") ? code(until("}")) : Character.toString(code(CHARACTER_ESCAPE));
      default -> {
        skipRest(c);
        yield oneOf(regex.substring(from, at), position);
      }
    };
  }

  /** Passes over what an escape has behind its letter. */
  private void skipRest(char c) {
    switch (c) {
      case 'p', 'P', 'N' -> {
        if (skip("{")) {
          until("}");
        } else {
          at++;
        }
      }
      case 'c' -> at++;
      case '0' -> at += octalDigits();
      default -> {}
    }
  }

  private int octalDigits() {
    int most = !isEnd() && peek() > '3' ? OCTAL_ESCAPE - 1 : OCTAL_ESCAPE;
    int digits = 0;
    while (digits < most && at + digits < regex.length() && isOctal(regex.charAt(at + digits))) {
      digits++;
    }
    return digits;
  }

  private static boolean isOctal(char c) {
    return c >= '0' && c <= '7';
  }

  private String quoted() {
    if (regex.indexOf("\\E", at) >= 0) {
      return until("\\E");
    }
    String rest = regex.substring(at);
    at = regex.length();
    return rest;
  }

  private int code(int digits) {
    at += digits;
    return Integer.parseInt(regex.substring(at - digits, at), HEXADECIMAL);
  }

  private static String code(String digits) {
    return Character.toString(Integer.parseInt(digits, HEXADECIMAL));
  }

  /**
   * A character of a class, which ends at the first bracket that makes a whole one of it.
   *
   * @param from where its opening bracket is
   */
  private String characterClass(int from, int position) {
    PatternSyntaxException unfinished = malformed();
    while (at < regex.length()) {
      until("]");
      try {
        return oneOf(regex.substring(from, at), position);
      } catch (PatternSyntaxException e) {
        unfinished = e;
      }
    }
    throw unfinished;
  }

  /**
   * @param single an expression that stands for one character
   */
  private String oneOf(String single, int position) {
    Pattern pattern = Pattern.compile(single);
    List<String> characters = characters(pattern.matcher(ASCII));
    if (characters.isEmpty()) {
      characters = characters(pattern.matcher(Others.ALL));
    }
    return characters.isEmpty() ? "a" : characters.get((variant + position) % characters.size());
  }

  private static List<String> characters(Matcher matcher) {
    List<String> characters = new ArrayList<>();
    while (characters.size() < MOST_OF_CLASS && matcher.find()) {
      characters.add(matcher.group());
    }
    return characters;
  }
}
