package io.github.mavenfuzz.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.targets.Deadly;
import io.github.mavenfuzz.campaign.TargetResult;
import io.github.mavenfuzz.finding.Finding;
import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.type.LeafKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real worker JVMs that hang or end at large inputs of the corpus. */
@Timeout(120)
class SmallerCrasherRunTest {
  @TempDir Path directory;

  @Test
  void aHangThatNeedsOneCharacterOfTenThousandIsReportedSmall() throws Exception {
    String text = "some text, ".repeat(500) + "!" + "some more, ".repeat(430);

    Finding finding = find("spinsAtAnExclamationMark", LeafKind.STRING, text);

    assertThat(finding.reproduced()).isTrue();
    assertThat(finding.input()).asString().isEqualTo("!");
  }

  @Test
  void anExitIsReportedSmall() throws Exception {
    Finding finding = find("exitsAtAByte", LeafKind.BYTES, "0123456789".repeat(300) + "M");

    assertThat(finding.reproduced()).isTrue();
    assertThat(finding.input()).asString().isEqualTo("M");
  }

  private Finding find(String method, LeafKind type, String input) throws Exception {
    FuzzTarget target = new FuzzTarget(Deadly.class.getName(), method, InputShape.of(type));
    TestRuns runs = new TestRuns(directory).timeout(Duration.ofSeconds(2)).executions(10);
    Files.createDirectories(runs.corpus(target));
    Files.writeString(runs.corpus(target).resolve("large"), input, UTF_8);
    TargetResult result = runs.run(target);
    assertThat(result.findings()).hasSize(1);
    return result.findings().get(0);
  }
}
