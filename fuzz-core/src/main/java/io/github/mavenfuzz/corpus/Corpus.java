package io.github.mavenfuzz.corpus;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The inputs of one run, each content once, in the order in which they were added. Lives in the
 * coordinator's thread.
 */
public final class Corpus {
  private final Map<String, CorpusEntry> entries = new LinkedHashMap<>();
  private long bytes;

  /**
   * Adds an entry unless its content is there already.
   *
   * @return whether it was added
   */
  public boolean add(CorpusEntry entry) {
    if (entries.putIfAbsent(ContentHash.sha256(entry.content()), entry) != null) {
      return false;
    }
    bytes += entry.content().length;
    return true;
  }

  /** The sum of the lengths of all contents. */
  public long bytes() {
    return bytes;
  }

  public int size() {
    return entries.size();
  }

  /** All entries in order; a view that changes with the corpus. */
  public Collection<CorpusEntry> entries() {
    return Collections.unmodifiableCollection(entries.values());
  }
}
