package io.github.mavenfuzz.cli;

import io.github.mavenfuzz.target.EditDistance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All flags: those of libFuzzer begin with one dash, those of Jazzer with two. */
final class Flags {
  private static final String NOTHING = "the engine has nothing of the kind";

  private static final List<Flag> OF_LIBFUZZER =
      List.of(
          Flag.number("-runs", -1, "calls of the target; 0 runs the corpus only, -1 is no limit"),
          Flag.number("-max_total_time", 0, "seconds to fuzz; 0 is no limit"),
          Flag.number("-seed", 0, "of all randomness; 0 stands for a random one"),
          Flag.number("-max_len", 0, "longest input in bytes; 0 follows the corpus, 4096 at least"),
          Flag.number("-timeout", 1200, "seconds after which one call is a hang; 0 is no limit"),
          Flag.number("-rss_limit_mb", 2048, "memory of a worker JVM; three quarters are its heap"),
          Flag.text(
              "-dict", "words to insert, as AFL and libFuzzer take them; a file or a directory"),
          Flag.number("-use_cmp", 1, "0 does not trace what inputs are compared with"),
          Flag.text("-seed_inputs", "files to start from, separated by commas, or @file of those"),
          Flag.text("-artifact_prefix", "what the paths of crashers begin with; ./ by default"),
          Flag.text("-exact_artifact_path", "the path of the crasher, whatever the prefix"),
          Flag.number("-create_missing_dirs", 0, "1 makes the directories that do not exist"),
          Flag.number("-merge", 0, "1 adds to the first directory what it lacks of the others"),
          Flag.number("-set_cover_merge", 0, "the same as -merge=1"),
          Flag.number("-minimize_crash", 0, "1 makes the given crasher smaller"),
          Flag.number("-cleanse_crash", 0, "1 ends at once: minimising makes bytes simpler too"),
          Flag.number("-workers", 0, "worker JVMs that share the corpus; 0 is one"),
          Flag.number("-jobs", 0, "ends the run after so many findings; 0 leaves --keep_going"),
          Flag.number("-fork", 0, "the same as -workers, and a run that goes on after findings"),
          Flag.number("-ignore_timeouts", 1, "0 ends a run with -fork at a hang"),
          Flag.number("-ignore_ooms", 1, "0 ends a run with -fork where memory is lacking"),
          Flag.number("-ignore_crashes", 0, "1 lets a run with -fork go on after crashes, too"),
          Flag.number("-print_final_stats", 0, "1 prints statistics at the end"),
          Flag.number("-verbosity", 1, "0 prints findings and errors only"),
          Flag.number("-error_exitcode", 77, "the exit code when there are findings"),
          Flag.number("-timeout_exitcode", 70, "the exit code when all findings are hangs"),
          Flag.number("-ignore_remaining_args", 0, "1 ignores all arguments that follow"),
          Flag.number("-help", 0, "1 prints this list"));

  private static final List<Flag> OF_JAZZER =
      List.of(
          Flag.text("--cp", "class path of the target: directories, jars and directory/*"),
          Flag.text("--target_class", "class of the target"),
          Flag.text("--target_method", "method of the target, where the class has several"),
          Flag.number("--keep_going", 1, "findings after which the run ends; 0 is no limit"),
          Flag.text("--instrumentation_includes", "patterns of the classes that guide the run"),
          Flag.text("--instrumentation_excludes", "patterns of classes that do not guide it"),
          Flag.text("--jvm_args", "arguments of the worker JVMs"),
          Flag.text("--additional_jvm_args", "further arguments of the worker JVMs"),
          Flag.text("--agent_path", "jar to take Jazzer's API from, if the class path lacks it"),
          Flag.text("--target_args", "arguments for fuzzerInitialize, separated by blanks"));

  private static final Map<String, List<String>> IGNORED =
      Map.of(
          "a merge always begins anew, and takes no longer for that",
          List.of("-merge_control_file"),
          "the corpus is read once, at the beginning",
          List.of("-reload"),
          "the length of inputs is not limited any further",
          List.of("-len_control"),
          "the output of the target is shown with its findings only",
          List.of("-close_fd_mask"),
          "there are no native leaks in Java",
          List.of(
              "-detect_leaks", "-trace_malloc", "-malloc_limit_mb", "-purge_allocator_interval"),
          "classes are instrumented as they are loaded",
          List.of("--id_sync_file", "--hooks", "--nohooks", "--trace"),
          "a finding always has a DEDUP_TOKEN and its input as a file",
          List.of("--dedup", "--reproducer_path"),
          NOTHING,
          Stream.of(
                  "-analyze_dict -cross_over -cross_over_uniform_dist -data_flow_trace",
                  "-collect_data_flow -dump_coverage -entropic",
                  "-entropic_feature_frequency_threshold -entropic_number_of_rarest_features",
                  "-entropic_scale_per_exec_time -exit_on_item -exit_on_src_pos -exit_on_time",
                  "-features_dir -focus_function -fork_corpus_groups -handle_abrt -handle_bus",
                  "-handle_fpe -handle_ill -handle_int -handle_segv -handle_term -handle_trap",
                  "-handle_usr1 -handle_usr2 -handle_winexcept -handle_xfsz -keep_seed",
                  "-mutate_depth -mutation_graph_file -only_ascii -prefer_small -print_corpus_stats",
                  "-print_coverage -print_full_coverage -print_funcs -print_pcs -reduce_depth",
                  "-reduce_inputs -report_slow_units -shrink -shuffle -stop_file",
                  "-use_counters -use_memmem -use_value_profile --coverage_dump",
                  "--coverage_report --custom_hook_excludes --custom_hook_includes --custom_hooks",
                  "--disabled_hooks --conditional_hooks --mutator_framework",
                  "--mutator_cross_over_frequency --experimental_mutator --dump_classes_dir",
                  "--additional_classes_excludes --instrument --fuzz --fake_pcs",
                  "--android_init_options --android_bootpath_classes_overrides")
              .flatMap(line -> Stream.of(line.split(" ")))
              .toList());

  private static final List<Flag> REFUSED =
      List.of(
          Flag.refused("--autofuzz", "write a target that calls the method"),
          Flag.refused("--autofuzz_ignore", "catch the exceptions in the target"),
          Flag.refused("--asan", "native code is not instrumented"),
          Flag.refused("--hwasan", "native code is not instrumented"),
          Flag.refused("--ubsan", "native code is not instrumented"),
          Flag.refused("--native", "native code is not instrumented"),
          Flag.refused("--ignore", "--keep_going=N goes on after findings that are known"),
          Flag.refused("--max_duration", "write -max_total_time=SECONDS"),
          Flag.refused("--max_executions", "write -runs=N"));

  private static final Map<String, Flag> BY_NAME =
      Stream.of(OF_LIBFUZZER, OF_JAZZER, REFUSED, ignored())
          .flatMap(List::stream)
          .collect(Collectors.toMap(Flag::name, Function.identity()));

  private Flags() {}

  private static List<Flag> ignored() {
    List<Flag> flags = new ArrayList<>();
    IGNORED.forEach((reason, names) -> names.forEach(n -> flags.add(Flag.ignored(n, reason))));
    flags.sort(Comparator.comparing(Flag::name));
    return flags;
  }

  static Optional<Flag> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** The flag whose name differs least from one that is unknown. */
  static Flag nearest(String unknown) {
    return BY_NAME.values().stream()
        .filter(f -> f.kind() != Flag.Kind.REFUSED)
        .min(
            Comparator.<Flag>comparingInt(f -> EditDistance.between(f.name(), unknown))
                .thenComparing(Flag::name))
        .orElseThrow();
  }

  /** What {@code -help=1} prints. */
  static String help() {
    StringBuilder text = new StringBuilder();
    text.append(
        "Usage: java -jar fuzz-core.jar --cp=CLASSPATH --target_class=NAME [flags] [...]\n");
    text.append("  directories  fuzz; the first is written to, all are read\n");
    text.append("  files        run the target on these, -runs=N times each\n\n");
    text.append("Flags, in the form -flag=value:\n");
    Stream.of(OF_LIBFUZZER, OF_JAZZER).flatMap(List::stream).forEach(f -> append(text, f));
    text.append(
        "\nSeveral values are separated as on a class path; a backslash before a separator");
    text.append(" makes it part of a value.\n");
    text.append("\nFlags without a meaning here, which are accepted:\n");
    ignored().forEach(f -> append(text, f));
    text.append("\nFlags of Jazzer that are not supported:\n");
    REFUSED.forEach(f -> append(text, f));
    return text.toString();
  }

  private static void append(StringBuilder text, Flag flag) {
    text.append(
        String.format(Locale.ROOT, "  %-27s %-5s %s\n", flag.name(), flag.initial(), flag.help()));
  }
}
