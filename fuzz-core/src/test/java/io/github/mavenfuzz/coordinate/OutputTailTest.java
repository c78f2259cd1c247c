package io.github.mavenfuzz.coordinate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class OutputTailTest {
  private static final int CAPACITY = 16 * 1024;
  private static final byte[] MARK = "\0mark".getBytes(UTF_8);

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
  void hasNoMarks() throws Exception {
    String text = "0123456789".repeat(3000);
    String marked = "\0mark" + text + "\0mark\0mark" + "end" + "\0mark";

    assertThat(tailOf("one\0mark two\0mark")).isEqualTo("one two");
    assertThat(tailOf("\0ma\0mark\0marc")).isEqualTo("\0ma\0marc");
    assertThat(tailOf(marked)).isEqualTo((text + "end").substring(30_003 - CAPACITY));
  }

  @Test
  void isCompleteOnceTheMarksHaveCome() throws Exception {
    PipedOutputStream process = new PipedOutputStream();
    OutputTail tail = new OutputTail(new PipedInputStream(process), MARK);
    FutureTask<Void> writing =
        new FutureTask<>(
            () -> {
              for (String part : List.of("first\0mark", "second", "\0ma", "rk")) {
                process.write(part.getBytes(UTF_8));
                process.flush();
              }
              return null;
            });
    Thread writer = new Thread(writing);
    writer.start();

    tail.awaitMarks(2, 60_000);

    assertThat(tail.text()).isEqualTo("firstsecond");
    writing.get();
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
    OutputTail tail = new OutputTail(broken, MARK);
    tail.awaitEnd(60_000);

    assertThat(tail.text()).isEqualTo("xxx");
  }

  private static String tailOf(String text) throws InterruptedException {
    OutputTail tail = new OutputTail(new ByteArrayInputStream(text.getBytes(UTF_8)), MARK);
    tail.awaitEnd(60_000);
    return tail.text();
  }
}
