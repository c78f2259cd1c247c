package io.github.mavenfuzz.corpus;

import java.nio.file.Path;

/**
 * One input that a run starts from or keeps.
 *
 * @param content what a file of this input holds; never changed
 * @param name the file name; of an entry in memory the SHA-256 of its content. (The command line
 *     names the file that it writes by the SHA-1, as libFuzzer does.)
 * @param file where it lies, or null when it is in memory only
 * @param seed whether a person committed it, or a crasher before this run
 */
public record CorpusEntry(byte[] content, String name, Path file, boolean seed) {

  /** An entry that is in memory only, named by its content. */
  public static CorpusEntry inMemory(byte[] content) {
    return new CorpusEntry(content, ContentHash.sha256(content), null, false);
  }
}
