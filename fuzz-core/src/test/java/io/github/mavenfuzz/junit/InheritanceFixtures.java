package io.github.mavenfuzz.junit;

import io.github.mavenfuzz.api.FuzzTest;
import io.github.mavenfuzz.junit.Fixtures.Received;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.Nested;

/** Test classes that inherit targets, and run only inside {@link InheritedReplayTest}. */
final class InheritanceFixtures {
  private InheritanceFixtures() {}

  @Retention(RetentionPolicy.RUNTIME)
  @Weekly
  @interface Nightly {}

  /** Carries what carries it. */
  @Retention(RetentionPolicy.RUNTIME)
  @Nightly
  @FuzzTest
  @interface Weekly {}

  abstract static class Contract<T> {
    @FuzzTest
    void generic(T value) {
      throw new Received(getClass().getSimpleName() + " got " + value);
    }

    @FuzzTest
    private void hidden(T value) {
      throw new Received(getClass().getSimpleName() + " got hidden " + value);
    }

    @FuzzTest
    void overridden(T value) {
      throw new Received("overridden");
    }

    @Nested
    class Within {
      @FuzzTest
      void inner(T value) {
        throw new Received(Contract.this.getClass().getSimpleName() + " has " + value);
      }
    }
  }

  static class OfText extends Contract<String> {
    @Override
    void overridden(String text) {}
  }

  static class OfNumber extends Contract<Integer> {
    @Override
    void overridden(Integer number) {}
  }

  interface ByDefault<T> {
    @Nightly
    default void annotated(T value) {
      throw new Received(getClass().getSimpleName() + " got " + value);
    }
  }

  static class Implementation implements ByDefault<Long> {}

  static class Around {
    private final String name = "around";

    @Nested
    class Inner {
      @FuzzTest
      private void hidden(int number) {
        throw new Received(name + ' ' + number);
      }

      @FuzzTest
      void jupiters(int number) {
        throw new Received(name + ' ' + number);
      }
    }
  }
}
