// deps: org.apache.commons:commons-compress:1.21
// seeds: seeds/bzip2
package bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/** Compressed data with checksums; each run allocates up to 4.5 MB. */
public final class Bzip2 {
  private static final int MOST = 1 << 16;

  private Bzip2() {}

  public static void fuzzerTestOneInput(byte[] data) {
    byte[] buffer = new byte[4096];
    try (InputStream input = new BZip2CompressorInputStream(new ByteArrayInputStream(data))) {
      int total = 0;
      for (int n = input.read(buffer); n >= 0 && total < MOST; n = input.read(buffer)) {
        total += n;
      }
    } catch (IOException e) {
      // is documented
    }
  }
}
