package io.github.mavenfuzz.maven;

import io.github.mavenfuzz.input.TargetName;
import io.github.mavenfuzz.target.TargetScan;
import io.github.mavenfuzz.target.TargetSelector;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
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

  /**
   * What the modules that are done have seen; kept by Maven until the build ends. Modules are built
   * on several threads with {@code -T}.
   */
  static final class Ledger {
    private final Set<String> modules = new HashSet<>();
    private final List<TargetName> targets = new ArrayList<>();
    private boolean allSkip = true;

    /**
     * Adds a module.
     *
     * @param found its targets
     * @param expected all modules that run the goal
     * @return the sentences of {@link #unmatched}
     */
    synchronized List<String> add(
        String module,
        boolean skipped,
        List<TargetName> found,
        Collection<String> expected,
        TargetSelector selector) {
      modules.add(module);
      targets.addAll(found);
      allSkip &= skipped;
      boolean complete = modules.containsAll(expected);
      return complete && !allSkip ? selector.unmatched(targets) : List.of();
    }
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
   * @param skipped whether the module skips the goal; its targets exist all the same
   * @return a sentence for every pattern that no module matches, once all modules have been here
   *     and unless all of them skip the goal
   */
  List<String> unmatched(
      MavenProject module, boolean skipped, TargetSelector selector, TargetScan scan) {
    List<String> expected =
        session.getProjects().stream().filter(this::runsGoal).map(MavenProject::getId).toList();
    return ledger().add(module.getId(), skipped, scan.names(), expected, selector);
  }

  private Ledger ledger() {
    return new SessionStore(session, execution).get(Ledger.class, execution.getGoal(), Ledger::new);
  }

  private boolean runsGoal(MavenProject module) {
    if (execution.getSource() == MojoExecution.Source.CLI) {
      return true;
    }
    return binds(module.getPlugin(execution.getPlugin().getKey()), execution.getGoal());
  }

  /**
   * Whether a module's build runs a goal; the phase {@code none} is how one says that it does not.
   *
   * @param plugin as the module declares it, or null
   */
  static boolean binds(Plugin plugin, String goal) {
    return plugin != null
        && plugin.getExecutions().stream()
            .anyMatch(e -> e.getGoals().contains(goal) && !"none".equals(e.getPhase()));
  }
}
