package org.junit.runners.model;

/** In place of JUnit 4's, which gives it the stack of a thread that took too long. */
public final class TestTimedOutException extends Exception {
  private static final long serialVersionUID = 1L;
}
