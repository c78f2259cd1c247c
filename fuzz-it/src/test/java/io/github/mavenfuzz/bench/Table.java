package io.github.mavenfuzz.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The figures of one target as a table: a line for each tool, medians of all rounds. */
final class Table {
  private static final String UNKNOWN = "-";
  private static final double MEGABYTE = 1 << 20;
  private static final List<String> HEADINGS =
      List.of(
          "tool",
          "runs/s",
          "(min .. max)",
          "x jazzer",
          "x bare",
          "runs/CPU s",
          "x jazzer",
          "x bare",
          "branches",
          "corpus",
          "findings",
          "sites",
          "first",
          "memory",
          "start-up",
          "coordinator");

  private final List<Measurement> measurements;

  /**
   * @param measurements of one target
   */
  Table(List<Measurement> measurements) {
    this.measurements = measurements;
  }

  @Override
  public String toString() {
    List<List<String>> lines = new ArrayList<>(List.of(HEADINGS));
    List<String> tools = measurements.stream().map(Measurement::tool).distinct().toList();
    tools.forEach(tool -> lines.add(line(tool)));
    List<Integer> widths =
        IntStream.range(0, HEADINGS.size())
            .map(i -> lines.stream().mapToInt(l -> l.get(i).length()).max().orElse(0))
            .boxed()
            .toList();
    return lines.stream().map(l -> align(l, widths)).collect(Collectors.joining()) + remarks();
  }

  /** The first column to the left, all others to the right. */
  private static String align(List<String> line, List<Integer> widths) {
    return IntStream.range(0, line.size())
            .mapToObj(
                i -> String.format("%" + (i == 0 ? "-" : "") + widths.get(i) + "s", line.get(i)))
            .collect(Collectors.joining("  "))
            .stripTrailing()
        + "\n";
  }

  private List<String> line(String tool) {
    Function<Measurement, Double> speed = m -> m.speed().runsPerSecond();
    Function<Measurement, Double> cpuSpeed = Measurement::runsPerCpuSecond;
    return List.of(
        tool,
        show(tool, speed, Table::count),
        statistic(tool, speed)
            .map(s -> "(%s .. %s)".formatted(count(s.min()), count(s.max())))
            .orElse(UNKNOWN),
        ratio(tool, "jazzer", speed),
        ratio(tool, "bare", speed),
        show(tool, cpuSpeed, Table::count),
        ratio(tool, "jazzer", cpuSpeed),
        ratio(tool, "bare", cpuSpeed),
        show(tool, m -> m.reach().branches(), Table::count),
        show(tool, m -> m.reach().corpus(), Table::count),
        show(tool, m -> m.found().findings(), Table::count),
        show(tool, m -> m.found().throwSites(), Table::count),
        show(tool, m -> m.found().firstSeconds(), Table::seconds),
        show(tool, m -> m.usage().peakBytes(), b -> format("%.0f MB", b / MEGABYTE)),
        show(tool, m -> m.speed().startUpSeconds(), Table::seconds),
        show(tool, m -> m.usage().firstProcessShare(), s -> format("%.1f %%", 100 * s)));
  }

  private Optional<Statistic> statistic(
      String tool, Function<Measurement, ? extends Number> figure) {
    List<Number> values = new ArrayList<>();
    measurements.stream().filter(m -> m.tool().equals(tool)).map(figure).forEach(values::add);
    return Statistic.of(values);
  }

  private String show(
      String tool, Function<Measurement, ? extends Number> figure, Function<Double, String> form) {
    return statistic(tool, figure).map(s -> form.apply(s.median())).orElse(UNKNOWN);
  }

  private String ratio(String tool, String other, Function<Measurement, Double> figure) {
    return statistic(tool, figure)
        .flatMap(s -> statistic(other, figure).flatMap(s::ratioTo))
        .map(r -> format("%.2f", r))
        .orElse(UNKNOWN);
  }

  /** Three digits that count. */
  static String count(double number) {
    if (number >= 1e6) {
      return format("%.2f M", number / 1e6);
    }
    return number >= 1e4 ? format("%.0f k", number / 1e3) : format("%.0f", number);
  }

  private static String seconds(double seconds) {
    return format("%.2f s", seconds);
  }

  private static String format(String form, double number) {
    return String.format(Locale.ROOT, form, number);
  }

  /** What was found by whom in how many rounds, and what went wrong or is special. */
  private String remarks() {
    StringBuilder remarks = new StringBuilder();
    finders().forEach((f, tools) -> remarks.append("found %s: %s%n".formatted(tools, f)));
    for (Measurement m : measurements) {
      String who = "%s, round %d: ".formatted(m.tool(), m.round());
      if (m.error() != null) {
        remarks
            .append(who)
            .append("failed: ")
            .append(m.error().replace("\n", "\n    "))
            .append('\n');
      }
      if (m.note() != null) {
        remarks.append(who).append(m.note()).append('\n');
      }
      if (m.found().notReproduced() != null && m.found().notReproduced() > 0) {
        remarks.append(
            "%s%d of %d crashers pass when they are replayed%n"
                .formatted(who, m.found().notReproduced(), m.found().crashers()));
      }
    }
    return remarks.toString();
  }

  /** Tools by what they have found, each with the number of rounds. */
  private Map<String, Map<String, Integer>> finders() {
    Map<String, Map<String, Integer>> finders = new TreeMap<>();
    for (Measurement m : measurements) {
      for (String finding :
          m.found().distinct() == null ? List.<String>of() : m.found().distinct()) {
        finders
            .computeIfAbsent(finding, f -> new LinkedHashMap<>())
            .merge(m.tool(), 1, Integer::sum);
      }
    }
    return finders;
  }
}
