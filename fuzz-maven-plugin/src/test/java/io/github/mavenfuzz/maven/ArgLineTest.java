package io.github.mavenfuzz.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Properties;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;

class ArgLineTest {
  private final Properties project = new Properties();
  private final Properties user = new Properties();
  private final ArgLine argLine = new ArgLine(project, user);

  @Test
  void hasNoArgumentsWithoutALine() throws Exception {
    assertThat(argLine.split(null)).isEmpty();
    assertThat(argLine.split("  ")).isEmpty();
  }

  @Test
  void splitsAtSpaceAndLineBreaksButNotInQuotationMarks() throws Exception {
    assertThat(argLine.split("-Xmx2g\n  -Da='b c' \"-Dd=e f\""))
        .containsExactly("-Xmx2g", "-Da=b c", "-Dd=e f");
  }

  @Test
  void leavesWhatStandsInQuotationMarksAsItIs() throws Exception {
    assertThat(argLine.split("-Da='b  \"\tc'\t\"-Dd=e '\n f\"\r\n -Dg "))
        .containsExactly("-Da=b  \"\tc", "-Dd=e '\n f", "-Dg");
  }

  @Test
  void splitsTheValueOfAPropertyToo() throws Exception {
    project.setProperty("lines", "\n  -Xmx2g\n  '-Da=b  c'\n");

    assertThat(argLine.split("@{lines}")).containsExactly("-Xmx2g", "-Da=b  c");
  }

  @Test
  void replacesPropertiesWhenItIsRead() throws Exception {
    project.setProperty("agent", "-javaagent:a$b.jar");

    assertThat(argLine.split("@{agent} -Dx=@{missing}"))
        .containsExactly("-javaagent:a$b.jar", "-Dx=");
  }

  @Test
  void prefersPropertiesOfTheCommandLine() throws Exception {
    project.setProperty("heap", "1g");
    user.setProperty("heap", "2g");

    assertThat(argLine.split("-Xmx@{heap}")).containsExactly("-Xmx2g");
  }

  @Test
  void refusesAnOpenQuotationMark() {
    assertThatThrownBy(() -> argLine.split("-Da='b"))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageStartingWith("fuzz.argLine: '-Da='b' cannot be split into arguments");
  }
}
