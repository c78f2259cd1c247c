package io.github.mavenfuzz.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;

class VisibleLogTest {
  private final List<String> messages = new ArrayList<>();

  private final VisibleLog log =
      new VisibleLog(
          new SystemStreamLog() {
            @Override
            public void error(CharSequence message) {
              messages.add(message.toString());
            }
          });

  @Test
  void logsABlockByOneCallSoThatNothingComesBetweenItsLines() {
    log.errorBlock("Finding 1\n  \u001b[31mbad\n  Reproduce: mvn\n");

    assertThat(messages)
        .containsExactly("Finding 1\n[ERROR]   \\u001b[31mbad\n[ERROR]   Reproduce: mvn");
  }

  @Test
  void logsAnyOtherMessageInOneLine() {
    log.error("a\nb");

    assertThat(messages).containsExactly("a\\nb");
  }
}
