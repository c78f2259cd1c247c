package io.github.mavenfuzz.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 1, unit = MINUTES)
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
    AtomicBoolean alive = new AtomicBoolean(true);
    OutputTail tail = new OutputTail(new PipedInputStream(process), alive::get, MARK);
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
    alive.set(false);
    tail.awaitEnd(60_000);
  }

  /** However the stream is cut into parts; the longest part is longer than what is remembered. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 7, 1000, CAPACITY, CAPACITY + 5, CAPACITY + 6, 50_000})
  void doesNotDependOnHowItComes(int part) throws Exception {
    StringBuilder text = new StringBuilder();
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < 12_000; i++) {
      String piece = "\0ma" + i + "\0\0m";
      text.append(piece).append(i % 3 == 0 ? "\0mark" : "");
      plain.append(piece);
    }
    InputStream parts =
        new ByteArrayInputStream(text.toString().getBytes(UTF_8)) {
          @Override
          public int available() {
            return Math.min(part, super.available());
          }
        };
    OutputTail tail = new OutputTail(parts, () -> false, MARK);
    tail.awaitEnd(60_000);

    assertThat(tail.text()).isEqualTo(plain.substring(plain.length() - CAPACITY));
  }

  @Test
  void waitsInVainForMarksOnlyOnce() throws Exception {
    AtomicBoolean alive = new AtomicBoolean(true);
    OutputTail tail = new OutputTail(new ByteArrayInputStream(new byte[0]), alive::get, MARK);

    tail.awaitMarks(1, 1);
    tail.awaitMarks(1, Long.MAX_VALUE / 1_000_000);
    tail.awaitMarks(2, Long.MAX_VALUE / 1_000_000);

    alive.set(false);
    tail.awaitEnd(60_000);
    assertThat(tail.text()).isEmpty();
  }

  @Test
  void endsWithTheProcessWhoeverElseKeepsItsOutputOpen() throws Exception {
    Process process = new ProcessBuilder("sh", "-c", "sleep 1000 & echo $!").start();
    OutputTail tail = new OutputTail(process.getInputStream(), process::isAlive, MARK);

    tail.awaitEnd(60_000);

    ProcessHandle child = ProcessHandle.of(Long.parseLong(tail.text().strip())).orElseThrow();
    assertThat(child.isAlive()).isTrue();
    child.destroyForcibly();
  }

  @Test
  void isWhatWasReadBeforeTheStreamBroke() throws Exception {
    InputStream broken =
        new InputStream() {
          private int left = 3;

          @Override
          public int available() {
            return 1;
          }

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
    OutputTail tail = new OutputTail(broken, () -> true, MARK);
    tail.awaitEnd(60_000);

    assertThat(tail.text()).isEqualTo("xxx");
  }

  private static String tailOf(String text) throws InterruptedException {
    OutputTail tail =
        new OutputTail(new ByteArrayInputStream(text.getBytes(UTF_8)), () -> false, MARK);
    tail.awaitEnd(60_000);
    return tail.text();
  }
}
