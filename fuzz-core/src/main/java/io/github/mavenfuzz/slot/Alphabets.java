package io.github.mavenfuzz.slot;

import io.github.mavenfuzz.input.Text;
import io.github.mavenfuzz.type.Bounds;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Turns bytes that mutations made into text that is allowed, and leaves alone what is. */
final class Alphabets {
  /** For each byte the one to take instead, itself where it is allowed. */
  private static final Map<Bounds.Alphabet, byte[]> SUBSTITUTES =
      new EnumMap<>(Bounds.Alphabet.class);

  static {
    for (Bounds.Alphabet alphabet : Bounds.Alphabet.values()) {
      SUBSTITUTES.put(alphabet, substitutes(alphabet));
    }
  }

  private Alphabets() {}

  private static byte[] substitutes(Bounds.Alphabet alphabet) {
    int[] allowed = IntStream.range(0, 256).filter(alphabet::contains).toArray();
    byte[] table = new byte[256];
    for (int b = 0; b < table.length; b++) {
      table[b] = (byte) (alphabet.contains(b) ? b : allowed[b % allowed.length]);
    }
    return table;
  }

  /** Replaces each byte that is no character of the alphabet by one that is. */
  static void repair(ByteRun run, Bounds.Alphabet alphabet) {
    byte[] substitutes = SUBSTITUTES.get(alphabet);
    byte[] bytes = run.array();
    for (int i = 0; i < run.length(); i++) {
      bytes[i] = substitutes[bytes[i] & 0xFF];
    }
  }

  /**
   * The text with U+FFFD for everything malformed, lone surrogates included, so that its length is
   * the same however it is encoded.
   *
   * @param maxLength where the text is cut, before a character that would be cut in two
   */
  static byte[] wellFormed(ByteRun run, int maxLength) {
    String text = Text.decode(run.array(), run.length());
    byte[] bytes = Text.withoutLoneSurrogates(text).getBytes(StandardCharsets.UTF_8);
    int length = Math.min(bytes.length, maxLength);
    while (length < bytes.length && length > 0 && (bytes[length] & 0xC0) == 0x80) {
      length--;
    }
    return Arrays.copyOf(bytes, length);
  }
}
