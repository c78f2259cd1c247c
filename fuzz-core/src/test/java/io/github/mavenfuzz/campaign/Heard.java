package io.github.mavenfuzz.campaign;

import io.github.mavenfuzz.corpus.CorpusEntry;
import io.github.mavenfuzz.finding.Finding;
import java.util.ArrayList;
import java.util.List;

/** Remembers what a listener hears. */
public final class Heard implements CampaignListener {
  final List<Finding> found = new ArrayList<>();
  final List<Integer> numbers = new ArrayList<>();
  public final List<String> warnings = new ArrayList<>();
  final List<CorpusEntry> added = new ArrayList<>();

  @Override
  public void progress(RunStatistics statistics) {}

  @Override
  public void added(CorpusEntry entry) {
    added.add(entry);
  }

  @Override
  public void found(int number, Finding finding) {
    numbers.add(number);
    found.add(finding);
  }

  @Override
  public void warning(String message) {
    warnings.add(message);
  }
}
