package io.github.mavenfuzz.session;

import io.github.mavenfuzz.campaign.Task;
import io.github.mavenfuzz.campaign.TaskResult;
import io.github.mavenfuzz.comm.Response.Instrumented;
import io.github.mavenfuzz.process.FuzzException;

/** What workers tell the coordinator; every event comes from the worker's own thread. */
public sealed interface Event {
  Worker worker();

  /**
   * The worker has a new JVM for more than single runs, which numbers its probes anew.
   *
   * @param instrumented what the JVM has instrumented so far
   */
  record Started(Worker worker, Instrumented instrumented) implements Event {}

  /** The worker waits for a task. */
  record Ready(Worker worker) implements Event {}

  /** A task is done. */
  record Done(Worker worker, Task task, TaskResult result) implements Event {}

  /** The worker JVM was gone before it began with a task. */
  record NotRun(Worker worker, Task task) implements Event {}

  /**
   * The worker cannot go on.
   *
   * @param error a {@link FuzzException}, whose message is a sentence for the user, or a fault of
   *     the engine
   */
  record Failed(Worker worker, Throwable error) implements Event {}

  /**
   * Something that the user should know and that ends nothing.
   *
   * @param message a sentence
   */
  record Warning(Worker worker, String message) implements Event {}

  /**
   * Something that the user may want to know.
   *
   * @param message a sentence
   */
  record Note(Worker worker, String message) implements Event {}

  /** The worker waits for the end of a JVM that it has killed. */
  record Waiting(Worker worker) implements Event {}

  /**
   * The worker's thread ends; its JVM is gone and its files are deleted.
   *
   * @param runs calls of the target by the task that this has cut short
   */
  record Stopped(Worker worker, long runs) implements Event {}
}
