package io.github.mavenfuzz.session;

import static io.github.mavenfuzz.session.TestRuns.target;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.targets.FirstInputs;
import io.github.mavenfuzz.campaign.CampaignListener;
import io.github.mavenfuzz.campaign.RunStatistics;
import io.github.mavenfuzz.campaign.TargetResult;
import io.github.mavenfuzz.finding.Finding;
import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.type.LeafKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionTest {
  private static final FuzzTarget PASSES = target("tenBranches", LeafKind.BYTES);
  private static final FuzzTarget FAILS = target("word", LeafKind.STRING);
  private static final FuzzTarget MISSING = target("noSuchMethod", LeafKind.BYTES);

  @TempDir Path directory;
  private final Heard heard = new Heard();

  private TestRuns runs() {
    return new TestRuns(directory).duration(Duration.ofMinutes(1)).executions(3_000);
  }

  private static final class Heard implements CampaignListener {
    final List<Integer> numbers = new ArrayList<>();
    int initialised;

    @Override
    public void progress(RunStatistics statistics) {}

    @Override
    public void initialised() {
      initialised++;
    }

    @Override
    public void found(int number, Finding finding) {
      numbers.add(number);
    }

    @Override
    public void warning(String message) {}
  }

  @Test
  void onePoolServesAllTargetsAndOneThatCannotRunKeepsNoOtherFromIt() throws Exception {
    Session session =
        runs().seed(FAILS, "seed", "a bug").session(heard, Policy.ONE_AFTER_THE_OTHER);

    List<TargetResult> results = session.run(List.of(FAILS, MISSING, PASSES));

    assertThat(results)
        .extracting(r -> r.target().methodName())
        .containsExactly("word", "noSuchMethod", "tenBranches");
    assertThat(results).extracting(r -> r.error() == null).containsExactly(true, false, true);
    assertThat(results.get(0).failing()).hasSize(1);
    assertThat(results.get(2).statistics().runs()).isGreaterThanOrEqualTo(3_000);
    assertThat(heard.numbers).containsExactly(1);
  }

  @Test
  void beginsNoOtherTargetOnceThereAreAsManyFindingsAsTheLimitsAllow() throws Exception {
    Session session =
        runs()
            .seed(FAILS, "seed", "a bug")
            .maxFindings(1)
            .session(heard, Policy.ONE_AFTER_THE_OTHER);

    assertThat(session.run(List.of(FAILS, PASSES)))
        .extracting(r -> r.target().methodName())
        .containsExactly("word");
  }

  /** The first until it has run a while, then the second as long, then the first to its end. */
  private static CampaignRun inTurns(List<CampaignRun> unfinished) {
    boolean turnOfSecond =
        unfinished.size() > 1
            && unfinished.get(0).statistics().runs() >= 1_000
            && unfinished.get(1).statistics().runs() < 1_000;
    return unfinished.get(turnOfSecond ? 1 : 0);
  }

  @Test
  void aCampaignThatWorkersHaveLeftGoesOnInAnotherJvmWithoutASecondWarmUp() throws Exception {
    Path log = directory.resolve("first-inputs");
    FuzzTarget first = target(FirstInputs.class, "first", LeafKind.BYTES);
    FuzzTarget second = target(FirstInputs.class, "second", LeafKind.BYTES);
    TestRuns runs =
        runs()
            .workers(1)
            .jvmArguments("-D" + FirstInputs.LOG + "=" + log)
            .seed(first, "seed", "the seed of the first")
            .seed(second, "seed", "the seed of the second");

    List<TargetResult> results =
        runs.session(heard, SessionTest::inTurns).run(List.of(first, second));

    assertThat(results).extracting(TargetResult::error).containsOnlyNulls();
    assertThat(results).allMatch(r -> r.statistics().runs() >= 3_000);
    assertThat(heard.initialised).isEqualTo(2);
    List<String> lines = Files.readAllLines(log, ISO_8859_1);
    assertThat(lines)
        .extracting(line -> line.substring(0, line.indexOf(' ')))
        .containsExactly("first", "second", "first", "second");
    assertThat(lines.get(0)).isEqualTo("first the seed of the first");
    assertThat(lines.get(1)).isEqualTo("second the seed of the second");
    assertThat(lines.subList(2, 4)).noneMatch(line -> line.contains("the seed of the "));
  }

  @Test
  void aTargetThatBringsNothingNewEndsEarly() throws Exception {
    FuzzTarget target = target("tenBranches", LeafKind.BYTES);

    TargetResult result =
        new TestRuns(directory)
            .duration(Duration.ofMinutes(2))
            .stale(Duration.ofSeconds(1))
            .run(target);

    assertThat(result.error()).isNull();
    assertThat(result.statistics().elapsed()).isLessThan(Duration.ofMinutes(1));
  }
}
