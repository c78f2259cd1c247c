package io.github.mavenfuzz.corpus;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A directory of inputs cannot be used; the message is a sentence for the user, who can do
 * something about it.
 */
public final class CorpusException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Path file;

  /**
   * @param file what could not be read or written
   * @param cause or null when the file system reported nothing
   */
  public CorpusException(String message, Path file, IOException cause) {
    super(message, cause);
    this.file = file;
  }

  /** What could not be read or written. */
  public Path file() {
    return file;
  }
}
