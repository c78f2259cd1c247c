package io.github.mavenfuzz.report;

import io.github.mavenfuzz.campaign.TargetResult;
import io.github.mavenfuzz.finding.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The reports of one build. Several executions of a module, and even several modules, may write to
 * the same folder: its reports then have what all of them have found, and nothing of earlier
 * builds. Shared by all modules of a build, which may run on several threads.
 */
public final class ReportLedger {
  private final Map<String, Page> pages = new LinkedHashMap<>();

  /** A report in a folder, and the sessions that are in it. */
  private record Page(FuzzReport report, Path directory, List<Part> parts) {

    void write() throws IOException {
      report.write(parts.stream().flatMap(part -> part.reports(this).stream()).toList(), directory);
    }

    private boolean hasOther(Part part, TargetResult result) {
      String id = result.target().id();
      return parts.stream()
          .filter(p -> p != part)
          .flatMap(p -> p.results.stream())
          .anyMatch(r -> r.target().id().equals(id));
    }

    /**
     * The label that tells a session from the others here: the execution, and the module if it is
     * needed.
     */
    private String label(Part part) {
      List<Part> named = parts.stream().filter(p -> p.execution.equals(part.execution)).toList();
      boolean oneModule = named.stream().allMatch(p -> p.module.equals(part.module));
      String name = oneModule ? part.execution : part.module + ':' + part.execution;
      List<Part> same = named.stream().filter(p -> p.module.equals(part.module)).toList();
      return same.size() == 1 ? name : name + '-' + (same.indexOf(part) + 1);
    }
  }

  /** One session, to be reported as it goes on. */
  public final class Part {
    private final String module;
    private final String execution;
    private final Function<Finding, String> command;
    private final List<Page> places = new ArrayList<>();
    private List<TargetResult> results = List.of();

    private Part(String module, String execution, Function<Finding, String> command) {
      this.module = module;
      this.execution = execution;
      this.command = command;
    }

    /**
     * Adds a report that is to have the results. The first one to come clears the folder of what an
     * earlier build has left.
     *
     * @return why that could not be done, a sentence, or nothing; the report is added all the same
     */
    public List<IOException> in(FuzzReport report, Path directory) {
      synchronized (ReportLedger.this) {
        String key = report.getClass().getName() + ' ' + directory;
        boolean first = !pages.containsKey(key);
        Page page = pages.computeIfAbsent(key, k -> new Page(report, directory, new ArrayList<>()));
        page.parts.add(this);
        places.add(page);
        return first ? attempt(() -> report.clear(directory)) : List.of();
      }
    }

    /**
     * Writes all reports anew, each of them also when another cannot be written.
     *
     * @param soFar the results of this session until now
     * @return why reports could not be written, a sentence each
     */
    public List<IOException> write(List<TargetResult> soFar) {
      synchronized (ReportLedger.this) {
        results = List.copyOf(soFar);
        return places.stream().flatMap(page -> attempt(page::write).stream()).toList();
      }
    }

    private List<TargetReport> reports(Page page) {
      return results.stream()
          .map(r -> new TargetReport(r, page.hasOther(this, r) ? page.label(this) : null, command))
          .toList();
    }
  }

  @FunctionalInterface
  private interface Writing {
    void run() throws IOException;
  }

  private static List<IOException> attempt(Writing writing) {
    try {
      writing.run();
      return List.of();
    } catch (IOException e) {
      return List.of(e);
    }
  }

  /**
   * Begins a session.
   *
   * @param module its artifact's name
   * @param execution its id
   * @param command reproduces a finding of the session
   */
  public Part begin(String module, String execution, Function<Finding, String> command) {
    return new Part(module, execution, command);
  }
}
