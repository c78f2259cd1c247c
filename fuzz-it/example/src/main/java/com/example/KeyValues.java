package com.example;

import java.util.LinkedHashMap;
import java.util.Map;

/** Reads lines of the form {@code key=value}. */
public final class KeyValues {
  private KeyValues() {}

  /** Lines without an equals sign and lines that begin with # are left out. */
  public static Map<String, String> parse(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String line : text.split("\n")) {
      int equals = line.indexOf('=');
      if (equals > 0 && line.charAt(0) != '#') {
        values.put(line.substring(0, equals).trim(), line.substring(equals + 1).trim());
      }
    }
    return values;
  }
}
