package io.github.mavenfuzz.cli;

import java.io.File;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The arguments of one command line, checked by their form. */
final class Arguments {
  /** How one asks other programs for help. */
  private static final Set<String> HELP = Set.of("-help", "--help", "-h");

  private final Map<Flag, String> values = new LinkedHashMap<>();
  private final List<String> inputs = new ArrayList<>();

  private Arguments() {}

  /**
   * @throws UsageException for a flag that there is not, or a value that its flag cannot have
   */
  static Arguments parse(List<String> arguments) throws UsageException {
    Arguments parsed = new Arguments();
    for (String argument : arguments) {
      if (argument.startsWith("-")) {
        parsed.addFlag(argument);
      } else {
        parsed.inputs.add(argument);
      }
      if (parsed.isOn("-ignore_remaining_args")) {
        break;
      }
    }
    return parsed;
  }

  private void addFlag(String argument) throws UsageException {
    if (HELP.contains(argument)) {
      values.put(flag("-help"), "1");
      return;
    }
    int equals = argument.indexOf('=');
    String name = equals < 0 ? argument : argument.substring(0, equals);
    Flag flag = Flags.find(name).orElseThrow(() -> unknown(name));
    if (flag.kind() == Flag.Kind.REFUSED) {
      throw new UsageException(name + " is not supported: " + flag.help() + ".");
    }
    if (equals < 0 && flag.kind() != Flag.Kind.IGNORED) {
      throw new UsageException(name + " needs a value: write " + name + "=VALUE.");
    }
    String value = argument.substring(equals + 1);
    if (flag.kind() == Flag.Kind.NUMBER && !value.matches("-?\\d{1,18}")) {
      throw new UsageException(name + ": \"" + value + "\" is not a whole number.");
    }
    values.put(flag, value);
  }

  private static UsageException unknown(String name) {
    return new UsageException(
        "There is no flag "
            + name
            + "; did you mean "
            + Flags.nearest(name).name()
            + "? -help=1 lists all flags.");
  }

  /** What is no flag: directories or files. */
  List<String> inputs() {
    return inputs;
  }

  /** The flags that were given and do nothing. */
  Set<Flag> ignored() {
    Set<Flag> ignored = new LinkedHashSet<>(values.keySet());
    ignored.removeIf(flag -> flag.kind() != Flag.Kind.IGNORED);
    return ignored;
  }

  boolean has(String name) {
    return values.containsKey(flag(name));
  }

  /** The value of a flag that takes a number. */
  long number(String name) {
    return Long.parseLong(values.getOrDefault(flag(name), flag(name).initial()));
  }

  /**
   * The value of a flag that takes a number.
   *
   * @throws UsageException when it is less than {@code least} or more than an int holds
   */
  int number(String name, int least) throws UsageException {
    return number(name, least, Integer.MAX_VALUE);
  }

  /**
   * The value of a flag that takes a number.
   *
   * @throws UsageException when it is less than {@code least} or more than {@code most}
   */
  int number(String name, int least, int most) throws UsageException {
    long value = number(name);
    if (value < least || value > most) {
      throw new UsageException(
          name + ": " + value + " is not between " + least + " and " + most + ".");
    }
    return (int) value;
  }

  /**
   * The value of a flag that takes seconds.
   *
   * @param most what 0, a negative value, and any longer time mean
   */
  Duration seconds(String name, Duration most) {
    long seconds = number(name);
    return seconds > 0 && seconds < most.toSeconds() ? Duration.ofSeconds(seconds) : most;
  }

  /** Whether a flag is set to something but 0. */
  boolean isOn(String name) {
    return number(name) != 0;
  }

  /** The value of a flag that takes a text; an empty one counts as none. */
  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(flag(name))).filter(value -> !value.isEmpty());
  }

  /** The values of a flag that takes several, separated as on a class path. */
  List<String> list(String name) {
    return list(name, File.pathSeparatorChar);
  }

  /** The values of a flag, split as Jazzer splits them: a backslash takes the next character. */
  List<String> list(String name, char separator) {
    List<String> list = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    boolean escaped = false;
    for (char c : text(name).orElse("").toCharArray()) {
      if (!escaped && c == '\\') {
        escaped = true;
      } else if (!escaped && c == separator) {
        list.add(value.toString());
        value.setLength(0);
      } else {
        value.append(c);
        escaped = false;
      }
    }
    list.add(value.toString());
    list.removeIf(String::isEmpty);
    return list;
  }

  private static Flag flag(String name) {
    return Flags.find(name).orElseThrow();
  }
}
