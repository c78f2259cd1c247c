package com.example.laws;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * A parser with helpers of all sorts. Each case ends in an exception; the comments say what is to
 * blame.
 */
public final class Throwers {
  /** Thrown by the parser. */
  public static final class ParseException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ParseException(String message) {
      super(message);
    }

    static ParseException at(String what, int position) {
      return new ParseException(what + " at " + position);
    }
  }

  private static final List<IntUnaryOperator> TABLE = List.of(Throwers::refused, n -> n / (n - 1));

  private int position;
  private final int[] stack = new int[1];

  private String where() {
    return "line 1, column " + position;
  }

  private ParseException error(String what) {
    return new ParseException(what + " in " + where());
  }

  private void fail(String what) {
    position++;
    throw new ParseException(what + " in " + where());
  }

  private <T> T failWith(String what) {
    throw error(what);
  }

  private void expect(boolean condition, String what) {
    if (!condition) {
      fail(what);
    }
  }

  private static void checkNotNull(Object value) {
    Objects.requireNonNull(value, "value");
  }

  private static int refused(int number) {
    throw new ParseException("refused " + number);
  }

  private static void fill(int[] numbers) {
    for (int i = 0; i <= numbers.length; i++) {
      numbers[i] = i;
    }
  }

  private void push(int number) {
    stack[position] = number;
    position++;
  }

  private int next(int number) {
    if (number > 1) {
      throw new ParseException("too large"); // and it reads something: it is no helper
    }
    return position++;
  }

  private static int first(List<Integer> numbers) {
    return numbers.stream().findFirst().orElseThrow(() -> new NoSuchElementException("none"));
  }

  private static void show(String text) {
    System.identityHashCode(text.charAt(3)); // what it calls fails, and it has checked nothing
  }

  private interface Reader {
    int read();
  }

  private static final class Unreadable implements Reader {
    @Override
    public int read() {
      throw new ParseException("unreadable");
    }
  }

  private static int readAny(Reader reader) {
    return reader.read() + 1;
  }

  private static int lookUp(int index) {
    return TABLE.get(index).applyAsInt(index);
  }

  /** Fails by number. */
  public void parse(int number) {
    switch (number) {
      case 0 -> throw error("made");
      case 1 -> fail("thrown");
      case 2 -> failWith("thrown for any type");
      case 3 -> expect(number < 0, "checked");
      case 4 -> checkNotNull(null);
      case 5 -> throw ParseException.at("made by the exception", number);
      case 6 -> first(List.of());
      case 7 -> fill(stack);
      case 8 -> {
        push(1);
        push(2);
      }
      case 9 -> next(number);
      case 10 -> show("abc");
      case 11 -> readAny(new Unreadable());
      case 12 -> lookUp(0);
      case 13 -> lookUp(1);
      case 14 -> Optional.empty().orElseThrow();
      default -> throw new IllegalStateException("none");
    }
  }
}
