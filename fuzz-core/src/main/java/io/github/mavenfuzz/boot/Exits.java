package io.github.mavenfuzz.boot;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

/**
 * Instrumented code in a worker JVM calls these methods instead of {@link System#exit}, {@link
 * Runtime#exit} and {@link Runtime#halt}. First the worker is told, while the code and the place
 * are known. If a run is to blame, the worker halts the JVM with that code, without the target's
 * shutdown hooks; otherwise the call does what it says.
 *
 * <p>Lives, like {@link Counters}, on the boot class path, where every class loader finds it. Code
 * that is instrumented holds no object of the engine's, so what it calls has to find the listener
 * in a static; the worker sets it once, before it loads the target.
 */
public final class Exits {
  private static final AtomicReference<IntConsumer> LISTENER = new AtomicReference<>(code -> {});

  private Exits() {}

  /**
   * @param listener told the exit code, on the thread that ends the JVM; must not throw
   */
  public static void tell(IntConsumer listener) {
    LISTENER.set(listener);
  }

  /** As {@link System#exit}. */
  public static void exit(int code) {
    announce(code);
    System.exit(code);
  }

  /** As {@link Runtime#exit}. */
  public static void exit(Runtime runtime, int code) {
    if (runtime != null) {
      announce(code);
    }
    runtime.exit(code);
  }

  /** As {@link Runtime#halt}. */
  public static void halt(Runtime runtime, int code) {
    if (runtime != null) {
      announce(code);
    }
    runtime.halt(code);
  }

  /** A target may have a security manager that does not let it exit. */
  @SuppressWarnings("removal")
  private static void announce(int code) {
    SecurityManager manager = System.getSecurityManager();
    if (manager != null) {
      manager.checkExit(code);
    }
    LISTENER.get().accept(code);
  }
}
