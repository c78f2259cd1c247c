// deps: org.jsoup:jsoup:1.13.1
// seeds: seeds/html
package bench;

import java.nio.charset.StandardCharsets;

/** HTML as browsers understand it; there is no wrong input. */
public final class Jsoup {
  private Jsoup() {}

  public static void fuzzerTestOneInput(byte[] data) {
    org.jsoup.Jsoup.parse(new String(data, StandardCharsets.UTF_8)).text();
  }
}
