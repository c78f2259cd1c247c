package io.github.mavenfuzz.bench;

import java.util.List;

/** All tools that there are. */
final class Tools {
  static final Tool FUZZ = new FuzzTool("fuzz", 1);

  /** In the order in which they run: the bare call needs what this project leaves. */
  static final List<Tool> ALL =
      List.of(
          FUZZ,
          new BareTool(),
          new FuzzTool("fuzz2", 2),
          new JazzerTool(),
          new JqfTool(),
          new GoTool());

  private Tools() {}

  /**
   * @param names those that are wanted; all when empty
   * @throws BenchException when there is no such tool
   */
  static List<Tool> select(List<String> names) throws BenchException {
    List<String> known = ALL.stream().map(Tool::name).toList();
    for (String name : names) {
      if (!known.contains(name)) {
        throw new BenchException(
            "-Dbench.tools names '%s', but the tools are: %s."
                .formatted(name, String.join(", ", known)));
      }
    }
    return ALL.stream().filter(t -> names.isEmpty() || names.contains(t.name())).toList();
  }
}
