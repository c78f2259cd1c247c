package io.github.mavenfuzz.session;

import io.github.mavenfuzz.campaign.RunListener;
import io.github.mavenfuzz.campaign.RunStatistics;
import io.github.mavenfuzz.corpus.CorpusEntry;
import io.github.mavenfuzz.finding.Finding;
import java.util.ArrayList;
import java.util.List;

/** Passes on what a campaign tells, with a number for each finding. In the coordinator's thread. */
final class NumberedFindings implements RunListener {
  private final TargetListener listener;
  private final FindingNumbers numbers;
  private final List<Finding> heard = new ArrayList<>();

  /** Of what was heard, in the same order. */
  private final List<Integer> given = new ArrayList<>();

  NumberedFindings(TargetListener listener, FindingNumbers numbers) {
    this.listener = listener;
    this.numbers = numbers;
  }

  @Override
  public void found(Finding finding) {
    int index = indexOf(finding);
    if (index == heard.size()) {
      heard.add(finding);
      given.add(numbers.next());
    } else {
      heard.set(index, finding);
    }
    listener.found(given.get(index), finding);
  }

  /** Of the flaky finding of which more is known now, or else of the next one. */
  private int indexOf(Finding finding) {
    int index = 0;
    while (index < heard.size() && !isMoreOf(heard.get(index), finding)) {
      index++;
    }
    return index;
  }

  private static boolean isMoreOf(Finding known, Finding finding) {
    return !known.reproduced()
        && !finding.reproduced()
        && known.failure().isLike(finding.failure());
  }

  @Override
  public void progress(RunStatistics statistics) {
    listener.progress(statistics);
  }

  @Override
  public void initialised() {
    listener.initialised();
  }

  @Override
  public void added(CorpusEntry entry) {
    listener.added(entry);
  }

  @Override
  public void warning(String message) {
    listener.warning(message);
  }

  @Override
  public void note(String message) {
    listener.note(message);
  }
}
