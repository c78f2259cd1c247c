package io.github.mavenfuzz.coordinate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class OutputTailTest {
  private static final int CAPACITY = 16 * 1024;

  @Test
  void isAllThatWasWrittenWhileThatIsShort() throws Exception {
    assertThat(tailOf("")).isEmpty();
    assertThat(tailOf("größer\n")).isEqualTo("größer\n");
    assertThat(tailOf("x".repeat(CAPACITY))).isEqualTo("x".repeat(CAPACITY));
  }

  @Test
  void isTheEndOfWhatIsLong() throws Exception {
    String text = "0123456789".repeat(100_000);

    assertThat(tailOf(text)).hasSize(CAPACITY).isEqualTo(text.substring(1_000_000 - CAPACITY));
  }

  @Test
  void isWhatWasReadBeforeTheStreamBroke() throws Exception {
    InputStream broken =
        new InputStream() {
          private int left = 3;

          @Override
          public int read() throws IOException {
            if (left-- == 0) {
              throw new IOException("broken");
            }
            return 'x';
          }

          @Override
          public int read(byte[] into, int from, int length) throws IOException {
            into[from] = (byte) read();
            return 1;
          }
        };
    OutputTail tail = new OutputTail(broken);
    tail.awaitEnd(60_000);

    assertThat(tail.text()).isEqualTo("xxx");
  }

  private static String tailOf(String text) throws InterruptedException {
    OutputTail tail = new OutputTail(new ByteArrayInputStream(text.getBytes(UTF_8)));
    tail.awaitEnd(60_000);
    return tail.text();
  }
}
