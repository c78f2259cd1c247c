package io.github.mavenfuzz.comparison;

/** Code to trace, one kind of comparison a method. */
final class Compared {
  private Compared() {}

  enum Color {
    RED,
    GREEN
  }

  /** Has a static initialiser and a bridge. */
  interface NotTraced extends Comparable<NotTraced> {
    int VERSION = Runtime.version().feature() > 17 ? 2 : 1;

    @Override
    default int compareTo(NotTraced other) {
      return 0;
    }
  }

  static boolean intEqual(int a, int b) {
    return a == b;
  }

  static boolean intNotEqual(int a, int b) {
    return a != b;
  }

  static boolean intLess(int a, int b) {
    return a < b;
  }

  static boolean intLessOrEqual(int a, int b) {
    return a <= b;
  }

  static boolean intGreater(int a, int b) {
    return a > b;
  }

  static boolean intGreaterOrEqual(int a, int b) {
    return a >= b;
  }

  static boolean intConstant(int a) {
    return a == 1234;
  }

  static boolean constantInt(int a) {
    return 1234 == a;
  }

  static boolean intLessThanConstant(int a) {
    return a < 70_000;
  }

  static boolean zero(int a) {
    return a == 0;
  }

  static boolean negative(int a) {
    return a < 0;
  }

  static boolean unit(char c) {
    return c == 'x';
  }

  static boolean longEqual(long a, long b) {
    return a == b;
  }

  static boolean longConstant(long a) {
    return a == 1L << 40;
  }

  static boolean longLess(long a, long b) {
    return a < b;
  }

  static boolean constantLong(long a) {
    return 5L < a;
  }

  static boolean floatEqual(float a, float b) {
    return a == b;
  }

  static boolean floatLess(float a) {
    return a < 1.5f;
  }

  static boolean doubleEqual(double a) {
    return a == 2.5;
  }

  static boolean doubleGreater(double a, double b) {
    return a > b;
  }

  static boolean intRemainder(int a) {
    return a % 10 == 7;
  }

  static boolean intDivides(int a) {
    return a % 8 == 0;
  }

  static boolean intMask(int a) {
    return (a & 0xF0) == 0x30;
  }

  static boolean intMaskFirst(int a) {
    return (0xF0 & a) == 0x30;
  }

  static boolean intBit(int a) {
    return (a & 1) != 0;
  }

  static boolean longRemainder(long a) {
    return a % 10 == 7;
  }

  static boolean longMask(long a) {
    return (a & 0xF0) == 0x30;
  }

  static boolean longMaskFirst(long a) {
    return (0xF0L & a) == 0x30;
  }

  static int tableSwitch(int a) {
    switch (a) {
      case 1:
        return 10;
      case 2:
        return 20;
      case 4:
        return 40;
      default:
        return 0;
    }
  }

  static int lookupSwitch(int a) {
    return switch (a) {
      case -1000 -> 1;
      case 0 -> 2;
      case 1000 -> 3;
      default -> 4;
    };
  }

  static int textSwitch(String a) {
    return switch (a) {
      case "GET" -> 1;
      case "PUT" -> 2;
      default -> "unrelated".length();
    };
  }

  static int enumSwitch(int a) {
    return switch (Color.values()[a]) {
      case RED -> 1;
      case GREEN -> 2;
    };
  }

  static String enumValue(String a) {
    return Color.valueOf(a).name();
  }

  static boolean textConstant(String a) {
    return a.equals("wanted");
  }

  static boolean constantText(String a) {
    return "wanted".equals(a);
  }

  static int verdicts(Object a) {
    return a instanceof String text && text.isEmpty() ? 1 : 2;
  }

  static boolean same(Object a, Object b) {
    return a == b && a != null;
  }

  static long wideVariables(long a, double b) {
    long sum = 0;
    for (long i = 0; i < a; i++) {
      double d = b * i;
      try {
        if (d > 4 && Integer.parseInt("" + i) % 2 == 0) {
          long more = (long) d;
          sum += more;
        }
      } catch (NumberFormatException e) {
        sum -= i;
      }
    }
    return "x".equals("" + sum) ? -1 : sum;
  }
}
