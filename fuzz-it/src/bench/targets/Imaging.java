// deps: org.apache.commons:commons-imaging:1.0-alpha3
// seeds: seeds/images
package bench;

import java.io.IOException;
import org.apache.commons.imaging.ImageReadException;

/** The headers and metadata of images in a dozen formats. */
public final class Imaging {
  private Imaging() {}

  public static void fuzzerTestOneInput(byte[] data) {
    try {
      org.apache.commons.imaging.Imaging.getImageInfo(data);
      org.apache.commons.imaging.Imaging.getMetadata(data);
    } catch (ImageReadException | IOException e) {
      // is documented
    }
  }
}
