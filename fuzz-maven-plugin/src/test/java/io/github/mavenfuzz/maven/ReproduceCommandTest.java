package io.github.mavenfuzz.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.model.Activation;
import org.apache.maven.model.ActivationProperty;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.Profile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReproduceCommandTest {

  @Test
  void quotesWordsOfSeveralLinesInOne() {
    assertThat(ReproduceCommand.quote("a\n\u001b'\\")).isEqualTo("$'a\\012\\033\\'\\\\'");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "fuzz:replay, fuzz:replay",
        "-Dfuzz.test=com.example.A#parses, -Dfuzz.test=com.example.A#parses",
        "-Dfuzz.test=com.example.A$B#parses, '-Dfuzz.test=com.example.A$B#parses'",
        "a folder/(x), 'a folder/(x)'",
        "it's, 'it'\\''s'"
      })
  void quotesWordsForAShellOnlyWhereItMust(String word, String quoted) {
    assertThat(ReproduceCommand.quote(word)).isEqualTo(quoted);
  }

  @Test
  void repeatsPropertiesThatChangeHowATargetRuns() {
    Properties user = new Properties();
    user.setProperty("fuzz.argLine", "-Xmx2g -Da=b");
    user.setProperty("fuzz.timeout", "1s");
    user.setProperty("fuzz.duration", "90s");
    user.setProperty("fuzz.test", "AFuzzTest");

    assertThat(ReproduceCommand.properties(user))
        .containsExactly("-Dfuzz.timeout=1s", "-Dfuzz.argLine=-Xmx2g -Da=b");
  }

  @Test
  void namesActiveProfilesThatWereRequestedOrThatAPropertyActivated() {
    List<String> requested = List.of("fuzz", "mirror", "elsewhere");
    Map<String, List<String>> injected =
        Map.of(
            "com.example:child:1", List.of("fuzz", "onJdk"),
            "com.example:parent:1", List.of("byProperty"),
            "external", List.of("mirror", "proxy"));
    Activation jdk = new Activation();
    jdk.setJdk("17");

    assertThat(
            ReproduceCommand.profiles(
                requested,
                injected,
                List.of(
                    profile("fuzz", byProperty()),
                    profile("onJdk", jdk),
                    profile("byProperty", byProperty()),
                    profile("inactive", byProperty()),
                    profile("plain", null),
                    profile("proxy", byProperty()))))
        .containsExactly("fuzz", "byProperty");
  }

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

  private static Activation byProperty() {
    Activation activation = new Activation();
    activation.setProperty(new ActivationProperty());
    return activation;
  }

  private static Profile profile(String id, Activation activation) {
    Profile profile = new Profile();
    profile.setId(id);
    profile.setActivation(activation);
    return profile;
  }
}
