package io.github.mavenfuzz.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModulePathTest {
  private static final Path A = Path.of("a");
  private static final Path B = Path.of("b.jar");
  private static final Path ENGINE = Path.of("engine.jar");

  @Test
  void isThatOfSurefire() {
    assertThat(path(false).arguments(ENGINE))
        .containsExactly(
            "--module-path",
            A + File.pathSeparator + B,
            "--patch-module",
            "shop=tests",
            "--add-modules",
            "shop",
            "--add-reads",
            "shop=ALL-UNNAMED",
            "--add-opens",
            "shop/p=ALL-UNNAMED",
            "--add-opens",
            "shop/q=ALL-UNNAMED");
  }

  @Test
  void hasAModuleForTheEngineWhereOneIsRequired() {
    assertThat(path(true).arguments(ENGINE))
        .contains(A + File.pathSeparator + B + File.pathSeparator + ENGINE);
  }

  @Test
  void isNoArgumentWhereThereAreNoModules() {
    assertThat(ModulePath.NONE.arguments(ENGINE)).isEmpty();
  }

  private static ModulePath path(boolean requiresEngine) {
    return new ModulePath(
        "shop", List.of(A, B), List.of(Path.of("tests")), List.of("p", "q"), requiresEngine);
  }
}
