package io.github.mavenfuzz.hint;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;

/** A form in which an input may hold a text that its target compares. */
enum TextForm {
  PLAIN {
    @Override
    byte[] encode(String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  },
  /** Bytes that the target takes for characters one by one. */
  LATIN_1 {
    @Override
    byte[] encode(String text) {
      return text.chars().allMatch(c -> c <= 0xFF)
          ? text.getBytes(StandardCharsets.ISO_8859_1)
          : NONE;
    }
  },
  UTF_16_BE {
    @Override
    byte[] encode(String text) {
      return units(text, StandardCharsets.UTF_16BE);
    }
  },
  UTF_16_LE {
    @Override
    byte[] encode(String text) {
      return units(text, StandardCharsets.UTF_16LE);
    }
  },
  /** With the escapes of JSON, of C and of Java for what they have in common. */
  JSON {
    @Override
    byte[] encode(String text) {
      StringBuilder escaped = new StringBuilder();
      text.chars().forEach(c -> escaped.append(json((char) c)));
      return PLAIN.encode(escaped.toString());
    }
  },
  XML {
    @Override
    byte[] encode(String text) {
      return PLAIN.encode(
          text.replace("&", "&amp;")
              .replace("<", "&lt;")
              .replace(">", "&gt;")
              .replace("\"", "&quot;"));
    }
  },
  URL {
    @Override
    byte[] encode(String text) {
      StringBuilder escaped = new StringBuilder();
      for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
        boolean safe = b == '-' || b == '_' || b == '.' || b == '~' || isAlphanumeric(b);
        escaped.append(safe ? String.valueOf((char) b) : "%%%02X".formatted(b & 0xFF));
      }
      return PLAIN.encode(escaped.toString());
    }
  },
  BASE_64 {
    @Override
    byte[] encode(String text) {
      return Base64.getEncoder().encode(text.getBytes(StandardCharsets.UTF_8));
    }
  },
  /** Bytes of the text, not its characters, in Base64. */
  BASE_64_LATIN_1 {
    @Override
    byte[] encode(String text) {
      byte[] bytes = LATIN_1.encode(text);
      return Base64.getEncoder().withoutPadding().encode(bytes);
    }
  },
  HEXADECIMAL {
    @Override
    byte[] encode(String text) {
      return HexFormat.of().formatHex(LATIN_1.encode(text)).getBytes(StandardCharsets.US_ASCII);
    }
  },
  REVERSED {
    @Override
    byte[] encode(String text) {
      return PLAIN.encode(new StringBuilder(text).reverse().toString());
    }
  };

  private static final byte[] NONE = {};

  /** The bytes of a text in this form; none when it has none, or no bytes. */
  abstract byte[] encode(String text);

  private static byte[] units(String text, Charset charset) {
    return text.getBytes(charset);
  }

  private static boolean isAlphanumeric(byte b) {
    return b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z';
  }

  private static String json(char c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> c < ' ' ? "\\u%04x".formatted((int) c) : String.valueOf(c);
    };
  }
}
