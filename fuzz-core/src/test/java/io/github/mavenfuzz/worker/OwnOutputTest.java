package io.github.mavenfuzz.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class OwnOutputTest {
  private final PrintStream before = System.out;

  @AfterEach
  void restore() {
    System.setOut(before);
  }

  static Stream<Supplier<PrintStream>> streams() {
    PrintStream throwing =
        new PrintStream(OutputStream.nullOutputStream()) {
          @Override
          public void flush() {
            throw new StackOverflowError();
          }
        };
    PrintStream failing =
        new PrintStream(
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                throw new IOException("full");
              }

              @Override
              public void flush() throws IOException {
                throw new IOException("full");
              }
            });
    // As suppliers, since JUnit closes the arguments of a test.
    return Stream.of(() -> null, () -> throwing, () -> failing);
  }

  @ParameterizedTest
  @MethodSource("streams")
  void theMarkIsWrittenWhateverTheTargetHasSetAsItsOutput(Supplier<PrintStream> stream) {
    OwnOutput output = OwnOutput.open();
    System.setOut(stream.get());

    assertThatCode(() -> output.write(new byte[0])).doesNotThrowAnyException();
  }

  @Test
  void whoHoldsAStreamForEverDoesNotKeepTheMarkBack() throws Exception {
    OwnOutput output = OwnOutput.open();
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch flushes = new CountDownLatch(1);
    System.setOut(
        new PrintStream(OutputStream.nullOutputStream()) {
          @Override
          public void flush() {
            flushes.countDown();
            await(release);
          }
        });

    output.write(new byte[0]);
    output.write(new byte[0]);

    assertThat(flushes.getCount()).as("flushes that were not tried").isZero();
    release.countDown();
  }

  @Test
  void whatTheTargetHasWrittenIsFlushedEveryTime() {
    OwnOutput output = OwnOutput.open();
    AtomicInteger flushes = new AtomicInteger();
    System.setOut(
        new PrintStream(OutputStream.nullOutputStream()) {
          @Override
          public void flush() {
            flushes.incrementAndGet();
          }
        });
    try {
      Thread.currentThread().interrupt();
      output.write(new byte[0]);
      output.write(new byte[0]);
    } finally {
      Thread.interrupted();
    }

    assertThat(flushes).hasValue(2);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
