package io.github.mavenfuzz.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.input.TargetName;
import io.github.mavenfuzz.target.TargetSelector;
import java.util.List;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.junit.jupiter.api.Test;

class ReactorTest {
  private final Reactor.Ledger ledger = new Reactor.Ledger();
  private final List<TargetName> parses = List.of(Results.target("parses").name());

  @Test
  void knowsOnlyAfterTheLastModuleWhatNoModuleHas() {
    assertThat(add("a", false, parses, "*#prints")).isEmpty();
    assertThat(add("b", false, List.of(), "*#prints"))
        .containsExactly(
            "no fuzz target matches \"*#prints\"; there is only com.example.SomeFuzzTest#parses");
  }

  @Test
  void isContentWhenAnyModuleHasIt() {
    assertThat(add("a", false, parses, "*#parses")).isEmpty();
    assertThat(add("b", false, List.of(), "*#parses")).isEmpty();
  }

  @Test
  void countsAModuleThatSkipsWhicheverIsLast() {
    assertThat(add("a", true, List.of(), "*#prints")).isEmpty();
    assertThat(add("b", false, parses, "*#prints")).hasSize(1);

    Reactor.Ledger other = new Reactor.Ledger();
    assertThat(add(other, "a", false, parses, "*#prints")).isEmpty();
    assertThat(add(other, "b", true, List.of(), "*#prints")).hasSize(1);
  }

  @Test
  void isContentWithATargetOfAModuleThatSkips() {
    assertThat(add("a", true, parses, "*#parses")).isEmpty();
    assertThat(add("b", false, List.of(), "*#parses")).isEmpty();
  }

  @Test
  void asksForNothingWhenAllModulesSkip() {
    assertThat(add("a", true, List.of(), "*#prints")).isEmpty();
    assertThat(add("b", true, List.of(), "*#prints")).isEmpty();
  }

  @Test
  void aGoalRunsWhereAnExecutionBindsItToAPhaseThatExists() {
    assertThat(Reactor.binds(null, "fuzz")).isFalse();
    assertThat(Reactor.binds(plugin("fuzz", null), "fuzz")).isTrue();
    assertThat(Reactor.binds(plugin("fuzz", "verify"), "fuzz")).isTrue();
    assertThat(Reactor.binds(plugin("fuzz", "none"), "fuzz")).isFalse();
    assertThat(Reactor.binds(plugin("list", "verify"), "fuzz")).isFalse();
  }

  private List<String> add(String module, boolean skipped, List<TargetName> found, String test) {
    return add(ledger, module, skipped, found, test);
  }

  private static List<String> add(
      Reactor.Ledger ledger, String module, boolean skipped, List<TargetName> found, String test) {
    return ledger.add(module, skipped, found, List.of("a", "b"), new TargetSelector(test));
  }

  private static Plugin plugin(String goal, String phase) {
    PluginExecution execution = new PluginExecution();
    execution.addGoal(goal);
    execution.setPhase(phase);
    Plugin plugin = new Plugin();
    plugin.addExecution(execution);
    return plugin;
  }
}
