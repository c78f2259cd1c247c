package io.github.mavenfuzz.maven;

import io.github.mavenfuzz.finding.Finding;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.Profile;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;

/** Words the command that shows a finding again, from where this build was started. */
final class ReproduceCommand {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=,#@%+-]+");

  /** Properties that change how a worker JVM runs a target on an input. */
  private static final List<String> RUN_PROPERTIES =
      List.of(
          "fuzz.timeout",
          "fuzz.argLine",
          "fuzz.jvm",
          "fuzz.seedDirectory",
          "fuzz.useModulePath",
          "fuzz.workingDirectory",
          "fuzz.additionalClasspathElements");

  /** Where Maven keeps the ids of profiles that the settings define. */
  private static final String SETTINGS = "external";

  private static final String DEFAULT_CLI = "default-cli";

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
    List<String> profiles =
        profiles(
            session.getRequest().getActiveProfiles(),
            project.getInjectedProfileIds(),
            declaredProfiles());
    if (!profiles.isEmpty()) {
      words.add("-P" + String.join(",", profiles));
    }
    Plugin plugin = project.getPlugin(execution.getPlugin().getKey());
    words.add(goal() + executionSuffix(plugin, execution.getExecutionId()));
    // A comma begins another target; a star stands for it as well.
    words.add("-Dfuzz.test=" + finding.target().id().replace(',', '*'));
    words.add("-Dfuzz.input=" + input(finding.crasher()));
    words.addAll(properties(session.getUserProperties()));
    return String.join(" ", words.stream().map(ReproduceCommand::quote).toList());
  }

  /** A user has to write the file when this build could not. */
  private String input(Path crasher) {
    return crasher == null ? "FILE" : relative(project.getBasedir().toPath(), crasher);
  }

  private List<Profile> declaredProfiles() {
    return Stream.iterate(project, Objects::nonNull, MavenProject::getParent)
        .map(MavenProject::getOriginalModel)
        .filter(Objects::nonNull)
        .flatMap(model -> model.getProfiles().stream())
        .toList();
  }

  /**
   * The profiles that may not be active without being named: those of the command line, and those
   * that a property activated. What the settings define is active wherever it should be.
   *
   * @param requested by the command line or the settings, which Maven does not tell apart
   * @param injected the ids of a project's active profiles, by where they are defined
   * @param declared in the POM and its parents
   */
  static List<String> profiles(
      List<String> requested, Map<String, List<String>> injected, List<Profile> declared) {
    Set<String> active = new HashSet<>();
    injected.forEach((source, ids) -> active.addAll(source.equals(SETTINGS) ? List.of() : ids));
    Stream<String> byProperty =
        declared.stream()
            .filter(p -> p.getActivation() != null && p.getActivation().getProperty() != null)
            .map(Profile::getId);
    return Stream.concat(requested.stream(), byProperty)
        .filter(active::contains)
        .distinct()
        .toList();
  }

  /** Those properties of the command line that change how a target runs. */
  static List<String> properties(Properties user) {
    return RUN_PROPERTIES.stream()
        .filter(name -> user.getProperty(name) != null)
        .map(name -> "-D" + name + '=' + user.getProperty(name))
        .toList();
  }

  /**
   * Makes Maven apply the configuration of an execution to the goal, if it has one of its own.
   *
   * @param plugin as the project declares it, or null; Maven has merged the plugin's configuration
   *     into those of its executions
   * @param id of the execution that runs
   */
  static String executionSuffix(Plugin plugin, String id) {
    if (plugin == null || id == null || id.equals(DEFAULT_CLI)) {
      return "";
    }
    PluginExecution execution = plugin.getExecutionsAsMap().get(id);
    boolean configured =
        execution != null
            && execution.getConfiguration() != null
            && !execution.getConfiguration().equals(plugin.getConfiguration());
    return configured ? "@" + id : "";
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

  /** A word as a POSIX shell reads it back, in one line. */
  static String quote(String word) {
    if (PLAIN.matcher(word).matches()) {
      return word;
    }
    return word.chars().anyMatch(Character::isISOControl)
        ? "$'" + escaped(word) + "'"
        : "'" + word.replace("'", "'\\''") + "'";
  }

  private static String escaped(String word) {
    StringBuilder escaped = new StringBuilder();
    for (char c : word.toCharArray()) {
      if (Character.isISOControl(c)) {
        for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
          escaped.append(String.format("\\%03o", b & 0xFF));
        }
      } else {
        escaped.append(c == '\\' || c == '\'' ? "\\" : "").append(c);
      }
    }
    return escaped.toString();
  }
}
