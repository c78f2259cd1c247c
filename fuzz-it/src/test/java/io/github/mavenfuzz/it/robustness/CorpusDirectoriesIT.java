package io.github.mavenfuzz.it.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.hostile.Harmless;
import com.example.hostile.Ordinary;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever lies in a corpus directory, or is one: the run says what it leaves out, and goes on. */
@ExtendWith(ResultTable.Provider.class)
@Execution(ExecutionMode.CONCURRENT)
class CorpusDirectoriesIT {
  private static final int HUGE = 1 << 30;
  private static final int MANY = 50_000;

  /**
   * Hidden links, control characters, what looks like a flag or a path, and the longest there is.
   */
  private static final List<String> ODD_NAMES =
      List.of(
          "a b", "-runs=0", "new\nline", "\u001b[2J", "\u00e4\u4e16", "'\"`$(x)", "n".repeat(255));

  /** Makes something of a sandbox before a run. */
  interface Preparation {
    void prepare(Sandbox sandbox) throws Exception;
  }

  /**
   * What there is, and what comes of it.
   *
   * @param shell as for {@link CommandLine#inShell}
   */
  record Case(
      String name, String expected, Preparation preparation, String shell, Consumer<Seen> check) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** What a run left. */
  record Seen(Sandbox sandbox, Observation run) {
    void says(int exitCode, String... texts) {
      assertThat(run.exitCode()).as(run.output()).isEqualTo(exitCode);
      for (String text : texts) {
        assertThat(run.output()).contains(text);
      }
      assertThat(run.output()).doesNotContain("\tat ", "please report");
    }
  }

  static List<Case> cases() {
    return List.of(
            new Case(
                "corpus-missing",
                "error",
                s -> Files.delete(s.corpus()),
                null,
                seen -> seen.says(1, "corpus")),
            new Case(
                "corpus-read-only",
                "goes on in memory, says so",
                s -> new ProcessBuilder("chmod", "755", s.root().toString()).start().waitFor(),
                "chmod a+rwx artifacts tmp && chmod a+rw tally && chmod 555 corpus"
                    + " && exec setpriv --reuid=54321 --clear-groups -- \"$@\"",
                seen -> {
                  seen.says(0, "WARNING: cannot write");
                  assertThat(seen.run.output()).containsOnlyOnce("WARNING: cannot write");
                }),
            new Case(
                "corpus-file-truncated",
                "an input like others",
                s -> Files.write(s.corpus().resolve("a".repeat(40)), new byte[0]),
                null,
                seen -> seen.says(0)),
            new Case(
                "corpus-file-huge",
                "is skipped, says so",
                s -> {
                  try (RandomAccessFile file =
                      new RandomAccessFile(s.corpus().resolve("huge").toFile(), "rw")) {
                    file.setLength(HUGE);
                  }
                },
                null,
                seen -> seen.says(0, "huge", "skipped")),
            new Case(
                "corpus-files-many",
                "all are run, within bounds",
                s -> {
                  for (int i = 0; i < MANY; i++) {
                    Files.write(
                        s.corpus().resolve("f" + i),
                        Integer.toString(i).getBytes(StandardCharsets.UTF_8));
                  }
                },
                null,
                seen -> seen.says(0, MANY + " files found")),
            new Case(
                "corpus-names-odd",
                "all are run, nothing odd is printed",
                s -> {
                  for (String name : ODD_NAMES) {
                    Files.writeString(s.corpus().resolve(name), name.substring(0, 2));
                  }
                },
                null,
                seen -> {
                  seen.says(0, ODD_NAMES.size() + " files found");
                  assertThat(seen.run.output()).doesNotContain("\u001b");
                }),
            new Case(
                "corpus-fifo",
                "does not block",
                s ->
                    new ProcessBuilder("mkfifo", s.corpus().resolve("fifo").toString())
                        .start()
                        .waitFor(),
                null,
                seen -> seen.says(0)),
            new Case(
                "corpus-links",
                "loops and dangling links do not matter",
                s -> {
                  Files.createSymbolicLink(s.corpus().resolve("loop"), s.corpus());
                  Files.createSymbolicLink(s.corpus().resolve("self"), Path.of("self"));
                  Files.createSymbolicLink(s.corpus().resolve("gone"), Path.of("/nowhere/at/all"));
                },
                null,
                seen -> seen.says(0)),
            new Case(
                "corpus-directory-inside",
                "is read as well",
                s ->
                    Files.writeString(
                        Files.createDirectory(s.corpus().resolve("in")).resolve("f"), "f"),
                null,
                seen -> seen.says(0, "1 files found")))
        .stream()
        .filter(c -> ResultTable.isSelected(c.name()))
        .toList();
  }

  @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
  @MethodSource("cases")
  void runs(Case given, ResultTable table) throws Exception {
    table.run(
        given.name(),
        given.expected(),
        () -> {
          Shell.require(given.shell());
          try (Sandbox sandbox = Sandbox.create()) {
            given.preparation().prepare(sandbox);
            Observation run =
                CommandLine.of(sandbox, Harmless.class)
                    .with("corpus", "-runs=30000")
                    .inShell(given.shell())
                    .start()
                    .await();
            given.check().accept(new Seen(sandbox, run));
            assertThat(Leftovers.await(sandbox.token())).as("processes that are left").isEmpty();
            return "%.1f s, exit %d".formatted(run.elapsed().toMillis() / 1e3, run.exitCode());
          }
        });
  }

  @Test
  void writesThroughNoLink(ResultTable table) throws Exception {
    table.run(
        "corpus-links-out",
        "what they lead to stays as it is",
        () -> {
          try (Sandbox sandbox = Sandbox.create()) {
            CommandLine command =
                CommandLine.of(sandbox, Ordinary.class).with("corpus", "-runs=500000");
            Observation first = command.start().await();
            Path outside = Files.createDirectory(sandbox.root().resolve("outside"));
            List<Path> written = new ArrayList<>(Sandbox.files(sandbox.corpus(), ""));
            written.addAll(Sandbox.files(sandbox.artifacts(), ""));
            for (Path file : written) {
              Path victim = outside.resolve(file.getFileName());
              Files.writeString(victim, "victim");
              Files.delete(file);
              Files.createSymbolicLink(file, victim);
            }
            command.start().await();

            assertThat(first.findings()).hasSize(1);
            assertThat(Sandbox.files(outside, ""))
                .hasSize(written.size())
                .allSatisfy(f -> assertThat(f).hasContent("victim"));
            return written.size() + " links";
          }
        });
  }
}
