package io.github.mavenfuzz.failure;

/** Throwables as no project should write them. */
final class Hostile {
  private Hostile() {}

  static Throwable cyclic() {
    MessageThrows first = new MessageThrows();
    first.initCause(new MessageThrows().initCause(new MessageThrows().initCause(first)));
    return first;
  }

  static Throwable suppressingDeeply(int depth) {
    Throwable thrown = new Suppressing();
    for (int i = 0; i < depth; i++) {
      Throwable outer = new Suppressing();
      outer.addSuppressed(thrown);
      outer.addSuppressed(thrown);
      thrown = outer;
    }
    return thrown;
  }

  static final class Suppressing extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  static final class MessageThrows extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
      throw new IllegalStateException("no message");
    }
  }

  static final class MessageOverflows extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
      return getMessage() + 1;
    }
  }

  static final class Nulls extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
      return null;
    }

    @Override
    public String toString() {
      return null;
    }

    @Override
    public StackTraceElement[] getStackTrace() {
      return null;
    }
  }

  static final class StackOfNulls extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public StackTraceElement[] getStackTrace() {
      return new StackTraceElement[1_000_000];
    }
  }

  static final class CauseThrows extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public synchronized Throwable getCause() {
      throw new OutOfMemoryError("not really");
    }
  }

  static final class EndlessCauses extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public synchronized Throwable getCause() {
      return new EndlessCauses();
    }
  }

  static final class EqualsThrows extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EqualsThrows() {
      addSuppressed(new EqualsThrows(1));
    }

    private EqualsThrows(int depth) {
      super("suppressed " + depth);
    }

    @Override
    public boolean equals(Object other) {
      throw new IllegalStateException("equals");
    }

    @Override
    public int hashCode() {
      throw new IllegalStateException("hashCode");
    }
  }
}
