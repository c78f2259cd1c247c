package io.github.mavenfuzz.it.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.hostile.Harmless;
import io.github.mavenfuzz.it.Wait;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody ends a build: it stops at once, writes its reports and calls nothing a finding. */
@ExtendWith(ResultTable.Provider.class)
class InterruptedMavenIT {
  private static final Duration START = Duration.ofSeconds(40);

  /** The promise is three seconds; the rest is for a loaded machine. */
  private static final Duration END = Duration.ofSeconds(10);

  @ParameterizedTest
  @ValueSource(strings = {"TERM", "INT"})
  void stops(String signal, ResultTable table) throws Exception {
    table.run(
        "maven-sig" + signal.toLowerCase(Locale.ROOT),
        "ends, reports, no finding",
        () -> {
          try (Sandbox sandbox = Sandbox.create()) {
            MavenProject project = MavenProject.create(sandbox, "project", Harmless.class);
            Running build = project.fuzz("-Dfuzz.duration=120s");
            boolean fuzzing = Wait.until(START, () -> sandbox.runs() > 10_000);
            assertThat(fuzzing).as("it fuzzes\n%s", build.output()).isTrue();

            long start = System.nanoTime();
            new ProcessBuilder("kill", "-" + signal, "--", "-" + build.process().pid())
                .start()
                .waitFor();
            Observation end = build.await(END);
            double seconds = (System.nanoTime() - start) / 1e9;

            assertThat(Leftovers.await(sandbox.token())).as("processes that are left").isEmpty();
            Path results = project.directory().resolve("target/fuzz/results.json");
            assertThat(results).as("what is there after\n%s", end.output()).exists();
            assertThat(Files.readString(results)).doesNotContain("\"signature\"");
            assertThat(project.crashers()).isEmpty();
            assertThat(MavenProject.entries(project.corpus())).isNotEmpty();
            ContentNames.check(project.corpus(), "SHA-256");
            assertThat(Sandbox.files(sandbox.temp(), "")).as("temporary files").isEmpty();
            return "%.1f s, exit %d".formatted(seconds, end.exitCode());
          }
        });
  }
}
