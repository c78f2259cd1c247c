package io.github.mavenfuzz.corpus;

import java.io.IOException;

/**
 * A directory of inputs cannot be used; the message is a sentence for the user, who can do
 * something about it.
 */
public final class CorpusException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * @param cause or null when the file system reported nothing
   */
  public CorpusException(String message, IOException cause) {
    super(message, cause);
  }
}
