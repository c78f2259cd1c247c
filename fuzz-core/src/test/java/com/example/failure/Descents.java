package com.example.failure;

/**
 * Parsers that descend for ever, each into what the next character of a pattern says, which comes
 * round again and again.
 */
public final class Descents {
  private Descents() {}

  /** {@code value} calls one of two, which both call {@code value}. */
  public static final class ThroughOne {
    private ThroughOne() {}

    public static int read(String pattern) {
      return value(pattern, 0);
    }

    private static int value(String pattern, int at) {
      return isArray(pattern, at) ? array(pattern, at + 1) : object(pattern, at + 1);
    }

    private static int array(String pattern, int at) {
      return value(pattern, at) + 1;
    }

    private static int object(String pattern, int at) {
      return value(pattern, at) + 2;
    }
  }

  /** Each of two calls itself and the other, so that no method is in every cycle. */
  public static final class OfTwo {
    private OfTwo() {}

    public static int read(String pattern) {
      return isArray(pattern, 0) ? array(pattern, 0) : object(pattern, 0);
    }

    private static int array(String pattern, int at) {
      return 1 + (isArray(pattern, at + 1) ? array(pattern, at + 1) : object(pattern, at + 1));
    }

    private static int object(String pattern, int at) {
      return 2 + (isArray(pattern, at + 1) ? array(pattern, at + 1) : object(pattern, at + 1));
    }
  }

  /** What is in a tree has a class of its own each, and one visitor knows them all. */
  public static final class OfVisitor {
    private OfVisitor() {}

    public static int read(String pattern) {
      return next(pattern, 0).accept(new Visitor());
    }

    static Node next(String pattern, int at) {
      return isArray(pattern, at) ? new ArrayNode(pattern, at) : new ObjectNode(pattern, at);
    }

    /** Of the tree. */
    interface Node {
      int accept(Visitor visitor);
    }

    private record ArrayNode(String pattern, int at) implements Node {
      @Override
      public int accept(Visitor visitor) {
        return visitor.array(this);
      }
    }

    private record ObjectNode(String pattern, int at) implements Node {
      @Override
      public int accept(Visitor visitor) {
        return visitor.object(this);
      }
    }

    private static final class Visitor {
      int array(ArrayNode node) {
        return 1 + next(node.pattern(), node.at() + 1).accept(this);
      }

      int object(ObjectNode node) {
        return 2 + next(node.pattern(), node.at() + 1).accept(this);
      }
    }
  }

  private static boolean isArray(String pattern, int at) {
    return pattern.charAt(at % pattern.length()) == '[';
  }
}
