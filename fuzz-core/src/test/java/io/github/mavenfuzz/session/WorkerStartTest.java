package io.github.mavenfuzz.session;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.campaign.TargetResult;
import io.github.mavenfuzz.type.LeafKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a worker JVM loads for a target that takes bytes. Each target and each confirmation waits
 * for a start, and what is named here took more of it than all the rest.
 */
@Timeout(value = 5, unit = MINUTES)
class WorkerStartTest {
  @TempDir Path directory;

  private List<String> loaded() throws Exception {
    Path log = directory.resolve("classes.txt");
    TestRuns runs =
        new TestRuns(directory)
            .executions(100)
            .jvmArguments("-Xmx256m", "-Xlog:class+load:file=" + log + ":none");
    TargetResult result = runs.run(TestRuns.target("tenBranches", LeafKind.BYTES));
    assertThat(result.error()).isNull();
    List<String> names = Files.readAllLines(log).stream().map(l -> l.split(" ")[0]).toList();
    assertThat(names).contains("com.example.targets.Targets");
    return names;
  }

  @Test
  void loadsNoLibraryForJson() throws Exception {
    assertThat(loaded()).noneMatch(name -> name.startsWith("com.fasterxml."));
  }

  @Test
  void comparesNoRecordsByMethodHandles() throws Exception {
    assertThat(loaded()).doesNotContain("java.lang.runtime.ObjectMethods");
  }
}
