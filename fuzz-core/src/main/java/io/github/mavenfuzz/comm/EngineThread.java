package io.github.mavenfuzz.comm;

/**
 * A daemon thread of the engine. In a worker JVM the target must not reach it: it belongs to a
 * group beside the target's, takes over no inheritable state of who makes it, and ignores
 * interrupts, the first of which would close the connection that it reads or writes. In the
 * coordinator it is a thread like any other that nobody interrupts.
 */
public final class EngineThread extends Thread {
  private static final ThreadGroup GROUP = new ThreadGroup(root(), "fuzz");

  /** Makes a thread without starting it. */
  public EngineThread(Runnable task, String name) {
    super(GROUP, task, name, 0, false);
    setDaemon(true);
  }

  private static ThreadGroup root() {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    while (group.getParent() != null) {
      group = group.getParent();
    }
    return group;
  }

  /** Does nothing. */
  @Override
  public void interrupt() {}
}
