package io.github.mavenfuzz.it.robustness;

import io.github.mavenfuzz.it.Built;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.support.TypeBasedParameterResolver;
import org.opentest4j.TestAbortedException;

/**
 * The table of all rows: a line is printed as a row ends, and all of them at the end, which also go
 * to {@code robustness.txt}. Used by several threads at once; JUnit closes it after the last test.
 */
final class ResultTable implements AutoCloseable {
  private static final String SELECTED = System.getProperty("fuzz.rows", "");
  private static final String LINE = "%-7s  %-28s  %-48s  %-60s  %6.1f s%n";
  private static final int MOST_OBSERVED = 300;

  private final List<String> lines = new ArrayList<>();
  private final Path file = Built.testClasses().resolveSibling("robustness.txt");

  /** Hands the one table to tests that have it as a parameter. */
  static final class Provider extends TypeBasedParameterResolver<ResultTable> {
    @Override
    public ResultTable resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(Namespace.create(ResultTable.class))
          .computeIfAbsent(ResultTable.class, key -> new ResultTable(), ResultTable.class);
    }
  }

  /** Whether {@code -Dfuzz.rows} names a row; it names all when it is not set. */
  static boolean isSelected(String row) {
    return SELECTED.isBlank() || Arrays.asList(SELECTED.split("[,\\s]+")).contains(row);
  }

  /**
   * Runs a row, unless others were selected.
   *
   * @param row its name
   * @param expected what should be seen, in a few words
   * @param action returns what was seen, in a few words; fails when that is something else
   */
  void run(String row, String expected, Callable<String> action) throws Exception {
    Assumptions.assumeTrue(isSelected(row), "not among -Dfuzz.rows");
    long start = System.nanoTime();
    String result = "ok";
    String observed = "";
    try {
      observed = action.call();
    } catch (TestAbortedException e) {
      result = "skipped";
      observed = e.getMessage();
      throw e;
    } catch (Exception | Error e) {
      result = "FAILED";
      observed = String.valueOf(e.getMessage()).strip();
      throw e;
    } finally {
      double seconds = (System.nanoTime() - start) / 1e9;
      add(LINE.formatted(result, row, expected, oneLine(observed), seconds));
    }
  }

  private static String oneLine(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.substring(0, Math.min(line.length(), MOST_OBSERVED));
  }

  private synchronized void add(String line) {
    lines.add(line);
    System.out.print(line);
  }

  /** Prints the table, the rows that failed at its end. */
  @Override
  public synchronized void close() {
    List<String> sorted = new ArrayList<>();
    for (String result : List.of("ok", "skipped", "FAILED")) {
      lines.stream().filter(l -> l.startsWith(result)).sorted().forEach(sorted::add);
    }
    String table = String.format(Locale.ROOT, "%d rows%n", lines.size()) + String.join("", sorted);
    System.out.print(table);
    try {
      Files.writeString(file, table);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
