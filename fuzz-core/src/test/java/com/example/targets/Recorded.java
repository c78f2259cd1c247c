package com.example.targets;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** A target with parameters of several shapes, whose arguments a test looks at in every run. */
public final class Recorded {
  private static final AtomicReference<Consumer<List<Object>>> OBSERVER = new AtomicReference<>();

  private Recorded() {}

  /** Says who is told of the arguments of {@link #run} from now on. */
  public static void tells(Consumer<List<Object>> observer) {
    OBSERVER.set(observer);
  }

  private static void tell(Object... arguments) {
    OBSERVER.get().accept(Arrays.asList(arguments));
  }

  static void run(byte[] data) {
    tell(data);
  }

  static void run(String text) {
    tell(text);
  }

  static void run(int number, String text) {
    tell(number, text);
  }

  static void run(byte[] one, byte[] other) {
    tell(one, other);
  }

  static void run(long number, double real, byte[] data) {
    tell(number, real, data);
  }

  static void run(boolean flag, char letter, String text, short number, float real) {
    tell(flag, letter, text, number, real);
  }
}
