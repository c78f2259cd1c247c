package com.example.jvm;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;

/** The bare form: bytes. */
public class ZipFuzzer {
  public static void fuzzerTestOneInput(byte[] data) {
    try (ZipArchiveInputStream zip = new ZipArchiveInputStream(new ByteArrayInputStream(data))) {
      while (zip.getNextZipEntry() != null) {
        zip.readNBytes(1 << 16);
      }
    } catch (IOException | IllegalArgumentException refused) {
      // as documented
    }
  }
}
