package io.github.mavenfuzz.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When an argument of the engine's own is left out. */
class JvmDefaultsTest {
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "-XX:+UseG1GC, -XX:+UseSerialGC",
    "-XX:+UseZGC, -XX:+UseSerialGC",
    "-XX:-UseSerialGC, -XX:+UseSerialGC",
    "-Xmx64m, -Xmx1024m",
    "-XX:MaxHeapSize=64m, -Xmx1024m",
    "-XX:MaxRAMPercentage=50, -Xmx1024m",
    "-Xms2g, -Xmx1024m",
    "-XX:MinHeapSize=1073741825, -Xmx1024m",
    "-Xss4m, -Xss1m",
    "-XX:ThreadStackSize=4096, -Xss1m",
    "-da, -ea",
    "-XX:+OmitStackTraceInFastThrow, -XX:-OmitStackTraceInFastThrow",
    "-XX:MaxMetaspaceSize=1g, -XX:MaxMetaspaceSize=512m",
    "-XX:LoopStripMiningIter=1, -XX:LoopStripMiningIter=1000"
  })
  void givesWayToWhatTheUserHasChosenInAnyPlace(String chosen, String left) throws Exception {
    Files.writeString(directory.resolve("a.args"), "# a comment\n-Da=\"b c\" " + chosen);
    Files.writeString(directory.resolve("vm.options"), chosen + "\n-Da=b\n");
    String other = "-Da='b c' ";

    assertThat(leftOut(Map.of(), chosen)).containsExactly(left);
    assertThat(leftOut(Map.of("JAVA_TOOL_OPTIONS", other + chosen))).containsExactly(left);
    assertThat(leftOut(Map.of("JDK_JAVA_OPTIONS", other + "'" + chosen + "'")))
        .containsExactly(left);
    assertThat(leftOut(Map.of("_JAVA_OPTIONS", chosen + " -Da=b"))).containsExactly(left);
    assertThat(leftOut(Map.of("JDK_JAVA_OPTIONS", "@a.args"))).containsExactly(left);
    assertThat(leftOut(Map.of(), "@a.args")).containsExactly(left);
    assertThat(leftOut(Map.of(), "-XX:VMOptionsFile=vm.options")).containsExactly(left);
    assertThat(leftOut(Map.of("JAVA_TOOL_OPTIONS", "-XX:VMOptionsFile=vm.options")))
        .containsExactly(left);
  }

  @Test
  void givesWayToAFileOfFlags() throws Exception {
    Files.writeString(directory.resolve("flags"), "+UseG1GC\nMaxMetaspaceSize=1g\n");

    assertThat(leftOut(Map.of(), "-XX:Flags=flags"))
        .containsExactly("-XX:+UseSerialGC", "-XX:MaxMetaspaceSize=512m");
  }

  /** As class paths in argument files are. */
  @Test
  void wordsMayBeLong() throws Exception {
    String path = "/a/b.jar:".repeat(20_000);
    Files.writeString(
        directory.resolve("a.args"), "-cp " + path + "\n-cp \"" + path + "\"\n-XX:+UseG1GC");

    assertThat(leftOut(Map.of(), "@a.args")).containsExactly("-XX:+UseSerialGC");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-Xms256m",
        "-XX:InitialHeapSize=1024",
        "-XX:+UseMaximumCompactionOnSystemGC",
        "-XX:+UseStringDeduplication",
        "-ea:com.example...",
        "-Da=-Xmx4g",
        "-Da='-XX:+UseG1GC -Xmx4g'",
        "@missing.args",
        "-XX:Flags=missing",
        "-XX:VMOptionsFile=missing"
      })
  void staysWhereTheUserHasChosenSomethingElse(String chosen) {
    assertThat(leftOut(Map.of("JAVA_TOOL_OPTIONS", chosen))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Unrecognized VM option 'LoopStripMiningIter=1000'|-XX:LoopStripMiningIter=1000",
        "Multiple garbage collectors selected|-XX:+UseSerialGC",
        "Initial heap size set to a larger value than the maximum heap size|-Xmx",
        "Incompatible minimum and maximum heap sizes specified|-Xmx",
        "The Java thread stack size specified is too small. Specify at least 2048k|-Xss1m"
      })
  void isToBlameWhenTheJvmSaysSo(String output, String blamed) {
    assertThat(JvmDefaults.blamedBy("Picked up x\n" + output + "\nError: no JVM"))
        .containsExactly(blamed);
  }

  @Test
  void isNotToBlameForTheUsersMistakes() {
    assertThat(JvmDefaults.blamedBy("Unrecognized VM option 'NoSuchThing'")).isEmpty();
  }

  private List<String> leftOut(Map<String, String> environment, String... arguments) {
    JvmSettings jvm =
        new JvmSettings(directory, List.of(arguments), List.of(), Map.of(), environment, directory);
    List<String> all =
        new ArrayList<>(
            defaults(
                new JvmSettings(directory, List.of(), List.of(), Map.of(), Map.of(), directory),
                Map.of()));
    all.removeAll(defaults(jvm, environment));
    return all;
  }

  private static List<String> defaults(JvmSettings jvm, Map<String, String> environment) {
    return JvmDefaults.of(JvmPurpose.FUZZ, UserOptions.of(jvm, environment), 1024, Set.of());
  }
}
