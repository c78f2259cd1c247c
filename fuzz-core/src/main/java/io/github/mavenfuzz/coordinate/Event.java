package io.github.mavenfuzz.coordinate;

/** What workers tell the coordinator; every event comes from the worker's own thread. */
sealed interface Event {
  Worker worker();

  /**
   * The worker waits for a task.
   *
   * @param restarted whether it has a new worker JVM, which has announced nothing yet
   */
  record Ready(Worker worker, boolean restarted) implements Event {}

  /** A task is done. */
  record Done(Worker worker, Task task, TaskResult result) implements Event {}

  /** The worker JVM was gone before it began with a task. */
  record NotRun(Worker worker, Task task) implements Event {}

  /**
   * The worker cannot go on.
   *
   * @param error whose message is a sentence for the user
   */
  record Failed(Worker worker, Exception error) implements Event {}

  /** The worker's thread ends; its JVM is gone and its files are deleted. */
  record Stopped(Worker worker) implements Event {}
}
