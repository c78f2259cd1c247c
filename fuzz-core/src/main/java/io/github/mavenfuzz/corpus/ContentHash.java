package io.github.mavenfuzz.corpus;

import io.github.mavenfuzz.failure.FailureKind;
import io.github.mavenfuzz.input.Digest;

/** The names that inputs get by their content, so that no content is kept twice. */
public final class ContentHash {
  private static final int CRASHER_DIGITS = 16;

  private ContentHash() {}

  /** The SHA-256 in 64 hexadecimal digits: the file name of a corpus entry. */
  public static String sha256(byte[] content) {
    return Digest.sha256(content);
  }

  /** The SHA-1 in 40 hexadecimal digits, by which libFuzzer names inputs. */
  public static String sha1(byte[] content) {
    return Digest.sha1(content);
  }

  /** The file name of a crasher, such as {@code timeout-2c26b46b68ffc68f}. */
  public static String crasherName(FailureKind kind, byte[] content) {
    return kind.filePrefix() + '-' + sha256(content).substring(0, CRASHER_DIGITS);
  }
}
