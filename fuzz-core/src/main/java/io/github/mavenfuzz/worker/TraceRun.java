package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.agent.TraceRegistry;
import io.github.mavenfuzz.boot.Comparison;
import io.github.mavenfuzz.boot.Comparisons;
import io.github.mavenfuzz.comm.Call;
import io.github.mavenfuzz.comm.Response;
import io.github.mavenfuzz.hint.HintFinder;
import io.github.mavenfuzz.hint.Progress;
import io.github.mavenfuzz.hint.Traced;
import io.github.mavenfuzz.hint.TracedRun;
import io.github.mavenfuzz.input.MalformedInputException;
import io.github.mavenfuzz.jazzer.TakenLog;
import io.github.mavenfuzz.slot.MutableInput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs inputs once each and makes hints of what they were compared with; in the main thread of a
 * tracing JVM. How an input fails there is of no interest: it has passed in a JVM with probes.
 */
final class TraceRun {
  private final WorkerContext parts;
  private final TraceRegistry registry;
  private final TakenLog taken;
  private final Progress progress = new Progress();
  private final MutableInput current;

  /** Of the last run, or null. */
  private RunFailure failure;

  /**
   * @param registry of the places in the code
   * @param taken what the target takes from providers; null when nothing is traced
   */
  TraceRun(WorkerContext parts, TraceRegistry registry, TakenLog taken) {
    this.parts = parts;
    this.registry = registry;
    this.taken = taken;
    this.current = parts.newInput();
  }

  /**
   * @throws MalformedInputException when the target has overwritten an input
   */
  Response.Traced run(Call.Trace call) throws MalformedInputException {
    parts.runs().beginCall(false);
    byte[] contents = parts.value();
    long end =
        parts.watchdog().coarseNanoTime() + TimeUnit.MILLISECONDS.toNanos(call.sliceMillis());
    List<Response.Trace> traces = new ArrayList<>();
    failure = null;
    int from = 0;
    for (int length : call.lengths()) {
      boolean isLate = call.sliceMillis() > 0 && parts.watchdog().coarseNanoTime() - end >= 0;
      if (isLate && !traces.isEmpty()) {
        break;
      }
      parts.memory().beginInput(traces.size());
      current.read(contents, from, from + length);
      from += length;
      taken.drain();
      Comparisons.begin();
      failure = parts.runs().run(current, 0);
      traces.add(trace(new TracedRun(located(Comparisons.end()), taken.drain())));
      if (failure != null && failure.endsJvm()) {
        break;
      }
    }
    return new Response.Traced(parts.outcomes().ofTrace(failure), traces, words());
  }

  private Response.Trace trace(TracedRun run) {
    HintFinder finder = new HintFinder(current, run.taken(), progress);
    finder.find(run, this::vary);
    return new Response.Trace(finder.hints(), finder.promising(), finder.words());
  }

  private List<Traced> located(List<Comparison> run) {
    List<Traced> all = new ArrayList<>(run.size());
    for (Comparison comparison : run) {
      all.add(new Traced(comparison, registry.site(comparison.site())));
    }
    return all;
  }

  /** Null when the JVM can make no further run. */
  private TracedRun vary(MutableInput variation) {
    if (failure != null && failure.endsJvm()) {
      return null;
    }
    taken.drain();
    Comparisons.begin();
    failure = parts.runs().run(variation, 0);
    TracedRun run = new TracedRun(located(Comparisons.end()), taken.drain());
    return failure instanceof RunFailure.Hang || failure != null && failure.endsJvm() ? null : run;
  }

  private List<String> words() {
    return registry.drainWords().stream()
        .map(word -> word.getBytes(StandardCharsets.UTF_8))
        .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
        .toList();
  }
}
