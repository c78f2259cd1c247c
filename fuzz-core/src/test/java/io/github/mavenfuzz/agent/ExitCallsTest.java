package io.github.mavenfuzz.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.boot.Exits;
import io.github.mavenfuzz.probe.ProbedLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExitCallsTest {
  private final List<Integer> codes = new ArrayList<>();

  /** Keeps the JVM of the tests alive. */
  private static final class Stopped extends Error {
    private static final long serialVersionUID = 1L;
  }

  @BeforeEach
  void listen() {
    Exits.tell(
        code -> {
          codes.add(code);
          throw new Stopped();
        });
  }

  @AfterEach
  void stopListening() {
    Exits.tell(code -> {});
  }

  /** By System.exit. */
  static final class BySystem {
    static void run(Object code) {
      System.exit((Integer) code);
    }
  }

  /** By Runtime.exit. */
  static final class ByRuntime {
    static void run(Object code) {
      Runtime.getRuntime().exit((Integer) code);
    }
  }

  /** By Runtime.halt. */
  static final class ByHalt {
    static void run(Object code) {
      Runtime.getRuntime().halt((Integer) code);
    }
  }

  /** By a reference to a static method. */
  static final class ByReference {
    static void run(Object code) {
      IntConsumer exit = System::exit;
      exit.accept((Integer) code);
    }
  }

  /** By a reference to a method of an object. */
  static final class ByBoundReference {
    static void run(Object code) {
      IntConsumer halt = Runtime.getRuntime()::halt;
      halt.accept((Integer) code);
    }
  }

  /** While a class is initialised. */
  static final class ByInitialiser {
    static void run(Object code) {
      Initialised.touch();
    }
  }

  /** Exits when it is initialised. */
  static final class Initialised {
    static {
      System.exit(7);
    }

    static void touch() {}
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        BySystem.class,
        ByRuntime.class,
        ByHalt.class,
        ByReference.class,
        ByBoundReference.class,
        ByInitialiser.class
      })
  void theWorkerIsToldBeforeTheJvmEnds(Class<?> caller) {
    Object thrown =
        ProbedLoader.of(ExitCallsTest.class, EngineCalls.DIRECT).run(caller.getName(), 7);

    assertThat(thrown).isEqualTo(Stopped.class.getName());
    assertThat(codes).containsExactly(7);
  }
}
