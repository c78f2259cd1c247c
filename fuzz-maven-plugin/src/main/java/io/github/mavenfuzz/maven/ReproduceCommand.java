package io.github.mavenfuzz.maven;

import io.github.mavenfuzz.finding.Finding;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.Profile;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;

/**
 * Builds the command that shows a finding again, from where this build was started or the same
 * place in another clone of the project.
 */
final class ReproduceCommand {
  private static final String DEFAULT_CLI = "default-cli";

  private final MavenSession session;
  private final MavenProject project;
  private final MojoExecution execution;
  private final Paths paths;
  private final MavenOptions options;
  private final UserProperties properties;

  ReproduceCommand(MavenSession session, MavenProject project, MojoExecution execution) {
    this.session = session;
    this.project = project;
    this.execution = execution;
    Path root = root(session.getRequest());
    this.paths = Paths.in(Path.of("").toAbsolutePath(), root);
    MavenConfigFile config = MavenConfigFile.in(root);
    this.options =
        new MavenOptions(session.getRequest(), session.getSystemProperties(), config, paths);
    this.properties = new UserProperties(session.getUserProperties(), config);
  }

  /** The folder of the whole project: the one with {@code .mvn}, or else of the first POM. */
  private static Path root(MavenExecutionRequest request) {
    File root = request.getMultiModuleProjectDirectory();
    return Path.of(root == null ? request.getBaseDirectory() : root.getPath())
        .toAbsolutePath()
        .normalize();
  }

  String forFinding(Finding finding) {
    List<String> words = new ArrayList<>(List.of("mvn"));
    words.addAll(new ModuleSelection(session, project, paths).words());
    words.addAll(options.words());
    List<String> profiles = profiles();
    if (!profiles.isEmpty()) {
      words.add("-P" + String.join(",", profiles));
    }
    Plugin plugin = project.getPlugin(execution.getPlugin().getKey());
    words.add(goal() + executionSuffix(plugin, execution.getExecutionId()));
    // A comma begins another target; a star stands for it as well.
    words.add("-Dfuzz.test=" + finding.target().id().replace(',', '*'));
    words.add("-Dfuzz.input=" + input(finding.crasher()));
    words.addAll(properties.words());
    return String.join(" ", words.stream().map(ShellWord::quote).toList());
  }

  /** A sentence about what the command leaves out because it is to remain secret, or null. */
  String hint() {
    List<String> secrets = properties.secrets();
    return secrets.isEmpty()
        ? null
        : "The commands that reproduce findings leave out -D"
            + String.join(", -D", secrets)
            + ", which may be secret; add it where the target needs it.";
  }

  /** A user has to write the file when this build could not. */
  private String input(Path crasher) {
    return crasher == null ? "FILE" : paths.from(ModuleFolder.of(project).basedir(), crasher);
  }

  private List<String> profiles() {
    MavenExecutionRequest request = session.getRequest();
    Map<String, List<String>> injected = new LinkedHashMap<>();
    for (MavenProject module : session.getProjects()) {
      module
          .getInjectedProfileIds()
          .forEach((k, ids) -> injected.computeIfAbsent(k, x -> new ArrayList<>()).addAll(ids));
    }
    return new ActiveProfiles(
            request.getActiveProfiles(),
            request.getInactiveProfiles(),
            options.profilesOfSettings())
        .named(injected, declaredProfiles());
  }

  private List<Profile> declaredProfiles() {
    return Stream.iterate(project, Objects::nonNull, MavenProject::getParent)
        .map(MavenProject::getOriginalModel)
        .filter(Objects::nonNull)
        .flatMap(model -> model.getProfiles().stream())
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

  /**
   * The goal with its short prefix where Maven can resolve that, else with the plugin's name. Of
   * several modules Maven asks one, whichever comes first in the build.
   */
  private String goal() {
    PluginDescriptor plugin = execution.getMojoDescriptor().getPluginDescriptor();
    boolean resolvable =
        ModuleSelection.modules(session).stream().allMatch(this::declaresPlugin)
            || session.getSettings().getPluginGroups().contains(plugin.getGroupId());
    return (resolvable ? plugin.getGoalPrefix() : plugin.getId()) + ":replay";
  }

  private boolean declaresPlugin(MavenProject module) {
    return module.getPlugin(execution.getPlugin().getKey()) != null;
  }
}
