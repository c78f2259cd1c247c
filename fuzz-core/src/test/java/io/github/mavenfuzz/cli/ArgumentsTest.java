package io.github.mavenfuzz.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

  @ParameterizedTest
  @CsvSource({
    "-runs, -1",
    "-max_total_time, 0",
    "-seed, 0",
    "-max_len, 0",
    "-timeout, 1200",
    "-rss_limit_mb, 2048",
    "-create_missing_dirs, 0",
    "-merge, 0",
    "-set_cover_merge, 0",
    "-minimize_crash, 0",
    "-workers, 0",
    "-jobs, 0",
    "-fork, 0",
    "-ignore_crashes, 0",
    "-ignore_timeouts, 1",
    "-ignore_ooms, 1",
    "-print_final_stats, 0",
    "-verbosity, 1",
    "-error_exitcode, 77",
    "-timeout_exitcode, 70",
    "-help, 0",
    "--keep_going, 1"
  })
  void numbersHaveTheDefaultsOfLibFuzzerAndJazzer(String flag, long initial) throws Exception {
    assertThat(parse().number(flag)).isEqualTo(initial);
    assertThat(parse(flag + "=7").number(flag)).isEqualTo(7);
    assertThat(parse(flag + "=7", flag + "=-3").number(flag)).as("the last counts").isEqualTo(-3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-dict",
        "-artifact_prefix",
        "-exact_artifact_path",
        "-seed_inputs",
        "--cp",
        "--target_class",
        "--target_method",
        "--instrumentation_includes",
        "--instrumentation_excludes",
        "--jvm_args",
        "--additional_jvm_args",
        "--target_args"
      })
  void textsAreTakenAsTheyAre(String flag) throws Exception {
    assertThat(parse().text(flag)).isEmpty();
    assertThat(parse(flag + "=").text(flag)).isEmpty();
    assertThat(parse(flag + "= a=b ").text(flag)).contains(" a=b ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ten", "1.5", "1s", "--1", "+1", "9999999999999999999"})
  void aNumberThatIsNoneIsRefused(String value) {
    assertThatThrownBy(() -> parse("-runs=" + value))
        .isInstanceOf(UsageException.class)
        .hasMessage("-runs: \"" + value + "\" is not a whole number.");
  }

  @Test
  void aNumberOutOfRangeIsRefused() throws Exception {
    assertThatThrownBy(() -> parse("-max_len=-1").number("-max_len", 0))
        .hasMessage("-max_len: -1 is not between 0 and 2147483647.");
    assertThatThrownBy(() -> parse("-max_len=2147483648").number("-max_len", 0))
        .hasMessage("-max_len: 2147483648 is not between 0 and 2147483647.");
    assertThat(parse("-max_len=2147483647").number("-max_len", 0)).isEqualTo(2147483647);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "59, 59", "0, 60", "-1, 60", "60, 60", "61, 60", "999999999999999999, 60"})
  void noTimeIsLongerThanTheLongest(String value, long seconds) throws Exception {
    assertThat(parse("-timeout=" + value).seconds("-timeout", Duration.ofMinutes(1)))
        .hasSeconds(seconds);
  }

  @ParameterizedTest
  @CsvSource({
    "-max_total_tme=3, -max_total_tme, -max_total_time",
    "-run=5, -run, -runs",
    "--runs=5, --runs, -runs",
    "-target_class=x, -target_class, --target_class",
    "--instrumentation_include=x, --instrumentation_include, --instrumentation_includes",
    "-, -, -dict",
  })
  void anUnknownFlagIsNamedWithTheNearestThatThereIs(String argument, String name, String nearest) {
    assertThatThrownBy(() -> parse(argument))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("There is no flag " + name + "; did you mean ")
        .hasMessageContaining(name.equals("-") ? "" : "mean " + nearest + "?");
  }

  @ParameterizedTest
  @CsvSource({
    "--autofuzz=a.B::c, write a target that calls the method",
    "--ignore=abc, --keep_going=N goes on after findings that are known",
    "--max_duration=5m, write -max_total_time=SECONDS",
    "--asan, native code is not instrumented"
  })
  void aFlagOfJazzerThatWouldChangeTheRunIsRefused(String argument, String reason) {
    assertThatThrownBy(() -> parse(argument))
        .isInstanceOf(UsageException.class)
        .hasMessage(argument.split("=")[0] + " is not supported: " + reason + ".");
  }

  @Test
  void aFlagNeedsAValue() {
    assertThatThrownBy(() -> parse("-merge"))
        .hasMessage("-merge needs a value: write -merge=VALUE.");
  }

  @Test
  void whatIsNoFlagIsAnInputWhereverItStands() throws Exception {
    Arguments arguments = parse("one", "-runs=1", "two", "-seed=3", "three");

    assertThat(arguments.inputs()).containsExactly("one", "two", "three");
  }

  @Test
  void whatFollowsTheRequestToIgnoreItIsIgnored() throws Exception {
    Arguments arguments = parse("one", "-ignore_remaining_args=1", "-nonsense", "two");

    assertThat(arguments.inputs()).containsExactly("one");
  }

  static Stream<String> whatClusterFuzzMayPass() {
    return Stream.of(
        "-max_total_time=10 -print_final_stats=1 -artifact_prefix=/tmp/ -timeout=25",
        "-rss_limit_mb=2560 -max_len=100 -dict=x.dict -seed=1337 -len_control=0",
        "-use_value_profile=1 -fork=1 -entropic=1 -keep_seed=1 -cross_over_uniform_dist=1",
        "-entropic_scale_per_exec_time=1 -focus_function=auto -data_flow_trace=/tmp/x",
        "-ignore_timeouts=1 -ignore_ooms=1 -ignore_crashes=0 -close_fd_mask=3 -reload=0",
        "-detect_leaks=0 -only_ascii=1 -merge=1 -merge_control_file=/tmp/MCF -runs=100",
        "-minimize_crash=1 -exact_artifact_path=/tmp/x -cleanse_crash=1 -verbosity=0",
        "-malloc_limit_mb=0 -purge_allocator_interval=-1 -use_cmp=1 -shrink=1 -mutate_depth=5",
        "--conditional_hooks --dump_classes_dir=x --mutator_cross_over_frequency=1 --id_sync_file=x",
        "--agent_path=x --reproducer_path=/tmp --hooks=false --nohooks --dedup=true");
  }

  @ParameterizedTest
  @MethodSource("whatClusterFuzzMayPass")
  void takesEveryFlagOfClusterFuzzAndOfOssFuzz(String flags) throws Exception {
    assertThat(parse(flags.split(" ")).inputs()).isEmpty();
  }

  @Test
  void tellsWhichFlagsDoNothing() throws Exception {
    Arguments arguments = parse("-reload=1", "-runs=5", "-entropic=0", "-reload=0");

    assertThat(arguments.ignored()).extracting(Flag::name).containsExactly("-reload", "-entropic");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a:b|a,b",
        "a|a",
        "``|",
        "::a::b::|a,b",
        "a\\:b:c|a:b,c",
        "a\\\\:b|a\\,b",
        "\\a|a",
        "a\\|a",
      })
  void splitsListsAsJazzerDoes(String value, String expected) throws Exception {
    List<String> list = expected == null ? List.of() : List.of(expected.split(","));

    assertThat(parse("--jvm_args=" + value).list("--jvm_args", ':')).isEqualTo(list);
  }

  @Test
  void theHelpNamesEveryFlag() {
    String help = Flags.help();

    assertThat(help)
        .startsWith("Usage: java -jar ")
        .contains("\n  -timeout                    1200  ")
        .contains("\n  --keep_going                1     ")
        .contains("\n  -reload ")
        .contains("\n  -entropic ");
  }

  private static Arguments parse(String... arguments) throws UsageException {
    return Arguments.parse(List.of(arguments));
  }
}
