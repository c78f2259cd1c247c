package io.github.mavenfuzz.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the functions were called that Kotlin's compiler has put into a class. It gives each of
 * their lines a number behind the last line of the file, so that such a number changes whenever the
 * file does; the class file's source map (JSR-45) says under {@code KotlinDebug} which line of the
 * file made the call: {@code 10#1:97,2} is line 10 for 97 and 98.
 */
final class CallSiteLines {
  static final CallSiteLines NONE = new CallSiteLines(List.of());

  private static final Pattern SECTION =
      Pattern.compile("\\*S KotlinDebug\\R.*?\\*L\\R(.*?)\\*[EFS]", Pattern.DOTALL);

  private static final Pattern CALL =
      Pattern.compile("(\\d{1,9})(?:#\\d+)?:(\\d{1,9})(?:,(\\d{1,9}))?");

  private final List<Range> ranges;

  /** Lines from one on, up to another that does not belong to it, and the line of their call. */
  private record Range(int from, int end, int call) {}

  private CallSiteLines(List<Range> ranges) {
    this.ranges = ranges;
  }

  /**
   * @param sourceMap null when the class has none
   */
  static CallSiteLines parse(String sourceMap) {
    Matcher section = SECTION.matcher(sourceMap == null ? "" : sourceMap);
    if (!section.find()) {
      return NONE;
    }
    List<Range> ranges = new ArrayList<>();
    Matcher call = CALL.matcher(section.group(1));
    while (call.find()) {
      int from = Integer.parseInt(call.group(2));
      int length = call.group(3) == null ? 1 : Integer.parseInt(call.group(3));
      ranges.add(new Range(from, from + length, Integer.parseInt(call.group(1))));
    }
    return new CallSiteLines(List.copyOf(ranges));
  }

  /** The line of the file that stands for a line of the class. */
  int of(int line) {
    for (Range range : ranges) {
      if (line >= range.from && line < range.end) {
        return range.call;
      }
    }
    return line;
  }
}
