package io.github.mavenfuzz;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.mavenfuzz.lifecycle.JupiterSettings;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {
  private static final String ROOT = ArchitectureTest.class.getPackageName();

  private static final JavaClasses ENGINE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  /** What each package may use of the engine; nothing that is not named here. */
  private static final Map<String, List<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("api", List.of("junit")),
          Map.entry(
              "junit",
              List.of("failure", "input", "target", "type", "argument", "lifecycle", "jupiter")),
          Map.entry("jupiter", List.of("lifecycle")),
          Map.entry("type", List.of()),
          Map.entry("jazzer", List.of()),
          Map.entry("input", List.of("type")),
          Map.entry("slot", List.of("input", "type")),
          Map.entry("shrink", List.of("slot", "input", "type")),
          Map.entry("lifecycle", List.of("input", "type")),
          Map.entry("argument", List.of("input", "type", "jazzer")),
          Map.entry("boot", List.of()),
          Map.entry("classname", List.of()),
          Map.entry("outline", List.of()),
          // Whether a throwable lacks its stack because a run went without stack traces.
          Map.entry("failure", List.of("boot", "classname", "outline")),
          Map.entry("coverage", List.of("boot")),
          Map.entry("probe", List.of("boot")),
          Map.entry("mutate", List.of("slot", "type")),
          // Both sides mutate with the same dictionary.
          Map.entry("comparison", List.of()),
          Map.entry("hint", List.of("comparison", "boot", "jazzer", "slot", "mutate", "type")),
          Map.entry("comm", List.of("input", "type", "failure", "boot", "coverage", "mutate")),
          Map.entry(
              "agent", List.of("comm", "boot", "classname", "comparison", "coverage", "probe")),
          Map.entry(
              "worker",
              List.of(
                  "comm",
                  "input",
                  "slot",
                  "type",
                  "argument",
                  "lifecycle",
                  "jupiter",
                  "failure",
                  "boot",
                  "coverage",
                  "mutate",
                  "shrink",
                  "comparison",
                  "hint",
                  // What a target has taken from Jazzer's provider.
                  "jazzer",
                  "agent")),
          Map.entry("finding", List.of("input", "failure")),
          Map.entry("corpus", List.of("input", "failure")),
          // Patterns that match no class are told to the user before anything runs.
          Map.entry("target", List.of("input", "type", "classname")),
          Map.entry("process", List.of("comm", "failure", "boot")),
          Map.entry(
              "campaign",
              List.of(
                  "process",
                  "comm",
                  "input",
                  "slot",
                  "type",
                  "failure",
                  "coverage",
                  "mutate",
                  // Smaller inputs that hang or end their JVM are tried in new ones.
                  "shrink",
                  "corpus",
                  "finding")),
          Map.entry(
              "session",
              List.of(
                  "campaign",
                  "process",
                  "comm",
                  "input",
                  "slot",
                  "failure",
                  "classname",
                  "coverage",
                  "mutate",
                  "corpus",
                  "finding",
                  // The name of the main class to start.
                  "worker")),
          Map.entry("report", List.of("campaign", "finding", "failure", "input")),
          Map.entry(
              "cli",
              List.of(
                  "session",
                  "campaign",
                  "process",
                  "classname",
                  "corpus",
                  "finding",
                  "failure",
                  "input",
                  "mutate",
                  "report",
                  "target")));

  private static final Set<String> IN_WORKER_JVM = Set.of("worker", "agent");
  private static final Set<String> IN_COORDINATOR =
      Set.of("cli", "session", "campaign", "process", "corpus", "finding", "report", "target");

  static Stream<String> packages() {
    return ENGINE.stream()
        .map(JavaClass::getPackageName)
        .filter(name -> !name.equals(ROOT))
        .map(name -> name.substring(ROOT.length() + 1))
        .distinct()
        .sorted();
  }

  @Test
  void everyPackageHasItsPlace() {
    assertThat(packages()).containsExactlyInAnyOrderElementsOf(MAY_USE.keySet());
  }

  @ParameterizedTest
  @MethodSource("packages")
  void usesOnlyWhatLiesBelowIt(String name) {
    String[] allowed =
        Stream.concat(Stream.of(name), MAY_USE.get(name).stream())
            .map(p -> ROOT + '.' + p + "..")
            .toArray(String[]::new);
    classes()
        .that()
        .resideInAPackage(ROOT + '.' + name + "..")
        .should()
        .onlyDependOnClassesThat(not(resideInAPackage(ROOT + "..")).or(resideInAnyPackage(allowed)))
        .check(ENGINE);
  }

  /** Whatever class loader the target has, it finds these by the boot loader only. */
  @Test
  void whatInstrumentedCodeTouchesUsesNothingButTheJdk() {
    classes()
        .that()
        .resideInAPackage(ROOT + ".boot..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", ROOT + ".boot..")
        .check(ENGINE);
  }

  @Test
  void hasNoCycles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(ENGINE);
  }

  @Test
  void whatRunsInWorkerJvmsNeedsNothingOfTheCoordinator() {
    noClasses()
        .that()
        .resideInAnyPackage(in(IN_WORKER_JVM))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(in(IN_COORDINATOR))
        .check(ENGINE);
  }

  @Test
  void knowsNothingOfMaven() {
    noClasses().should().dependOnClassesThat().resideInAPackage("org.apache.maven..").check(ENGINE);
  }

  @Test
  void onlyTheJUnitExtensionUsesJUnit() {
    noClasses()
        .that()
        .resideOutsideOfPackages(in(Set.of("junit", "jupiter", "api")))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.junit..")
        .check(ENGINE);
  }

  @Test
  void onlyOnePackageNeedsJazzersApi() {
    noClasses()
        .that()
        .resideOutsideOfPackages(in(Set.of("jazzer")))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.code_intelligence..")
        .check(ENGINE);
  }

  /** And nowhere that every worker JVM passes, which would start half a second later. */
  @Test
  void jsonIsReadAndWrittenInTwoPlaces() {
    noClasses()
        .that()
        .resideOutsideOfPackages(in(Set.of("input", "report")))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.fasterxml.jackson..")
        .check(ENGINE);
  }

  @Test
  void onlyFivePackagesReadClassFiles() {
    noClasses()
        .that()
        .resideOutsideOfPackages(in(Set.of("probe", "agent", "target", "outline", "comparison")))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.objectweb.asm..")
        .check(ENGINE);
  }

  @Test
  void staticFieldsAreFinal() {
    fields().that().areStatic().should().beFinal().check(ENGINE);
  }

  /**
   * What the encoding of arguments is, only the JVM itself knows. JUnit's own settings, which a
   * module's tests have as system properties, are no settings here.
   */
  @Test
  void settingsAreNeverReadFromTheJvmOrTheEnvironment() {
    Map<Class<?>, Set<String>> readers =
        Map.of(
            System.class,
            Set.of("getProperty", "getProperties", "setProperty", "clearProperty", "getenv"),
            Boolean.class,
            Set.of("getBoolean"),
            Integer.class,
            Set.of("getInteger"),
            Long.class,
            Set.of("getLong"));
    noClasses()
        .that()
        .areNotAssignableTo(JupiterSettings.class)
        .and()
        .doNotHaveFullyQualifiedName(ROOT + ".process.JvmEnvironment")
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "reads a system property or the environment",
                (JavaCall<?> call) ->
                    readers.entrySet().stream()
                        .anyMatch(
                            e ->
                                call.getTarget() instanceof MethodCallTarget target
                                    && target.getOwner().isEquivalentTo(e.getKey())
                                    && e.getValue().contains(target.getName()))))
        .check(ENGINE);
  }

  private static String[] in(Set<String> packages) {
    return packages.stream()
        .map(p -> ROOT + '.' + p + "..")
        .collect(Collectors.toList())
        .toArray(String[]::new);
  }

  /** In Turkish the capital of i is not I, and in Arabic digits are others. */
  @Test
  void readsAndWritesTheSameInEveryLocale() {
    noClasses()
        .should()
        .callMethod(String.class, "toLowerCase")
        .orShould()
        .callMethod(String.class, "toUpperCase")
        .orShould()
        .callMethod(String.class, "format", String.class, Object[].class)
        .check(ENGINE);
  }
}
