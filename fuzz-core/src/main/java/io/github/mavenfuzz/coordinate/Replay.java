package io.github.mavenfuzz.coordinate;

import io.github.mavenfuzz.corpus.CorpusEntry;
import io.github.mavenfuzz.failure.Failure;
import io.github.mavenfuzz.input.FuzzTarget;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiConsumer;

/** Runs single inputs of one target, each as it is, in a worker JVM like those that fuzz. */
public final class Replay {

  /**
   * How one input ran.
   *
   * @param failure null when it passed
   * @param output the last of what the worker JVM wrote when it failed
   */
  public record Outcome(Failure failure, String output) {}

  private final FuzzTarget target;
  private final RunSettings settings;

  public Replay(FuzzTarget target, RunSettings settings) {
    this.target = target;
    this.settings = settings;
  }

  /**
   * Runs inputs one after the other, in one worker JVM as long as that survives them.
   *
   * @param entries inputs of the target
   * @param results told of each input, in order, on this thread
   * @throws FuzzException when the target cannot be run
   */
  public void run(List<CorpusEntry> entries, BiConsumer<CorpusEntry, Outcome> results)
      throws FuzzException, InterruptedException {
    BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    try (PrivateDirectory directory = new PrivateDirectory()) {
      int length = entries.stream().mapToInt(e -> e.content().length).reduce(1024, Math::max);
      WorkerFiles files =
          new WorkerFiles(directory, "worker-0", directory.writeBootJar(), target, length, length);
      Worker worker = new Worker(settings, files, events::add);
      Thread thread = new Thread(worker, "fuzz-replay");
      thread.setDaemon(true);
      thread.start();
      try {
        for (CorpusEntry entry : entries) {
          results.accept(entry, replay(worker, entry, events));
        }
      } finally {
        worker.stopNow();
        thread.join();
      }
    } catch (IOException e) {
      throw new FuzzException("No worker can be prepared: " + e + ".", e);
    }
  }

  private Outcome replay(Worker worker, CorpusEntry entry, BlockingQueue<Event> events)
      throws FuzzException, InterruptedException {
    Outcome outcome = null;
    while (outcome == null) {
      Event event = events.take();
      if (event instanceof Event.Ready) {
        worker.assign(new Task.Fuzz(entry, true, 0, 1, 0), new byte[0], List.of());
      } else if (event instanceof Event.Done done) {
        TaskResult result = done.result();
        if (result.suspectReason() != null) {
          throw new FuzzException(result.suspectReason());
        }
        outcome = new Outcome(result.failure(), result.output());
      } else if (event instanceof Event.Failed failed) {
        throw failed.error() instanceof FuzzException e
            ? e
            : new FuzzException("The input could not be run: " + failed.error(), failed.error());
      }
    }
    return outcome;
  }
}
