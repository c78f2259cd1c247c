package io.github.mavenfuzz.it.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.hostile.Ordinary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Two runs at once on one corpus, and a project under version control. */
@ExtendWith(ResultTable.Provider.class)
@Execution(ExecutionMode.CONCURRENT)
class SharedCorpusIT {
  @Test
  void twoCommandLines(ResultTable table) throws Exception {
    table.run(
        "two-command-lines",
        "both find, all files are whole",
        () -> {
          try (Sandbox sandbox = Sandbox.create()) {
            CommandLine command =
                CommandLine.of(sandbox, Ordinary.class).with("corpus", "-runs=500000");
            Running first = command.start();
            Running second = command.with("-seed=2").start();
            for (Observation run : List.of(first.await(), second.await())) {
              assertThat(run.findings()).as(run.output()).hasSize(1);
              assertThat(run.exitCode()).isEqualTo(77);
              assertThat(run.output()).doesNotContain("WARNING");
            }
            ContentNames.check(sandbox.corpus(), "SHA-1");
            assertThat(Sandbox.files(sandbox.corpus(), ".")).isEmpty();
            assertThat(Leftovers.await(sandbox.token())).isEmpty();
            return MavenProject.entries(sandbox.corpus()).size() + " entries";
          }
        });
  }

  @Test
  void twoBuilds(ResultTable table) throws Exception {
    table.run(
        "two-builds",
        "both find, all files are whole",
        () -> {
          try (Sandbox sandbox = Sandbox.create()) {
            String corpus = "-Dfuzz.corpusDirectory=" + sandbox.corpus();
            MavenProject one = MavenProject.create(sandbox, "one", Ordinary.class);
            MavenProject other = MavenProject.create(sandbox, "other", Ordinary.class);
            Running first = one.fuzz(corpus, "-Dfuzz.executions=500000");
            Running second = other.fuzz(corpus, "-Dfuzz.executions=500000");
            for (Observation run : List.of(first.await(), second.await())) {
              assertThat(run.output()).contains("BUILD FAILURE").doesNotContain("[WARNING]");
            }
            assertThat(one.crashers()).hasSize(1);
            assertThat(other.crashers()).hasSize(1);
            Path entries =
                sandbox.corpus().resolve(Ordinary.class.getName()).resolve("fuzzerTestOneInput");
            ContentNames.check(entries, "SHA-256");
            assertThat(Sandbox.files(entries, ".")).isEmpty();
            assertThat(Leftovers.await(sandbox.token())).isEmpty();
            return MavenProject.entries(entries).size() + " entries";
          }
        });
  }

  @Test
  void versionControl(ResultTable table) throws Exception {
    table.run(
        "version-control",
        "crashers only are new",
        () -> {
          try (Sandbox sandbox = Sandbox.create()) {
            MavenProject project = MavenProject.create(sandbox, "project", Ordinary.class);
            Files.createDirectories(project.seeds());
            Files.writeString(project.seeds().resolve("first.txt"), "a seed");
            Files.writeString(project.seeds().resolve("second.txt"), "b");
            Files.writeString(project.directory().resolve(".gitignore"), "/target/\n/.fuzz/\n");
            git(
                project,
                "init -q && git add -A && git -c user.name=x -c user.email=x commit -qm x");
            Observation run = project.fuzz("-Dfuzz.executions=500000").await();

            List<String> changed = git(project, "status --porcelain -uall").lines().toList();
            assertThat(changed).as(run.output()).hasSize(1);
            assertThat(changed.get(0))
                .startsWith("?? src/test/resources/fuzz/")
                .contains("/crash-");
            return changed.get(0);
          }
        });
  }

  private static String git(MavenProject project, String command) throws Exception {
    Process git =
        new ProcessBuilder("bash", "-c", "git " + command)
            .directory(project.directory().toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(git.getInputStream().readAllBytes());
    assertThat(git.waitFor()).as(output).isZero();
    return output;
  }
}
