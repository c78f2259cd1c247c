package io.github.mavenfuzz.probe;

import java.io.Closeable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.function.Supplier;

/**
 * Code to instrument, one construct of the language a type. The types are interfaces where they
 * can, so that no constructor has probes; {@link ProbeInserterTest} says which inputs differ.
 */
@SuppressWarnings({"fallthrough", "try"})
public final class Constructs {
  private Constructs() {}

  public interface IfElse {
    static String run(int x) {
      String sign;
      if (x > 0) {
        sign = "positive";
      } else {
        sign = "other";
      }
      return sign;
    }
  }

  /** Has the method that JaCoCo adds to a class. */
  interface SeenByJacoco {
    static boolean[] $jacocoInit(boolean[] probes) {
      return probes != null ? probes : new boolean[3];
    }

    static int run(int x) {
      $jacocoInit(null)[0] = true;
      return x;
    }
  }

  interface IfOnly {
    static int run(int x) {
      int result = 1;
      if (x > 0) {
        result = 2;
      }
      return result;
    }
  }

  interface WhileLoop {
    static int run(int x) {
      int sum = 0;
      while (x > 0) {
        sum += x--;
      }
      return sum;
    }
  }

  interface LoopAtStart {
    static int run(int x) {
      do {
        x -= 2;
      } while (x > 0);
      return x;
    }
  }

  interface NestedLoops {
    static int run(int x) {
      int n = 0;
      outer:
      for (int i = 0; i < x; i++) {
        for (int j = 0; j < i; j++) {
          if (i * j == 8) {
            break outer;
          }
          if (j == 2) {
            continue outer;
          }
          n++;
        }
      }
      return n;
    }
  }

  interface Conditions {
    static boolean run(int x) {
      return x > 0 && x < 10 || x == 20;
    }
  }

  interface Ternary {
    static long run(int x) {
      return (x < 0 ? -1L : 1L) + (x % 2 == 0 ? 10 : 20);
    }
  }

  interface IntSwitch {
    static int run(int x) {
      int n = 0;
      switch (x) {
        case 0:
        case 1:
          n += 1;
        case 2: // reached from above too
          n += 2;
          break;
        case 3:
          return 7;
        default:
          break;
      }
      return n;
    }
  }

  interface SparseSwitch {
    static int run(int x) {
      return switch (x) {
        case -1000 -> 1;
        case 0 -> 2;
        case 1000, 2000 -> 3;
        default -> 4;
      };
    }
  }

  interface StringSwitch {
    static int run(String x) {
      return switch (x) {
        case "a" -> 1;
        case "Aa", "BB" -> 2; // of one hash code
        default -> 0;
      };
    }
  }

  enum Color {
    RED,
    GREEN {
      @Override
      int shade() {
        return 2;
      }
    };

    int shade() {
      return 1;
    }
  }

  interface EnumSwitch {
    static int run(int x) {
      Color color = x < 0 ? null : Color.values()[x];
      if (color == null) {
        return 0;
      }
      return switch (color) {
        case RED -> color.shade();
        case GREEN -> 10 * color.shade();
      };
    }
  }

  interface Patterns {
    static int run(Object x) {
      if (x instanceof String s && !s.isEmpty()) {
        return s.length();
      }
      return x instanceof Integer i ? i : -1;
    }
  }

  interface TryCatch {
    static int run(String x) {
      int n = 0;
      try {
        n = Integer.parseInt(x);
      } catch (NumberFormatException e) {
        n = -1;
      } catch (RuntimeException e) {
        throw new IllegalStateException(n > 0 ? "more" : "less");
      }
      return n;
    }
  }

  interface Finally {
    static String run(int x) {
      List<String> log = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        try {
          if (x == i) {
            continue;
          }
          log.add("" + 12 / (x - 5));
        } catch (ArithmeticException e) {
          log.add("zero");
          break;
        } finally {
          log.add(x > 3 ? "big" : "small");
        }
      }
      return log.toString();
    }
  }

  interface Resources {
    static int run(int x) throws Exception {
      int[] closed = new int[1];
      try (Closeable a = () -> closed[0]++;
          Closeable b = x > 1 ? () -> closed[0] += 10 : null) {
        if (x > 2) {
          throw new Exception();
        }
      }
      return closed[0];
    }
  }

  /** Objects that are not initialised yet lie on the stack and at the target of branches. */
  interface NewInNew {
    static String run(int x) {
      return new StringBuilder(x > 0 ? new String(x > 5 ? "big" : "small") : new String("none"))
          .append(x > 3 ? new StringBuilder("+") : new StringBuilder(x < 0 ? "-" : "0"))
          .toString();
    }
  }

  interface WideLocals {
    static double run(int x) {
      long a = x;
      double b = 2.5;
      byte[] bytes = {1};
      boolean[] flags = {x > 0};
      for (long i = 0; i < a; i++) {
        double c = b * i;
        if (flags[0] && bytes[0] > 0 && c > 5) {
          long d = (long) c;
          b += d;
        }
      }
      return b > 3 ? a : -b;
    }
  }

  interface Nulls {
    static Object run(int x) {
      Object[][] none = null;
      Object result = null;
      for (int i = 0; i < x; i++) {
        if (i > 1) {
          result = none;
        } else {
          result = i == 0 ? null : new int[i];
        }
      }
      return result == null ? "null" : "array";
    }
  }

  interface Synchronized {
    static int run(int x) {
      Object lock = new Object();
      synchronized (lock) {
        if (x > 0) {
          return 1;
        }
        synchronized (lock) {
          if (x < 0) {
            throw new IllegalArgumentException();
          }
        }
      }
      return 0;
    }
  }

  interface Lambdas {
    static int run(int x) {
      IntPredicate even = i -> i % 2 == 0;
      Supplier<Integer> value = () -> even.test(x) ? x : -x;
      return value.get();
    }
  }

  static class Base {
    final long value;

    Base(int a, long b) {
      value = a + b;
    }
  }

  static final class Constructor extends Base {
    final String name;

    private Constructor(int x, double d) {
      super(x > 0 ? x : -x, x == 3 ? 1L : (long) d);
      name = x > 1 ? "many" : "few";
    }

    static String run(int x) {
      Constructor made = new Constructor(x, 7.5);
      return made.name + made.value;
    }
  }

  record Range(int from, int to) {
    Range {
      if (from > to) {
        throw new IllegalArgumentException(from + " > " + to);
      }
    }

    static String run(int x) {
      Range range = new Range(0, x);
      return range + " " + range.hashCode() + Objects.equals(range, new Range(0, 3));
    }
  }

  interface Shape {
    default int area(int x) {
      return x > 2 ? square(x) : 0;
    }

    private int square(int x) {
      return x * x;
    }

    static int run(int x) {
      return new Shape() {}.area(x);
    }
  }

  interface ForEach {
    static int run(int x) {
      int n = 0;
      for (int i : new int[] {1, 2, 3}) {
        n += i == x ? i : 0;
      }
      for (String s : x < 0 ? List.<String>of() : List.of("a", "b")) {
        n += s.length();
      }
      return n;
    }
  }
}
