// deps: com.google.code.gson:gson:2.8.5
// seeds: seeds/gson
package bench;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;

/** JSON documents of about 320 bytes. */
public final class Gson {
  private Gson() {}

  public static void fuzzerTestOneInput(byte[] data) {
    try {
      new JsonParser().parse(new String(data, StandardCharsets.UTF_8));
    } catch (JsonParseException e) {
      // is documented
    }
  }
}
