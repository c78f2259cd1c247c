package com.example.jvm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.safety.Safelist;

/** Prepared with arguments, and cleaned up after. */
public class HtmlFuzzer {
  private static Safelist allowed;

  public static void fuzzerInitialize(String[] arguments) {
    allowed = arguments.length == 0 ? Safelist.basic() : Safelist.none();
  }

  public static void fuzzerTestOneInput(byte[] data) {
    // A zero is the one character that it is known not to clean away.
    String html = new String(data, StandardCharsets.UTF_8).replace("\0", "");
    String clean = Jsoup.clean(html, allowed);
    if (!Jsoup.isValid(clean, allowed)) {
      throw new IllegalStateException("cleaned, and not clean: " + clean);
    }
  }

  public static void fuzzerTearDown() throws IOException {
    Files.writeString(Path.of("target", "torn-down"), "html\n");
  }
}
