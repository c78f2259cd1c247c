package io.github.mavenfuzz.it.robustness;

import static io.github.mavenfuzz.it.robustness.Expectation.error;
import static io.github.mavenfuzz.it.robustness.Expectation.finding;
import static io.github.mavenfuzz.it.robustness.Expectation.flakyAtMost;
import static io.github.mavenfuzz.it.robustness.Expectation.nothing;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.hostile.EatsResources;
import com.example.hostile.Harmless;
import io.github.mavenfuzz.it.robustness.Observation.Kind;
import java.util.List;

/**
 * What one input takes is its own fault; what many take together, and a full disk, is no input's.
 */
final class EatsResourcesRows {
  static final List<Row> ALL =
      List.of(
          Row.of(
              "huge-allocation",
              EatsResources.HugeAllocation.class,
              finding(Kind.OUT_OF_MEMORY, "HugeAllocation.allocate")),
          Row.of(
                  "many-small",
                  EatsResources.ManySmall.class,
                  finding(Kind.OUT_OF_MEMORY, "ManySmall"))
              .workerJvm("-Xmx64m")
              .flags("-timeout=10", "-runs=5000"),
          Row.of("leak-across-runs", EatsResources.LeakAcrossRuns.class, flakyAtMost(3))
              .workerJvm("-Xmx64m")
              .flags("-timeout=10", "-runs=150000"),
          Row.of(
                  "direct-memory",
                  EatsResources.DirectMemory.class,
                  finding(Kind.OUT_OF_MEMORY, "DirectMemory"))
              .workerJvm("-XX:MaxDirectMemorySize=32m")
              .flags("-timeout=10", "-runs=5000"),
          Row.of(
                  "metaspace",
                  EatsResources.Metaspace.class,
                  finding(Kind.OUT_OF_MEMORY, "Metaspace"))
              .workerJvm("-XX:MaxMetaspaceSize=40m")
              .flags("-timeout=20", "-runs=5000"),
          Row.of("thousands-of-threads", EatsResources.ThousandsOfThreads.class, nothing())
              .flags("-timeout=20"),
          Row.of(
                  "endless-threads",
                  EatsResources.EndlessThreads.class,
                  finding(Kind.OUT_OF_MEMORY, "EndlessThreads"))
              .flags("-timeout=20")
              .shell(Shell.AS_ANOTHER_USER_WITH_FEW_THREADS),
          Row.of(
                  "open-files",
                  EatsResources.OpenFiles.class,
                  finding(Kind.EXCEPTION, "Too many open files"))
              .shell("ulimit -n 500 && exec \"$@\""),
          Row.of(
                  "full-disk-corpus",
                  Harmless.class,
                  nothing()
                      .withoutTrigger()
                      .and(
                          ", says so once",
                          run ->
                              assertThat(run.observation().output())
                                  .containsOnlyOnce("No space left on device")))
              .shell(Shell.onSmallDisk("corpus", "16k")),
          Row.of("full-disk-temp-at-start", Harmless.class, error("No space left on device"))
              .shell(Shell.onSmallDisk("tmp", "4k")),
          Row.of("full-disk-temp", EatsResources.FillsTheTempDirectory.class, nothing())
              .flags("-runs=5000")
              .shell(Shell.onSmallDisk("tmp", "20m")));

  private EatsResourcesRows() {}
}
