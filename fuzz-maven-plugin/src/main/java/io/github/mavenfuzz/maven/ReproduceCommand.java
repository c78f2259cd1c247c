package io.github.mavenfuzz.maven;

import io.github.mavenfuzz.finding.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;

/** Words the command that shows a finding again, from where this build was started. */
final class ReproduceCommand {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=,#@%+-]+");

  private final MavenSession session;
  private final MavenProject project;
  private final MojoExecution execution;

  ReproduceCommand(MavenSession session, MavenProject project, MojoExecution execution) {
    this.session = session;
    this.project = project;
    this.execution = execution;
  }

  String forFinding(Finding finding) {
    List<String> words = new ArrayList<>(List.of("mvn"));
    addProject(words);
    List<String> profiles = profiles();
    if (!profiles.isEmpty()) {
      words.add("-P" + String.join(",", profiles));
    }
    words.add(goal());
    words.add("-Dfuzz.test=" + finding.target().id());
    words.add("-Dfuzz.input=" + relative(project.getBasedir().toPath(), finding.crasher()));
    return String.join(" ", words.stream().map(ReproduceCommand::quote).toList());
  }

  /** Those of the command line; Maven does not tell them from those that the settings activate. */
  private List<String> profiles() {
    return session.getRequest().getActiveProfiles().stream()
        .filter(
            id -> project.getInjectedProfileIds().values().stream().anyMatch(i -> i.contains(id)))
        .toList();
  }

  private void addProject(List<String> words) {
    Path here = Path.of("").toAbsolutePath();
    Path root = Path.of(session.getExecutionRootDirectory()).toAbsolutePath().normalize();
    Path module = project.getBasedir().toPath();
    Path file = project.getFile().toPath();
    if (!root.equals(module)) {
      if (!root.equals(here)) {
        words.addAll(List.of("-f", relative(here, root)));
      }
      words.addAll(List.of("-pl", relative(root, module)));
      if (!session.getProjectDependencyGraph().getUpstreamProjects(project, true).isEmpty()) {
        words.add("-am");
      }
    } else if (!root.equals(here) || !file.getFileName().toString().equals("pom.xml")) {
      words.addAll(List.of("-f", relative(here, file)));
    }
  }

  /**
   * The goal with its short prefix where Maven can resolve that, else with the plugin's name. Of
   * several modules Maven asks one, whichever comes first in the build.
   */
  private String goal() {
    PluginDescriptor plugin = execution.getMojoDescriptor().getPluginDescriptor();
    boolean resolvable =
        session.getProjects().stream().allMatch(this::declaresPlugin)
            || session.getSettings().getPluginGroups().contains(plugin.getGroupId());
    return (resolvable ? plugin.getGoalPrefix() : plugin.getId()) + ":replay";
  }

  private boolean declaresPlugin(MavenProject module) {
    return module.getPlugin(execution.getPlugin().getKey()) != null;
  }

  private static String relative(Path from, Path to) {
    Path target = to.toAbsolutePath();
    return target.startsWith(from) ? from.relativize(target).toString() : target.toString();
  }

  /** A word as a POSIX shell reads it back. */
  static String quote(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
