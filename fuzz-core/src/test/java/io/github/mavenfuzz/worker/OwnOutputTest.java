package io.github.mavenfuzz.worker;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
}
