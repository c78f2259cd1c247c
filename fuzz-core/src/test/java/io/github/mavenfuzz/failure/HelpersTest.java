package io.github.mavenfuzz.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.example.laws.Throwers;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which methods are stepped over, by their bytecode. */
class HelpersTest {

  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "0, a method that makes an exception, parse",
    "1, one that throws it, parse",
    "2, one that throws what another makes, parse",
    "3, one that checks a condition, parse",
    "4, one that has the JDK check, parse",
    "5, a factory of the exception's class, parse",
    "6, a function that makes one for what calls it, first",
    "7, no method that fills an array, fill",
    "8, no method that sets fields, push",
    "9, no method that reads something as well, next",
    "10, no method that fails by what it calls, show",
    "11, no implementation that its caller does not know, read",
    "12, no function from a table, refused",
    "13, no function that fails by itself, lambda$static",
    "14, nothing, parse",
  })
  void stepsOver(int number, String what, String blamed) {
    Cause cause = causeOf(number);

    assertThat(cause.places()).hasSize(1);
    assertThat(cause.places().get(0).method()).isEqualTo(blamed);
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "7, an index of an array, fill",
    "8, the same index in another line, push",
    "10, an index of a text, show",
    "13, a divisor, lambda$static",
  })
  void aMissingCheckIsOneCauseInAllLinesOfAMethod(int number, String what, String method) {
    Signature signature = signatureOf(number);

    assertThat(signature.cause().places().get(0).line()).isEqualTo(Place.NO_LINE);
    Place way = signature.path().callers().get(0);
    assertThat(way.method()).isEqualTo(method);
    assertThat(way.line()).isNotEqualTo(Place.NO_LINE);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 6, 9, 12, 14})
  void aThrowStatementIsACauseOfItsOwn(int number) {
    assertThat(causeOf(number).places().get(0).line()).isNotEqualTo(Place.NO_LINE);
  }

  @ParameterizedTest
  @CsvSource({"0, 2", "3, 5"})
  void twoCallsOfOneHelperAreTwoCauses(int one, int other) {
    assertThat(causeOf(one)).isNotEqualTo(causeOf(other));
  }

  private static Cause causeOf(int number) {
    return signatureOf(number).cause();
  }

  private static Signature signatureOf(int number) {
    Throwable thrown = catchThrowable(() -> new Throwers().parse(number));
    List<StackTraceElement> frames =
        List.of(thrown.getStackTrace()).stream()
            .takeWhile(frame -> !frame.getClassName().equals(HelpersTest.class.getName()))
            .toList();
    thrown.setStackTrace(frames.toArray(new StackTraceElement[0]));
    return FailureDescriber.signature(thrown);
  }
}
