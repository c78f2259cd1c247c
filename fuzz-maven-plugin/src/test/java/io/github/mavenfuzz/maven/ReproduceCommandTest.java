package io.github.mavenfuzz.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.junit.jupiter.api.Test;

class ReproduceCommandTest {

  @Test
  void namesTheExecutionWhenItHasAConfigurationOfItsOwn() {
    Plugin plugin = new Plugin();
    plugin.setConfiguration("of the plugin");
    addExecution(plugin, "own", "of the plugin and the execution");
    addExecution(plugin, "inherited", "of the plugin");
    addExecution(plugin, "none", null);
    addExecution(plugin, "default-cli", "of the command line's");

    assertThat(ReproduceCommand.executionSuffix(plugin, "own")).isEqualTo("@own");
    assertThat(ReproduceCommand.executionSuffix(plugin, "inherited")).isEmpty();
    assertThat(ReproduceCommand.executionSuffix(plugin, "none")).isEmpty();
    assertThat(ReproduceCommand.executionSuffix(plugin, "missing")).isEmpty();
    assertThat(ReproduceCommand.executionSuffix(plugin, "default-cli"))
        .as("what the goal gets without a suffix")
        .isEmpty();
    assertThat(ReproduceCommand.executionSuffix(null, "own")).isEmpty();
  }

  private static void addExecution(Plugin plugin, String id, String configuration) {
    PluginExecution execution = new PluginExecution();
    execution.setId(id);
    execution.setConfiguration(configuration);
    plugin.addExecution(execution);
  }
}
