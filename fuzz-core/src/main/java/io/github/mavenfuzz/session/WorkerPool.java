package io.github.mavenfuzz.session;

import io.github.mavenfuzz.campaign.Campaign;
import io.github.mavenfuzz.campaign.RunSettings;
import io.github.mavenfuzz.process.FuzzException;
import io.github.mavenfuzz.process.PrivateDirectory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The places for the workers of a session, which serve all its targets: so many that fuzz, one that
 * confirms failures, and one that traces comparisons. A worker takes a place while it serves a
 * campaign. Belongs to the coordinator's thread, which closes it when all workers have stopped.
 */
final class WorkerPool implements AutoCloseable {
  private final SessionSettings settings;
  private final Consumer<Event> events;
  private final PrivateDirectory directory;

  /** The worker at each place; null for one that is free. */
  private final Map<Place, Worker> places = new LinkedHashMap<>();

  /**
   * Where one worker at a time can be.
   *
   * @param name of its files and its thread
   * @param role of the worker
   */
  record Place(String name, Worker.Role role) {}

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
      places.put(new Place("worker-" + i, Worker.Role.FUZZ), null);
    }
    places.put(new Place("confirm", Worker.Role.CONFIRM), null);
    if (settings.run().mutation().traces() && !settings.run().limits().corpusOnly()) {
      places.put(new Place("trace", Worker.Role.TRACE), null);
    }
  }

  /** A place that is free; null when there is none. */
  Place free() {
    return places.keySet().stream()
        .filter(place -> places.get(place) == null)
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
  Worker start(Place place, Campaign campaign) throws FuzzException, InterruptedException {
    RunSettings run = settings.run();
    Worker worker =
        new Worker(
            place.role(),
            settings.workers(),
            run.seed(),
            WorkerFiles.prepare(directory, place.name(), campaign.target(), campaign.maxLength()),
            events);
    places.put(place, worker);
    Thread thread = new Thread(worker, "fuzz-" + place.name());
    thread.setDaemon(true);
    thread.start();
    return worker;
  }

  /** Takes note that a worker has stopped. */
  void stopped(Worker worker) {
    places.replaceAll((place, taken) -> taken == worker ? null : taken);
  }

  @Override
  public void close() {
    directory.close();
  }
}
