package io.github.mavenfuzz.cli;

import io.github.mavenfuzz.failure.FailureKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What {@code -fork} means for findings: as with libFuzzer the run goes on after some of them,
 * which are written all the same. Hangs and lack of memory are such unless flags say otherwise.
 */
final class ForkMode {
  private static final Map<String, Set<FailureKind>> KINDS =
      Map.of(
          "-ignore_timeouts", EnumSet.of(FailureKind.HANG),
          "-ignore_ooms", EnumSet.of(FailureKind.OUT_OF_MEMORY),
          "-ignore_crashes",
              EnumSet.of(FailureKind.EXCEPTION, FailureKind.EXIT, FailureKind.SIGNAL));

  private final Arguments arguments;

  ForkMode(Arguments arguments) {
    this.arguments = arguments;
  }

  boolean isOn() {
    return arguments.isOn("-fork");
  }

  /** The kinds of findings that do not end the run; none without {@code -fork}. */
  Set<FailureKind> ignored() {
    Set<FailureKind> ignored = EnumSet.noneOf(FailureKind.class);
    KINDS.forEach(
        (flag, kinds) -> {
          if (isOn() && arguments.isOn(flag)) {
            ignored.addAll(kinds);
          }
        });
    return ignored;
  }

  /** The flags that were given without {@code -fork}, and so do nothing. */
  List<String> useless() {
    return KINDS.keySet().stream()
        .filter(flag -> !isOn() && arguments.has(flag) && arguments.isOn(flag))
        .sorted()
        .toList();
  }

  /**
   * The kinds that the exit code speaks of: a crash is never passed over in silence, also where the
   * run went on after it.
   */
  List<FailureKind> told(List<FailureKind> found) {
    Set<FailureKind> ignored = ignored();
    return found.stream()
        .filter(kind -> !ignored.contains(kind) || KINDS.get("-ignore_crashes").contains(kind))
        .toList();
  }

  /** How many there were of each, in libFuzzer's words. */
  static String counts(List<FailureKind> found) {
    Map<Boolean, Long> crashes =
        found.stream()
            .collect(
                Collectors.partitioningBy(
                    KINDS.get("-ignore_crashes")::contains, Collectors.counting()));
    long hangs = found.stream().filter(kind -> kind == FailureKind.HANG).count();
    return "oom/timeout/crash: %d/%d/%d"
        .formatted(crashes.get(false) - hangs, hangs, crashes.get(true));
  }
}
