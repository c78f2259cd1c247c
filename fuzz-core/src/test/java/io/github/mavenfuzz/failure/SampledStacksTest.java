package io.github.mavenfuzz.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.example.failure.OtherThreads;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.runners.model.TestTimedOutException;

/** What threads throw, and what is thrown because of them. */
class SampledStacksTest {

  /** Where the thread was by then is chance; the assertion is what failed. */
  @Test
  void anAssertionOfATimeIsNamedByItsPlace() {
    Throwable thrown = catchThrowable(OtherThreads::takesTooLong);
    List<StackTraceElement> frames = List.of(thrown.getStackTrace());
    int target =
        frames.stream().map(StackTraceElement::getMethodName).toList().indexOf("takesTooLong");
    StackTraceElement[] stack = frames.subList(0, target + 1).toArray(new StackTraceElement[0]);
    Failure failure = FailureDescriber.describe(Stacks.with(thrown, stack));

    assertThat(thrown).as("what the thread did").hasCauseInstanceOf(Throwable.class);
    assertThat(failure.exception()).isEqualTo("org.opentest4j.AssertionFailedError");
    assertThat(failure.signature().cause().places())
        .containsExactly(new Place(OtherThreads.class.getName(), "takesTooLong", 1));
    assertThat(failure.stackTrace()).contains("Caused by: ");
  }

  /** A JUnit 4 rule gives its exception the stack of the thread. */
  @Test
  void aTestThatJUnit4HasEndedIsNamedByItsOutermostFrame() {
    Throwable one = sampled("a.Lexer.next", "a.Parser.loop", "a.T.fuzz");
    Throwable other = sampled("a.Parser.loop", "a.T.fuzz");

    assertThat(FailureDescriber.signature(one))
        .isEqualTo(FailureDescriber.signature(other))
        .hasToString("org.junit.runners.model.TestTimedOutException at a.T.fuzz");
  }

  private static Throwable sampled(String... frames) {
    return Stacks.with(new TestTimedOutException(), Stacks.stackInWorker(frames));
  }

  @Test
  void whatATaskOfAnExecutorThrowsIsNamedByTheTask() {
    Throwable got = catchThrowable(OtherThreads::gets);
    Throwable joined = catchThrowable(OtherThreads::joins);

    assertThat(got).isInstanceOf(ExecutionException.class);
    assertThat(FailureDescriber.signature(got).cause())
        .isEqualTo(FailureDescriber.signature(joined).cause())
        .hasToString("java.lang.NumberFormatException at com.example.failure.OtherThreads.parse+1");
  }
}
