package io.github.mavenfuzz.session;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.targets.Messy;
import io.github.mavenfuzz.campaign.TargetResult;
import io.github.mavenfuzz.finding.Finding;
import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.type.LeafKind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs of which many entries are warmed up in one call. */
@Timeout(value = 3, unit = MINUTES)
@EnabledOnOs(OS.LINUX)
class WarmUpTest {
  private static final FuzzTarget TARGET =
      TestRuns.target(Messy.class, "doesWhatItIsTold", LeafKind.BYTES);
  private static final int ENTRIES = 200;

  @TempDir Path directory;

  @Test
  void whicheverWayAnEntryFailsItIsFoundAmongTheOthers() throws Exception {
    writeEntries();
    writeEntry(25, "throw");
    writeEntry(26, "halt");
    writeEntry(90, "sleep");
    writeEntry(190, "exit");

    TargetResult result = runs().run(TARGET);

    assertThat(result.error()).isNull();
    assertThat(result.findings())
        .extracting(WarmUpTest::input)
        .containsExactlyInAnyOrder("throw", "halt", "sleep", "exit");
    assertThat(result.findings()).allMatch(Finding::reproduced);
    assertThat(result.suspects()).isEmpty();
  }

  @Test
  void entriesThatLeaveNoTraceOfWhichOneRanAreFoundOneByOne() throws Exception {
    writeEntries();
    writeEntry(40, "cut memory");

    TargetResult result = runs().run(TARGET);

    assertThat(result.error()).isNull();
    assertThat(result.findings()).isEmpty();
    assertThat(result.suspects())
        .isNotEmpty()
        .allSatisfy(s -> assertThat(s.file()).hasContent("cut memory"));
  }

  private TestRuns runs() {
    return new TestRuns(directory)
        .timeout(Duration.ofMillis(500))
        // Enough to run all of them, those before one that fails once more, and few besides.
        .executions(3L * ENTRIES);
  }

  private void writeEntries() throws Exception {
    for (int i = 0; i < ENTRIES; i++) {
      writeEntry(i, "passes " + i);
    }
  }

  private void writeEntry(int number, String content) throws Exception {
    Path corpus = Files.createDirectories(new TestRuns(directory).corpus(TARGET));
    Files.writeString(corpus.resolve("%03d".formatted(number)), content);
  }

  private static String input(Finding finding) {
    return new String(finding.input(), StandardCharsets.ISO_8859_1);
  }
}
