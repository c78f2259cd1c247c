package io.github.mavenfuzz.maven;

import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.target.TargetScan;
import io.github.mavenfuzz.target.TargetSelector;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/**
 * Looks at a build of several modules as a whole: a target that one module lacks may be in another,
 * so that only the last module knows whether it exists.
 */
final class Reactor {

  /** What the modules that are done have seen; kept by Maven until the build ends. */
  private static final class Ledger {
    final Set<String> modules = new HashSet<>();
    final List<FuzzTarget> targets = new ArrayList<>();
  }

  private final MavenSession session;
  private final MojoExecution execution;

  Reactor(MavenSession session, MojoExecution execution) {
    this.session = session;
    this.execution = execution;
  }

  /**
   * Adds a module's targets to those seen.
   *
   * @return a sentence for every pattern that no module matches, once all modules have been here
   */
  List<String> unmatched(MavenProject module, TargetSelector selector, TargetScan scan) {
    Ledger ledger = ledger();
    synchronized (ledger) {
      ledger.modules.add(module.getId());
      ledger.targets.addAll(scan.targets());
      boolean complete =
          session.getProjects().stream()
              .filter(this::runsGoal)
              .allMatch(p -> ledger.modules.contains(p.getId()));
      return complete ? selector.unmatched(ledger.targets) : List.of();
    }
  }

  private Ledger ledger() {
    Map<String, Object> context =
        session.getPluginContext(
            execution.getMojoDescriptor().getPluginDescriptor(), session.getTopLevelProject());
    String key = Ledger.class.getName() + execution.getGoal();
    synchronized (context) {
      return (Ledger) context.computeIfAbsent(key, k -> new Ledger());
    }
  }

  private boolean runsGoal(MavenProject module) {
    if (execution.getSource() == MojoExecution.Source.CLI) {
      return true;
    }
    Plugin plugin = module.getPlugin(execution.getPlugin().getKey());
    return plugin != null
        && plugin.getExecutions().stream()
            .anyMatch(e -> e.getGoals().contains(execution.getGoal()));
  }
}
