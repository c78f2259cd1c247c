package io.github.mavenfuzz.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.example.targets.OneTarget;
import com.example.targets.ProviderTarget;
import io.github.mavenfuzz.corpus.ContentHash;
import io.github.mavenfuzz.session.TestEngine;
import java.io.File;
import java.io.RandomAccessFile;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole command lines with real worker JVMs. */
@Timeout(value = 3, unit = MINUTES)
class CommandLineTest {
  /** What ClusterFuzz takes for a line of the engine. */
  private static final String ENGINE_LINE = "#\\d+[\\s]*(INITED|NEW|pulse|DONE)\\s.*";

  /** How ClusterFuzz finds the crasher. */
  private static final String CRASHER_LINE =
      ".*Test unit written to\\s*(.*(crash|oom|timeout|leak)-.*)";

  private static final String SHA1_OF_MARK = "0ab8318acaf6e678dd02e2b5c343ed41111b393d";

  @TempDir Path directory;
  private Commands commands;

  @BeforeEach
  void create() {
    commands = new Commands(directory);
  }

  @Test
  void aRunWithoutFindingsEndsWithSuccessAndStatistics() throws Exception {
    commands.directory("corpus");

    int code = commands.run("passes", "-runs=20000", "-seed=3", "-print_final_stats=1", "corpus");

    assertThat(code).as(commands.output()).isZero();
    assertThat(commands.lines())
        .contains("INFO: Seed: 3", "INFO: A corpus is not provided, starting from an empty corpus")
        .anyMatch(l -> l.matches("#2\tINITED cov: \\d+ ft: \\d+ corp: 1/0b lim: 4096 exec/s: .*"))
        .anyMatch(l -> l.matches("#\\d+\tNEW    cov: .* rss: \\d+Mb L: \\d+/4096 MS: 0 "))
        .anyMatch(l -> l.matches("#20000\tDONE   cov: .*"))
        .anyMatch(l -> l.matches("Done 20000 runs in \\d+ second\\(s\\)"))
        .contains("stat::number_of_executed_units: 20000")
        .anyMatch(l -> l.matches("stat::average_exec_per_sec:     [1-9]\\d*"))
        .contains("stat::new_units_added:          " + commands.files("corpus").size())
        .contains("stat::slowest_unit_time_sec:    0")
        .anyMatch(l -> l.matches("stat::peak_rss_mb:              [1-9]\\d*"));
    assertThat(commands.lines().stream().filter(l -> l.startsWith("#")))
        .allMatch(l -> l.matches(ENGINE_LINE));
    assertThat(commands.files("corpus"))
        .isNotEmpty()
        .allMatch(name -> name.matches("[0-9a-f]{40}"));
  }

  @Test
  void aFindingIsWrittenAndHasItsExitCode() throws Exception {
    int code = commands.run("fails", "-seed=1");

    assertThat(code).as(commands.output()).isEqualTo(77);
    assertThat(commands.output())
        .contains(
            "\n    | about to fail\n",
            "\n\n== Java Exception: java.lang.IllegalStateException: found\n"
                + "\tat com.example.targets.CommandTargets.fails(CommandTargets.java:",
            "\n== libFuzzer crashing input ==\n",
            "\n0x21,\n!\nartifact_prefix='./'; Test unit written to ./crash-" + SHA1_OF_MARK,
            "\nBase64: IQ==\n");
    assertThat(commands.lines())
        .anyMatch(l -> l.matches("DEDUP_TOKEN: [0-9a-f]{12}"))
        .anyMatch(l -> l.matches(CRASHER_LINE));
    assertThat(commands.files(".")).containsExactly("crash-" + SHA1_OF_MARK);
  }

  @Test
  void theSameCauseHasTheSameTokenInEveryRun() throws Exception {
    commands.run("fails", "-seed=1");
    List<String> first = tokens();
    commands.run("fails", "-seed=2");

    assertThat(first).hasSize(1).isEqualTo(tokens());
  }

  private List<String> tokens() {
    return commands.lines().stream().filter(l -> l.startsWith("DEDUP_TOKEN: ")).toList();
  }

  @Test
  void aHangHasAnExitCodeOfItsOwn() throws Exception {
    int code = commands.run("hangs", "-seed=1", "-timeout=1", "-print_final_stats=1");

    assertThat(code).as(commands.output()).isEqualTo(70);
    assertThat(commands.lines())
        .anyMatch(l -> l.matches("==\\d+== ERROR: libFuzzer: timeout after 1 seconds"))
        .anyMatch(l -> l.matches("\tat com.example.targets.CommandTargets.hangs\\(.*"))
        .contains("SUMMARY: libFuzzer: timeout", "stat::slowest_unit_time_sec:    1")
        .anyMatch(l -> l.matches(".*Test unit written to ./timeout-[0-9a-f]{40}"));
  }

  @Test
  void lackOfMemoryIsAFinding() throws Exception {
    int code = commands.run("fillsTheHeap", "-seed=1", "-rss_limit_mb=200");

    assertThat(code).as(commands.output()).isEqualTo(77);
    assertThat(commands.lines())
        .anyMatch(
            l -> l.matches("==\\d+== ERROR: libFuzzer: out-of-memory \\(heap limit: -Xmx150m\\)"))
        .anyMatch(l -> l.matches(".*Test unit written to ./oom-[0-9a-f]{40}"));
  }

  @Test
  void anExitOfTheTargetIsAFinding() throws Exception {
    int code = commands.run("exits", "-seed=1");

    assertThat(code).as(commands.output()).isEqualTo(77);
    assertThat(commands.lines())
        .contains("== Java Exception: exit code 5", "SUMMARY: libFuzzer: fuzz target exited")
        .anyMatch(l -> l.matches(".*Test unit written to ./crash-[0-9a-f]{40}"));
  }

  @ParameterizedTest
  @CsvSource({"-timeout=999999999999999999", "-max_total_time=999999999999999999"})
  void aTimeMayBeAsLongAsOneLikes(String flag) throws Exception {
    commands.file("bad", "! and more");

    assertThat(commands.run("fails", flag, "-seed=1")).as(commands.output()).isEqualTo(77);
    assertThat(commands.run("fails", flag, "bad")).as(commands.output()).isEqualTo(77);
    assertThat(commands.run("fails", flag, "-minimize_crash=1", "-runs=500", "bad"))
        .as(commands.output())
        .isZero();
  }

  @ParameterizedTest
  @CsvSource({"--keep_going=2, 2", "-jobs=2, 2", "--keep_going=1, 1"})
  void endsAfterAsManyFindingsAsItIsTold(String flag, int findings) throws Exception {
    int code = commands.run("hasTwoCauses", flag, "-workers=1", "-seed=1");

    assertThat(code).as(commands.output()).isEqualTo(77);
    assertThat(commands.files(".").stream().filter(n -> n.startsWith("crash-"))).hasSize(findings);
    assertThat(commands.output()).doesNotContain("Done ");
  }

  @Test
  void goesOnToTheEndWhenFindingsDoNotEndIt() throws Exception {
    int code = commands.run("hasTwoCauses", "--keep_going=0", "-runs=5000", "-seed=1");

    assertThat(code).as(commands.output()).isEqualTo(77);
    assertThat(commands.files(".").stream().filter(n -> n.startsWith("crash-"))).hasSize(2);
    assertThat(commands.output()).contains("Done ");
  }

  @Test
  void aHangAmongOtherFindingsDoesNotHideThem() throws Exception {
    commands.file("corpus/bad", "!");
    commands.file("corpus/stuck", "\u0003\u0003");

    int code = commands.run("failsOrHangs", "--keep_going=2", "-timeout=1", "-runs=0", "corpus");

    assertThat(code).as(commands.output()).isEqualTo(77);
    assertThat(commands.files("."))
        .anyMatch(n -> n.startsWith("crash-"))
        .anyMatch(n -> n.startsWith("timeout-"));
  }

  @Test
  void aForkedRunGoesOnAfterAHangAndEndsWithACrash() throws Exception {
    commands.file("corpus/stuck", "\u0003\u0003");

    int code = commands.run("failsOrHangs", "-fork=1", "-timeout=1", "-seed=1", "corpus");

    assertThat(code).as(commands.output()).isEqualTo(77);
    assertThat(commands.files("."))
        .anyMatch(n -> n.startsWith("crash-"))
        .anyMatch(n -> n.startsWith("timeout-"));
    assertThat(commands.lines()).anyMatch(l -> l.matches("INFO: oom/timeout/crash: 0/[1-9]/1"));
  }

  @ParameterizedTest
  @CsvSource({"-ignore_timeouts=1, 0", "-ignore_timeouts=0, 70"})
  void onlyAHangThatIsNotIgnoredHasAnExitCode(String flag, int expected) throws Exception {
    commands.file("corpus/stuck", "\u0003\u0003");

    int code = commands.run("hangs", "-fork=1", flag, "-timeout=1", "-runs=0", "corpus");

    assertThat(code).as(commands.output()).isEqualTo(expected);
    assertThat(commands.files(".")).anyMatch(n -> n.startsWith("timeout-"));
  }

  @Test
  void exitCodesCanBeChanged() throws Exception {
    Path crasher = commands.file("crasher", "!");

    assertThat(commands.run("fails", "-error_exitcode=3", crasher.toString())).isEqualTo(3);
  }

  @Test
  void runsTheCorpusOnlyWhenThereAreNoRuns() throws Exception {
    commands.file("corpus/one", "o");
    commands.file("corpus/below/two", "ok");

    int code = commands.run("passes", "-runs=0", "corpus");

    assertThat(code).as(commands.output()).isZero();
    assertThat(commands.lines())
        .anyMatch(l -> l.matches("INFO: +2 files found in .*corpus"))
        .anyMatch(l -> l.matches("INFO: seed corpus: files: 2 min: 1b max: 2b total: 3b rss: .*"))
        .anyMatch(l -> l.matches("#6\tINITED cov: \\d+ ft: \\d+ corp: 3/3b .*"))
        .anyMatch(l -> l.matches("#6\tDONE .*"))
        .noneMatch(l -> l.contains("NEW"));
    assertThat(commands.files("corpus")).containsExactly("one");
  }

  @Test
  void anInputOfTheCorpusThatFailsIsAFinding() throws Exception {
    commands.file("corpus/bad", "!bad");

    assertThat(commands.run("fails", "-runs=0", "corpus")).as(commands.output()).isEqualTo(77);
    assertThat(commands.files(".")).anyMatch(n -> n.startsWith("crash-"));
    assertThat(commands.files("corpus")).containsExactly("bad");
  }

  @Test
  void furtherDirectoriesAreReadAndNotWritten() throws Exception {
    commands.directory("first");
    commands.file("second/deep", "o");

    int code = commands.run("passes", "-runs=20000", "-seed=1", "first", "second");

    assertThat(code).as(commands.output()).isZero();
    assertThat(commands.files("first")).isNotEmpty();
    assertThat(commands.files("second")).containsExactly("deep");
  }

  @Test
  void inputsAreCutToTheLengthThatIsAsked() throws Exception {
    commands.file("corpus/long", "x!".repeat(100));

    int code = commands.run("passes", "-runs=3000", "-seed=1", "-max_len=3", "corpus");

    assertThat(code).as(commands.output()).isZero();
    assertThat(commands.output()).contains("lim: 3 ").doesNotContain("-max_len is not provided");
    assertThat(commands.files("corpus"))
        .allMatch(n -> n.equals("long") || sizeOf("corpus", n) <= 3);
  }

  private long sizeOf(String name, String file) {
    return directory.resolve(name).resolve(file).toFile().length();
  }

  @Test
  void aDictionaryLeadsToAWord() throws Exception {
    commands.file("words.dict", "# words\nkey=\"xyzzy-plugh\"\n");

    int code = commands.run("knowsAWord", "-seed=1", "-runs=100000", "-dict=words.dict");

    assertThat(code).as(commands.output()).isEqualTo(77);
    assertThat(commands.lines()).contains("Dictionary: 1 entries");
  }

  @Test
  void aWrongDictionaryIsNamedWithItsLine() throws Exception {
    commands.file("words.dict", "\"good\"\nbad\n");

    assertThat(commands.run("knowsAWord", "-dict=words.dict")).isEqualTo(1);
    assertThat(commands.output())
        .contains("ParseDictionaryFile: error in line 2\n")
        .contains("words.dict, line 2: the word is not in quotation marks");
  }

  @Test
  void anEmptyNameOfADictionaryIsNone() throws Exception {
    assertThat(commands.run("passes", "-dict=", "-runs=10")).as(commands.output()).isZero();
  }

  @Test
  void severalWorkersShareARun() throws Exception {
    int code = commands.run("passes", "-runs=40000", "-workers=2", "-print_final_stats=1");

    assertThat(code).as(commands.output()).isZero();
    assertThat(commands.lines()).contains("stat::number_of_executed_units: 40000");
  }

  @Test
  void aFileIsReplayedAsOftenAsAsked() throws Exception {
    commands.file("good", "fine");

    int code = commands.run("fails", "-runs=10", "-print_final_stats=1", "good");

    assertThat(code).as(commands.output()).isZero();
    assertThat(commands.lines())
        .contains("Running 1 inputs 10 time(s) each.", "Running: good")
        .anyMatch(l -> l.matches("Executed good in \\d+ ms"))
        .contains("*** NOTE: fuzzing was not performed, you have only")
        .contains("stat::number_of_executed_units: 10");
  }

  @Test
  void aFileThatFailsIsReportedAndNothingIsWritten() throws Exception {
    commands.file("good", "fine");
    commands.file("bad", "!");
    commands.file("other", "!other");

    int code = commands.run("fails", "-runs=100", "-artifact_prefix=./", "good", "bad", "other");

    assertThat(code).as(commands.output()).isEqualTo(77);
    assertThat(commands.output())
        .contains("Executed good in ", "== Java Exception: java.lang.IllegalStateException: found")
        .contains("\nINFO: the inputs that follow were not run: 1; --keep_going=0 runs all\n")
        .doesNotContain("Running: other", "Test unit written to");
    assertThat(commands.files(".")).containsExactly("bad", "good", "other");
  }

  @Test
  void aFileThatIsTooLargeIsNeverCutInSilence() throws Exception {
    commands.directory("first");
    try (RandomAccessFile large =
        new RandomAccessFile(commands.file("in/large", "!").toFile(), "rw")) {
      large.setLength((16 << 20) + 1);
    }
    String skipped = directory.resolve("in/large") + ": it is larger than 16 MiB; it is skipped.";

    assertThat(commands.run("fails", "-runs=0", "in")).as(commands.output()).isZero();
    assertThat(commands.lines()).contains("WARNING: " + skipped);
    assertThat(commands.run("fails", "-merge=1", "first", "in")).as(commands.output()).isZero();
    assertThat(commands.output()).contains("large is left out: it is larger than 16 MiB");
    assertThat(commands.run("fails", "in/large")).isEqualTo(1);
    assertThat(commands.output()).contains("ERROR: in/large: it is larger than 16 MiB.");
    assertThat(commands.run("fails", "-max_len=9", "in/large")).isEqualTo(77);
  }

  @Test
  void classesThatNoPatternMatchesAreWarnedOf() throws Exception {
    commands.run("passes", "-runs=10", "--instrumentation_includes=org.elsewhere.**");

    assertThat(commands.lines())
        .anyMatch(
            l -> l.matches("WARNING: nothing guides the run: .*--instrumentation_includes.*"));
  }

  @Test
  void aMinimisationThatIsInterruptedLeavesTheSmallestInputSoFar() throws Exception {
    commands.file("big", "!".repeat(200) + "slow".repeat(100));
    Thread main = Thread.currentThread();
    Path out = directory.resolve("out");
    Thread interrupter =
        new Thread(
            () -> {
              while (!Files.exists(out)) {
                Thread.onSpinWait();
              }
              main.interrupt();
            });
    interrupter.start();

    int code = commands.run("failsSlowly", "-minimize_crash=1", "-exact_artifact_path=out", "big");
    interrupter.join();

    assertThat(code).as(commands.output()).isEqualTo(72);
    assertThat(out).content().hasSizeBetween(200, 599);
  }

  @Test
  void aFileThatHangsHasTheExitCodeOfHangs() throws Exception {
    commands.file("stuck", "\u0003\u0003");

    assertThat(commands.run("hangs", "-timeout=1", "stuck")).as(commands.output()).isEqualTo(70);
  }

  @Test
  void aMergeKeepsTheSmallestInputsThatAddCoverage() throws Exception {
    commands.file("first/mine", "ab");
    commands.file("second/long", "okokokok");
    commands.file("second/short", "ok");
    commands.file("third/like-mine", "cd");
    commands.file("third/half", "ox");

    int code =
        commands.run("passes", "-merge=1", "-merge_control_file=MCF", "first", "second", "third");

    assertThat(code).as(commands.output()).isZero();
    assertThat(commands.lines())
        .contains("MERGE-OUTER: 5 files, 1 in the initial corpus, 0 processed earlier")
        .contains("MERGE-OUTER: successful in 1 attempt(s)")
        .last()
        .asString()
        .matches(
            "MERGE-OUTER: 2 new files with [2-9] new features added; [2-9] new coverage edges");
    assertThat(commands.files("first")).containsExactlyInAnyOrder("mine", sha1("ok"), sha1("ox"));
    assertThat(commands.files("second")).containsExactly("long", "short");
  }

  private static String sha1(String content) {
    return ContentHash.sha1(content.getBytes(UTF_8));
  }

  @Test
  void whatFailsOrHangsDoesNotEndAMerge() throws Exception {
    commands.directory("first");
    commands.file("second/a", "a");
    commands.file("second/fails", "!");
    commands.file("second/hangs", "\u0003\u0003");
    commands.file("second/z", "zzz");

    int code = commands.run("failsOrHangs", "-merge=1", "-timeout=1", "first", "second");

    assertThat(code).as(commands.output()).isZero();
    assertThat(commands.lines())
        .anyMatch(l -> l.matches("MERGE-OUTER: .*fails is left out: it fails, java.lang.Ill.*"))
        .anyMatch(l -> l.matches("MERGE-OUTER: .*hangs is left out: it fails, hang at .*"));
    assertThat(commands.files("first")).containsExactlyInAnyOrder(sha1("a"), sha1("zzz"));
  }

  @Test
  void aMergeOfOneDirectoryIsNothing() throws Exception {
    commands.directory("first");

    assertThat(commands.run("passes", "-merge=1", "first")).isZero();
    assertThat(commands.lines()).contains("INFO: Merge requires two or more corpus dirs");
  }

  @Test
  void aCrasherIsMadeSmall() throws Exception {
    commands.file("big", "! and much more");

    int code = commands.run("fails", "-minimize_crash=1", "-runs=10000", "big");

    assertThat(code).as(commands.output()).isZero();
    String minimized = "minimized-from-" + sha1("! and much more");
    assertThat(commands.lines())
        .contains(
            "CRASH_MIN: minimizing crash input: 'big' (15 bytes)",
            "CRASH_MIN: 'big' (15 bytes) caused a crash. Will try to minimize it further",
            "artifact_prefix='./'; Test unit written to ./" + minimized,
            "CRASH_MIN: failed to minimize beyond ./" + minimized + " (1 bytes), exiting")
        .anyMatch(l -> l.matches("CRASH_MIN: DedupToken1: DEDUP_TOKEN: [0-9a-f]{12}"))
        .anyMatch(l -> l.matches("CRASH_MIN: DedupToken2: DEDUP_TOKEN: [0-9a-f]{12}"));
    assertThat(directory.resolve(minimized)).hasContent("!");
  }

  @Test
  void aCrasherThatIsSmallAlreadyIsWrittenToTheExactPath() throws Exception {
    commands.file("small", "!");

    int code =
        commands.run(
            "fails", "-minimize_crash=1", "-max_total_time=5", "-exact_artifact_path=out", "small");

    assertThat(code).as(commands.output()).isZero();
    assertThat(directory.resolve("out")).hasContent("!");
  }

  @Test
  void anInputThatEndsItsJvmIsKeptAsItIs() throws Exception {
    commands.file("exits", "\u0003 and more");

    int code =
        commands.run(
            "exits", "-minimize_crash=1", "-runs=100", "-exact_artifact_path=out", "exits");

    assertThat(code).as(commands.output()).isZero();
    assertThat(directory.resolve("out")).hasContent("\u0003 and more");
  }

  @Test
  void anInputThatDoesNotFailCannotBeMinimised() throws Exception {
    commands.file("good", "fine");

    assertThat(commands.run("fails", "-minimize_crash=1", "-runs=100", "good")).isEqualTo(1);
    assertThat(commands.lines()).contains("ERROR: the input good did not crash");
  }

  @Test
  void typedInputsAreFilesWithTheirValues() throws Exception {
    commands.directory("corpus");

    int code = commands.run("takesTwo", "-seed=1", "-artifact_prefix=out-", "corpus");

    assertThat(code).as(commands.output()).isEqualTo(77);
    assertThat(commands.files(".")).singleElement().asString().startsWith("out-crash-");
    assertThat(directory.resolve(commands.files(".").iterator().next()))
        .content()
        .startsWith("[1001, \"\"]");
  }

  @Test
  void theOnlyTargetOfAClassNeedsNoName() throws Exception {
    int code =
        commands.runWith(List.of("--target_class=" + OneTarget.class.getName(), "-runs=100"));

    assertThat(code).as(commands.output()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-runz=1|There is no flag -runz; did you mean -runs? -help=1 lists all flags.",
        "-runs=x|-runs: \"x\" is not a whole number.",
        "missing|No such file or directory: DIR/missing; for a new directory, make it or add"
            + " -create_missing_dirs=1.",
        "-max_len=-1|-max_len: -1 is not between 0 and 2147483647.",
        "-error_exitcode=256|-error_exitcode: 256 is not between 1 and 255.",
        "-minimize_crash=1|-minimize_crash should be given one input file.",
        "-dict=missing.dict|The dictionary DIR/missing.dict cannot be read:",
        "-seed_inputs=@list|-seed_inputs: DIR/list cannot be read:",
      })
  void whatIsWrongIsSaidInASentence(String argument, String message) throws Exception {
    assertThat(commands.run("passes", argument)).isEqualTo(1);
    assertThat(commands.lines().get(commands.lines().size() - 1))
        .startsWith("ERROR: " + message.replace("DIR", directory.toString()));
  }

  @ParameterizedTest
  @CsvSource({
    "-runs=1, there, missing",
    "-runs=1, missing, there",
    "-create_missing_dirs=1, missing, there",
    "-minimize_crash=1, -runs=1, missing"
  })
  void aFileThatIsMissingIsNamed(String one, String two, String three) throws Exception {
    commands.file("there", "fine");

    assertThat(commands.run("passes", one, two, three)).isEqualTo(1);
    assertThat(commands.lines())
        .contains("ERROR: No such file or directory: " + directory.resolve("missing") + ".");
  }

  @Test
  void aDirectoryAmongFilesIsNamed() throws Exception {
    commands.directory("first");
    commands.file("file", "x");

    assertThat(commands.run("passes", "file", "first")).isEqualTo(1);
    assertThat(commands.output())
        .contains("first is no file, unlike others; name directories or files, not both");
  }

  @Test
  void aSecondDirectoryThatIsMissingIsAnError() throws Exception {
    commands.directory("first");

    assertThat(commands.run("passes", "first", "second")).isEqualTo(1);
    assertThat(commands.lines())
        .contains("ERROR: No such file or directory: " + directory.resolve("second") + ".");
  }

  @Test
  void filesAndDirectoriesAreNotMixed() throws Exception {
    commands.directory("first");
    commands.file("file", "x");

    assertThat(commands.run("passes", "first", "file")).isEqualTo(1);
    assertThat(commands.output()).contains("name directories or files, not both");
  }

  @Test
  void missingDirectoriesCanBeMade() throws Exception {
    int code = commands.run("passes", "-create_missing_dirs=1", "-runs=3000", "new/corpus");

    assertThat(code).as(commands.output()).isZero();
    assertThat(commands.files("new/corpus")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "com.example.targets.CommandTarget|there is no class com.example.targets.CommandTarget on"
            + " the class path; there is com.example.targets.CommandTargets",
        "com.example.targets.Deadly|com.example.targets.Deadly has no fuzz target;",
        "com.example.targets.CommandTargets|com.example.targets.CommandTargets has several"
            + " targets; name one with --target_method: passes, fails,",
      })
  void aClassThatCannotBeRunIsNamed(String className, String message) throws Exception {
    assertThat(commands.runWith(List.of("--target_class=" + className))).isEqualTo(1);
    assertThat(commands.output()).startsWith("ERROR: " + message);
  }

  @Test
  void aMethodThatThereIsNotIsNamed() throws Exception {
    assertThat(commands.run("nothing")).isEqualTo(1);
    assertThat(commands.output())
        .startsWith(
            "ERROR: com.example.targets.CommandTargets has no target method nothing, only passes,");
  }

  @Test
  void whatHasToBeGivenIsNamed() throws Exception {
    assertThat(commands.runWith(List.of())).isEqualTo(1);
    assertThat(commands.lines())
        .containsExactly(
            "ERROR: --target_class is missing: name the target's class; -help=1 lists all flags.");
    assertThat(new CommandLine(commands.host()).run(List.of("--target_class=a.B"))).isEqualTo(1);
    assertThat(commands.output()).contains("ERROR: --cp is missing");
  }

  @Test
  void flagsThatDoNothingAreToldOfInOneLineEach() throws Exception {
    commands.run("passes", "-runs=0", "-reload=1", "-use_value_profile=1");

    assertThat(commands.lines())
        .startsWith(
            "INFO: -reload does nothing here: the corpus is read once, at the beginning",
            "INFO: -use_value_profile does nothing here: the engine has nothing of the kind");
  }

  @Test
  void withoutVerbosityOnlyFindingsAreTold() throws Exception {
    commands.run("passes", "-runs=1000", "-verbosity=0");

    assertThat(commands.output()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-help=1", "-help", "--help", "-h"})
  void theHelpEndsWithSuccess(String flag) throws Exception {
    assertThat(commands.runWith(List.of(flag))).isZero();
    assertThat(commands.output()).isEqualTo(Flags.help());
  }

  @Test
  void anInterruptEndsTheRunWithItsStatisticsAndKeepsTheCorpus() throws Exception {
    Path corpus = commands.directory("corpus");
    Thread main = Thread.currentThread();
    Thread interrupter =
        new Thread(
            () -> {
              while (corpus.toFile().list().length == 0) {
                Thread.onSpinWait();
              }
              main.interrupt();
            });
    interrupter.start();

    int code = commands.run("passes", "-print_final_stats=1", "corpus");
    interrupter.join();

    assertThat(code).as(commands.output()).isEqualTo(72);
    assertThat(commands.output())
        .containsPattern("stat::number_of_executed_units: [1-9]")
        .containsPattern("==\\d+== libFuzzer: run interrupted; exiting\n");
    assertThat(commands.files("corpus")).isNotEmpty();
    assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void classPathsHaveJarsFoldersAndAllJarsOfAFolder() throws Exception {
    Path lib = commands.directory("lib");
    Files.createFile(lib.resolve("b.jar"));
    Files.createFile(lib.resolve("a.jar"));
    Files.createFile(lib.resolve("notes.txt"));
    Setup setup =
        new Setup(
            commands.host(),
            Arguments.parse(List.of("--cp=classes:lib/*:/opt/x.jar")),
            new Artifacts(directory, "./", null),
            new AgentJar(null));

    assertThat(setup.classPath())
        .containsExactly(
            directory.resolve("classes"),
            lib.resolve("a.jar"),
            lib.resolve("b.jar"),
            Path.of("/opt/x.jar"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-seed=1|-Xmx1536m",
        "-rss_limit_mb=2560|-Xmx1920m",
        "-rss_limit_mb=1|-Xmx64m",
        "-rss_limit_mb=0|-Xmx1024m",
        "--jvm_args=-Xmx3g:-Da=b\\:c|-Xmx3g -Da=b:c",
        "--jvm_args=-XX:MaxRAMPercentage=50|-XX MaxRAMPercentage=50 -Xmx1536m",
        "--jvm_args=-XX\\:MaxRAMPercentage=50|-XX:MaxRAMPercentage=50",
        "--jvm_args=-Xss2m|-Xmx1536m -Xss2m",
        "--additional_jvm_args=-Xmx1g|-Xmx1g",
      })
  void theHeapFollowsTheLimitOfMemoryUnlessItIsSet(String flag, String expected) throws Exception {
    Setup setup =
        new Setup(
            commands.host(),
            Arguments.parse(List.of("--cp=" + TestEngine.locationOf(OneTarget.class), flag)),
            new Artifacts(directory, "./", null),
            new AgentJar(null));

    assertThat(setup.workerSetup().jvms().jvm().arguments())
        .containsExactlyInAnyOrder(expected == null ? new String[0] : expected.split(" "));
  }

  @Test
  void clusterFuzzReadsWhatItNeedsFromARunAsItStartsOne() throws Exception {
    commands.directory("new");
    commands.directory("crashers");
    commands.file("corpus/seed", "o");

    int code =
        commands.run(
            "passes",
            "-timeout=25",
            "-rss_limit_mb=2560",
            "-use_value_profile=1",
            "-artifact_prefix=" + directory.resolve("crashers") + "/",
            "-max_total_time=2",
            "-print_final_stats=1",
            "new",
            "corpus");

    assertThat(code).as(commands.output()).isZero();
    assertThat(commands.lines())
        .anyMatch(
            l ->
                l.matches(
                    "INFO: -max_len is not provided; libFuzzer will not generate inputs larger"
                        + " than \\d+ bytes"))
        .anyMatch(l -> l.matches("INFO:\\s+seed corpus:\\s+files:\\s+(\\d+).*rss:\\s+(\\d+)Mb.*"))
        .anyMatch(
            l -> l.matches("INFO:\\s+Loaded\\s+\\d+\\s+PC tables\\s+\\(([1-9]\\d*)\\s+.*\\).*"))
        .anyMatch(l -> l.matches("#\\d+\\s+INITED\\s+.*"))
        .anyMatch(l -> l.matches("Done\\s+\\d+\\s+runs.*"));
    assertThat(commands.lines().stream().filter(l -> l.startsWith("stat::")))
        .hasSize(5)
        .allMatch(l -> l.matches("stat::([A-Za-z_]+):\\s*(\\d+)"));
  }

  @Test
  void theAgentOfJazzerGivesItsApiAndNothingElse() throws Exception {
    Path agent = agentWithARuntimeThatFails();
    commands.file("bad", "!");

    int code = provider("--agent_path=" + agent, "bad");

    assertThat(code).as(commands.output()).isEqualTo(77);
    assertThat(commands.output()).contains("IllegalStateException: found");
  }

  @Test
  void jazzerItselfOnTheClassPathOfTheAgentDoesNoHarm() throws Exception {
    commands.file("bad", "!");
    Path agent = TestEngine.locationOf(com.code_intelligence.jazzer.Jazzer.class);

    int code =
        provider(
            "--agent_path=" + agent,
            "--cp="
                + TestEngine.locationOf(ProviderTarget.class)
                + File.pathSeparator
                + TestEngine.locationOf(FuzzedDataProvider.class),
            "bad");

    assertThat(code).as(commands.output()).isEqualTo(77);
  }

  @Test
  void anAgentThatIsMissingIsNotNeeded() throws Exception {
    assertThat(commands.run("passes", "-runs=10", "--agent_path=none.jar")).isZero();
    assertThat(commands.lines())
        .contains(
            "INFO: --agent_path: there is no file "
                + directory.resolve("none.jar")
                + ", which is not needed either.");
  }

  private int provider(String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add(0, "--target_class=" + ProviderTarget.class.getName());
    return commands.runWith(all);
  }

  /** The API, and a class of the runtime that it would load, broken. */
  private Path agentWithARuntimeThatFails() throws Exception {
    Path agent = directory.resolve("jazzer_agent_deploy.jar");
    Files.copy(TestEngine.locationOf(FuzzedDataProvider.class), agent);
    try (FileSystem jar = FileSystems.newFileSystem(agent)) {
      Path runtime = jar.getPath("com/code_intelligence/jazzer/runtime");
      Files.createDirectories(runtime);
      Files.writeString(runtime.resolve("JazzerInternal.class"), "broken");
    }
    return agent;
  }

  @Test
  void seedsCanBeListedOneByOne() throws Exception {
    commands.file("one", "o");
    commands.file("two", "ok");
    commands.file("list", "one,two\n");

    commands.run("passes", "-runs=0", "-seed_inputs=one,two");
    assertThat(commands.output()).contains("seed corpus: files: 2 ");

    commands.run("passes", "-runs=0", "-seed_inputs=@list");
    assertThat(commands.output()).contains("seed corpus: files: 2 ");
  }

  @Test
  void cleansingEndsAtOnce() throws Exception {
    commands.file("bad", "!");

    int code = commands.run("fails", "-cleanse_crash=1", "-exact_artifact_path=out", "bad");

    assertThat(code).isZero();
    assertThat(commands.files(".")).containsExactly("bad");
  }
}
