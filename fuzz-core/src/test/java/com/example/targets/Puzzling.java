package com.example.targets;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;

/** Targets that fail for one input that nobody would find by chance. */
public final class Puzzling {
  private static final Set<String> SPICES = Set.of("black cardamom", "star anise", "caraway");
  private static final Map<String, String> HEADERS =
      Map.of("accept-range", "bytes=", "if-none-match", "W/\"");
  private static final int[] NUMBERS = {
    748_291_034, -91_823_746, 555_123_987, 1_029_384_756, -620_481_933, 199_999_991
  };

  private enum Mode {
    STRICT_MODE,
    LENIENT_MODE
  }

  private Puzzling() {}

  private static void solved() {
    throw new IllegalStateException("solved");
  }

  private static String text(byte[] data) {
    return new String(data, StandardCharsets.UTF_8);
  }

  public static void textEquality(byte[] data) {
    if (text(data).equals("marmalade-77")) {
      solved();
    }
  }

  public static void sparseSwitch(byte[] data) {
    if (data.length >= 4) {
      switch (ByteBuffer.wrap(data).getInt()) {
        case 82_731_155 -> solved();
        case 1_982_001, -77_777_123, 31_337_000 -> {}
        default -> {}
      }
    }
  }

  public static void textSwitch(byte[] data) {
    switch (text(data)) {
      case "a bird in the hand" -> {}
      case "two in the bush" -> solved();
      default -> {}
    }
  }

  public static void twoOfASet(FuzzedDataProvider data) {
    String one = data.consumeString(20);
    String other = data.consumeString(20);
    if (SPICES.contains(one) && SPICES.contains(other) && !one.equals(other)) {
      solved();
    }
  }

  public static void keyAndValue(byte[] data) {
    String line = text(data);
    int colon = line.indexOf(':');
    String prefix = colon < 0 ? null : HEADERS.get(line.substring(0, colon));
    if (prefix != null && line.substring(colon + 1).startsWith(prefix)) {
      solved();
    }
  }

  public static void nameOfAConstant(byte[] data) {
    try {
      if (Mode.valueOf(text(data)) == Mode.LENIENT_MODE) {
        solved();
      }
    } catch (IllegalArgumentException e) {
      // is expected
    }
  }

  public static void sixNumbers(FuzzedDataProvider data) {
    for (int number : NUMBERS) {
      if (data.consumeInt() != number) {
        return;
      }
    }
    solved();
  }

  public static void base64(byte[] data) {
    try {
      if (Arrays.equals(Base64.getDecoder().decode(data), "twelve bytes".getBytes())) {
        solved();
      }
    } catch (IllegalArgumentException e) {
      // is expected
    }
  }

  public static void exclusiveOr(byte[] data) {
    if (data.length >= 16) {
      ByteBuffer buffer = ByteBuffer.wrap(data);
      if ((buffer.getLong() ^ 0x5A17_23C4_99E0_1F6BL) == 0x0BAD_F00D_CAFE_D00DL
          && (buffer.getLong() ^ 0x0F1E_2D3C_4B5A_6978L) == 0x1234_5678_9ABC_DEF0L) {
        solved();
      }
    }
  }

  public static void behindItsLength(byte[] data) {
    if (data.length < 4) {
      return;
    }
    ByteBuffer buffer = ByteBuffer.wrap(data);
    int length = buffer.getInt();
    if (length >= 0 && length <= buffer.remaining()) {
      byte[] word = new byte[length];
      buffer.get(word);
      if (text(word).equals("SYMBOL_TABLE")) {
        solved();
      }
    }
  }

  public static void regex(byte[] data) {
    if (text(data).matches("(GET|PUT) /[a-f]{4}\\d+\\?v=\\w+;[^;]x HTTP/1\\.[01]")) {
      solved();
    }
  }

  public static void checksum(byte[] data) {
    if (data.length < 12) {
      return;
    }
    CRC32 crc = new CRC32();
    crc.update(data, 4, data.length - 4);
    if (crc.getValue() == (ByteBuffer.wrap(data).getInt() & 0xFFFF_FFFFL)
        && data[6] == 'k'
        && data[9] == 'q') {
      solved();
    }
  }

  public static void remainderAndMask(int one, int other) {
    if (one % 1_000_003 == 81_920 && (other & 0xFF00_FFFF) == 0x4200_BEAD) {
      solved();
    }
  }

  public static void ranges(double one, float other) {
    if (one > 4321.125 && one < 4321.25 && other > -0.0625f && other < -0.06f) {
      solved();
    }
  }

  public static void surrogates(String text) {
    if ("\u00fc\u4e16\ud83c\udf0d!".equals(text)) {
      solved();
    }
  }

  /** What passes once kills the JVM in which it runs for the first time without probes. */
  public static void onlyWhereThereAreTraces(byte[] data) {
    if (data.length > 2 && isTraced()) {
      Runtime.getRuntime().halt(3);
    }
    if (data.length > 0 && data[0] == 'x') {
      text(data).equals("never mind");
    }
  }

  private static boolean isTraced() {
    return ProcessHandle.current().info().arguments().stream()
        .flatMap(Arrays::stream)
        .anyMatch(argument -> argument.contains("trace-trace"));
  }
}
