package io.github.mavenfuzz.session;

import io.github.mavenfuzz.campaign.Campaign;
import io.github.mavenfuzz.campaign.RunSettings;
import io.github.mavenfuzz.process.FuzzException;
import io.github.mavenfuzz.process.PrivateDirectory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The places for the workers of a session, which serve all its targets: so many that fuzz, and one
 * that confirms failures. A worker takes a place while it serves a campaign. Belongs to the
 * coordinator's thread, which closes it when all workers have stopped.
 */
final class WorkerPool implements AutoCloseable {
  private final SessionSettings settings;
  private final Consumer<Event> events;
  private final PrivateDirectory directory;

  /** By the names of the places; null for one that is free. */
  private final Map<String, Worker> places = new LinkedHashMap<>();

  private final Map<String, Worker.Role> roles = new LinkedHashMap<>();

  /**
   * @param events where the workers tell what happens, on their own threads
   * @throws FuzzException when there is no directory for their files
   * @throws InterruptedException when this thread is interrupted, or the JVM is about to end
   */
  WorkerPool(SessionSettings settings, Consumer<Event> events)
      throws FuzzException, InterruptedException {
    this.settings = settings;
    this.events = events;
    this.directory = new PrivateDirectory();
    for (int i = 0; i < settings.run().workers(); i++) {
      roles.put("worker-" + i, Worker.Role.FUZZ);
    }
    roles.put("confirm", Worker.Role.CONFIRM);
    roles.keySet().forEach(name -> places.put(name, null));
  }

  /** The name of a place that is free; null when there is none. */
  String free() {
    return places.keySet().stream()
        .filter(name -> places.get(name) == null)
        .findFirst()
        .orElse(null);
  }

  /**
   * Starts a worker that serves a campaign until it is stopped.
   *
   * @param place a free one
   * @throws FuzzException when its files cannot be prepared
   * @throws InterruptedException when this thread is interrupted meanwhile
   */
  Worker start(String place, Campaign campaign) throws FuzzException, InterruptedException {
    RunSettings run = settings.run();
    Worker worker =
        new Worker(
            roles.get(place),
            settings.workers(),
            run.seed(),
            WorkerFiles.prepare(directory, place, campaign.target(), campaign.maxLength()),
            events);
    places.put(place, worker);
    Thread thread = new Thread(worker, "fuzz-" + place);
    thread.setDaemon(true);
    thread.start();
    return worker;
  }

  /** Takes note that a worker has stopped. */
  void stopped(Worker worker) {
    places.replaceAll((name, taken) -> taken == worker ? null : taken);
  }

  @Override
  public void close() {
    directory.close();
  }
}
