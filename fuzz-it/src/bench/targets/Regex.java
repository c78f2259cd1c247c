// deps: com.google.re2j:re2j:1.6
// seeds: seeds/regex
package bench;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.nio.charset.StandardCharsets;

/** Compiles a regular expression, and looks for it in a text. */
public final class Regex {
  private static final String TEXT = "2026-11-23T06:30:00Z [main] INFO foo@example.com (abc)";

  private Regex() {}

  public static void fuzzerTestOneInput(byte[] data) {
    try {
      Pattern.compile(new String(data, StandardCharsets.UTF_8)).matcher(TEXT).find();
    } catch (PatternSyntaxException e) {
      // is documented
    }
  }
}
