// deps: com.fasterxml.jackson.dataformat:jackson-dataformat-cbor:2.12.1
// seeds: seeds/cbor
package bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.io.IOException;

/** CBOR, a binary format with lengths in front of what they count. */
public final class JacksonCbor {
  private static final ObjectMapper MAPPER = new CBORMapper();

  private JacksonCbor() {}

  public static void fuzzerTestOneInput(byte[] data) {
    try {
      MAPPER.readTree(data);
    } catch (IOException e) {
      // is documented
    }
  }
}
