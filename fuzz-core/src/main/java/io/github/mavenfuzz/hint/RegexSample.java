package io.github.mavenfuzz.hint;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes texts that match a regular expression, as far as they follow from its text: literals,
 * classes, groups, alternatives and counts. Look-arounds, back references and flags are passed
 * over, so not each text matches.
 *
 * <p>Example: {@code v\d+\.[a-c]{2}(-rc)?} gives {@code v0.aa}, {@code v0.bb-rc} and more.
 */
final class RegexSample {
  /** Different texts that are made. */
  private static final int SAMPLES = 4;

  private static final int LONGEST = 256;
  private static final String DIGITS = "0123456789";
  private static final String WORD = "aZ0_b";
  private static final String SPACE = " \t\n";
  private static final String ANY = "a0-Z ";
  private static final int DEEPEST = 64;

  private final String regex;

  /** Chooses among alternatives, and how often what may repeat does. */
  private final int variant;

  private int at;
  private int depth;

  private RegexSample(String regex, int variant) {
    this.regex = regex;
    this.variant = variant;
  }

  /** Different texts, the shortest way through the expression first. */
  static List<String> of(String regex) {
    Set<String> samples = new LinkedHashSet<>();
    for (int variant = 0; variant < SAMPLES; variant++) {
      try {
        String sample = new RegexSample(regex, variant).alternatives();
        if (sample.length() <= LONGEST) {
          samples.add(sample);
        }
      } catch (IndexOutOfBoundsException | NumberFormatException malformed) {
        break;
      }
    }
    return new ArrayList<>(samples);
  }

  private boolean isEnd() {
    return at >= regex.length();
  }

  private char peek() {
    return regex.charAt(at);
  }

  private String alternatives() {
    if (++depth > DEEPEST) {
      throw new IndexOutOfBoundsException(depth);
    }
    List<String> all = new ArrayList<>();
    all.add(sequence());
    while (!isEnd() && peek() == '|') {
      at++;
      all.add(sequence());
    }
    depth--;
    return all.get(variant % all.size());
  }

  private String sequence() {
    StringBuilder text = new StringBuilder();
    while (!isEnd() && peek() != '|' && peek() != ')') {
      int position = text.length();
      String atom = atom(position);
      text.append(atom.repeat(repeats(atom)));
      if (text.length() > LONGEST) {
        break;
      }
    }
    return text.toString();
  }

  private String atom(int position) {
    char c = regex.charAt(at++);
    return switch (c) {
      case '(' -> group();
      case '[' -> String.valueOf(oneOf(characterClass(), position));
      case '.' -> String.valueOf(oneOf(ANY, position));
      case '\\' -> escape(position);
      case '^', '$' -> "";
      default -> String.valueOf(c);
    };
  }

  private char oneOf(String characters, int position) {
    return characters.isEmpty()
        ? 'a'
        : characters.charAt((variant + position) % characters.length());
  }

  /** A group, without what says of which kind it is; one that only looks around is left out. */
  private String group() {
    boolean counts = true;
    if (!isEnd() && peek() == '?') {
      at++;
      char kind = regex.charAt(at);
      boolean named = kind == '<' && regex.charAt(at + 1) != '=' && regex.charAt(at + 1) != '!';
      counts = named || kind == ':' || kind == '>';
      while (!isEnd() && peek() != ')' && peek() != (named ? '>' : ':') && kind != '>' && counts) {
        at++;
      }
      if (!counts) {
        at++;
      } else if (!isEnd() && peek() != ')') {
        at++;
      }
    }
    String content = alternatives();
    at++; // the closing bracket
    return counts ? content : "";
  }

  private int repeats(String atom) {
    if (isEnd()) {
      return 1;
    }
    int least = 1;
    int most = 1;
    switch (peek()) {
      case '*' -> {
        least = 0;
        most = 3;
        at++;
      }
      case '+' -> {
        most = 3;
        at++;
      }
      case '?' -> {
        least = 0;
        at++;
      }
      case '{' -> {
        int close = regex.indexOf('}', at);
        String[] counts = regex.substring(at + 1, close).split(",", 2);
        least = Integer.parseInt(counts[0]);
        most = counts.length == 1 ? least : least + 2;
        at = close + 1;
      }
      default -> {
        return 1;
      }
    }
    if (!isEnd() && (peek() == '?' || peek() == '+')) {
      at++;
    }
    int bounded = Math.min(least, LONGEST / Math.max(1, atom.length()));
    return Math.min(most, bounded + variant);
  }

  private String escape(int position) {
    char c = regex.charAt(at++);
    return switch (c) {
      case 'd' -> String.valueOf(oneOf(DIGITS, position));
      case 'w' -> String.valueOf(oneOf(WORD, position));
      case 's' -> String.valueOf(oneOf(SPACE, 0));
      case 'D', 'S' -> "a";
      case 'W' -> "-";
      case 'b', 'B', 'A', 'Z', 'z', 'G' -> "";
      case 'Q' -> quoted();
      case 'p', 'P' -> property(c == 'P');
      case 'k' -> {
        at = regex.indexOf('>', at) + 1;
        yield "";
      }
      default -> String.valueOf(literal(c));
    };
  }

  private String quoted() {
    int end = regex.indexOf("\\E", at);
    String text = end < 0 ? regex.substring(at) : regex.substring(at, end);
    at = end < 0 ? regex.length() : end + 2;
    return text;
  }

  private String property(boolean inverse) {
    int close = peek() == '{' ? regex.indexOf('}', at) : at;
    String property = regex.substring(at, close + 1);
    at = close + 1;
    if (inverse) {
      return "-";
    }
    if (property.contains("N") || property.contains("igit")) {
      return "7";
    }
    return property.contains("Lu") || property.contains("Upper") ? "A" : "a";
  }

  private char literal(char c) {
    return switch (c) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'f' -> '\f';
      case '0' -> 0;
      case 'x' -> code(2);
      case 'u' -> code(4);
      default -> c;
    };
  }

  private char code(int digits) {
    at += digits;
    return (char) Integer.parseInt(regex.substring(at - digits, at), 16);
  }

  /** Characters of a class, or some that are not in it when it is negated. */
  private String characterClass() {
    boolean negated = peek() == '^';
    at += negated ? 1 : 0;
    StringBuilder in = new StringBuilder();
    boolean first = true;
    while (first || peek() != ']') {
      first = false;
      addToClass(in);
    }
    at++;
    if (!negated) {
      return in.toString();
    }
    StringBuilder out = new StringBuilder();
    for (char c = '!'; c < 0x7F; c++) {
      if (in.indexOf(String.valueOf(c)) < 0) {
        out.append(c);
      }
    }
    return out.toString();
  }

  private void addToClass(StringBuilder in) {
    char c = regex.charAt(at++);
    if (c == '[') {
      in.append(characterClass());
      return;
    }
    if (c == '\\') {
      char kind = peek();
      if ("dws".indexOf(kind) >= 0) {
        at++;
        in.append(kind == 'd' ? DIGITS : kind == 'w' ? WORD : SPACE);
        return;
      }
      c = escape(0).isEmpty() ? ' ' : regex.charAt(at - 1);
    }
    if (c == '&' && peek() == '&') {
      at++;
      return;
    }
    if (peek() == '-' && regex.charAt(at + 1) != ']') {
      char last = regex.charAt(at + 1);
      at += 2;
      if (last == '\\') {
        last = regex.charAt(at++);
      }
      for (int next = c; next <= last && next < c + 64; next++) {
        in.append((char) next);
      }
    } else {
      in.append(c);
    }
  }
}
