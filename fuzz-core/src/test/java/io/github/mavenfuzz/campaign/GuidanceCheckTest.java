package io.github.mavenfuzz.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.comm.Response.Instrumented;
import io.github.mavenfuzz.coverage.ClassProbes;
import io.github.mavenfuzz.coverage.LeftOut;
import io.github.mavenfuzz.coverage.LeftOut.Reason;
import io.github.mavenfuzz.coverage.ProbeTable;
import io.github.mavenfuzz.coverage.WorkerProbes;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuidanceCheckTest {
  private final ProbeTable probes = new ProbeTable();
  private final GuidanceCheck check = new GuidanceCheck("com.example.MyTest", probes);

  private void leftOut(Reason reason, String name, int classes) {
    check.add(new Instrumented(List.of(), 0, List.of(new LeftOut(reason, name, classes))));
  }

  private void reach(String className) {
    WorkerProbes worker = new WorkerProbes(probes);
    worker.add(List.of(new ClassProbes(className, 1, 0, 1)));
    probes.merge(worker.toGlobal(new byte[] {1}));
  }

  private String warning(long runs, int newEntries) {
    return check.warning(
        new RunStatistics(
            Duration.ZERO, runs, 0, 1, probes.covered(), 1, 1, 1, 1, newEntries, 0, 0, 0),
        false);
  }

  @Test
  void saysNothingWhenWhatIsTestedGuides() {
    reach("com.example.MyTest");
    reach("com.example.Tested");
    leftOut(Reason.BY_DEFAULT, "org.hamcrest.", 40);

    assertThat(warning(100_000, 0)).isNull();
  }

  @Test
  void namesTheFrameworkThatIsLeftOutAndHowToIncludeIt() {
    reach("com.example.MyTest");
    leftOut(Reason.BY_DEFAULT, "org.junit.", 100);
    leftOut(Reason.BY_DEFAULT, "org.hamcrest.", 40);

    assertThat(warning(100_000, 3))
        .isEqualTo(
            "Nothing but the test class itself has guided the fuzzer: 40 classes"
                + " (org.hamcrest.**) were loaded and left out by default, as a test framework; to"
                + " be guided by them, include com.example.**,org.hamcrest.**.");
  }

  @Test
  void namesWhatTheUserHasLeftOutBeforeWhatIsLeftOutByDefault() {
    leftOut(Reason.BY_DEFAULT, "org.hamcrest.", 40);
    leftOut(Reason.BY_EXCLUDES, "com.example.Tested", 1);

    assertThat(warning(100, 0))
        .isEqualTo(
            "Nothing has guided the fuzzer, for no class with probes was run: 1 class"
                + " (com.example.Tested) was loaded and left out by the excludes.");
  }

  @Test
  void suspectsTheJdkWhenNothingWasLeftOutAndNothingCameOfManyRuns() {
    reach("com.example.MyTest");
    leftOut(Reason.BY_DEFAULT, "org.junit.", 100);

    assertThat(warning(9_999, 0)).isNull();
    assertThat(warning(10_000, 1)).isNull();
    assertThat(warning(10_000, 0)).contains("test class itself").contains("of the JDK");
  }

  @Test
  void takesTheCountOfTheWorkerThatHasLoadedMost() {
    leftOut(Reason.BY_LOADER, "com.example.Plugin", 5);
    leftOut(Reason.BY_LOADER, "com.example.Plugin", 3);

    assertThat(warning(100, 0)).contains("5 classes (com.example.Plugin) were").contains("hides");
  }
}
