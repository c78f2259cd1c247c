package io.github.mavenfuzz.worker;

import com.example.targets.Recorded;
import io.github.mavenfuzz.comm.Call;
import io.github.mavenfuzz.comm.Response;
import io.github.mavenfuzz.comm.SharedMemory;
import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.mutate.Dictionary;
import io.github.mavenfuzz.mutate.Hint;
import io.github.mavenfuzz.mutate.PcgRandom;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Does what a worker JVM does in its calls, on the test's thread, and shows in each run of {@link
 * Recorded} what a coordinator would find in the shared memory if the JVM were killed just then.
 */
public final class ObservedRuns implements AutoCloseable {
  /** To be hit once in a run for its input to be kept. */
  public static final int PROBE = 3;

  private final WorkerFixture fixture;
  private final List<byte[]> values;

  /**
   * @param directory for the shared memory
   * @param values the memory forms of inputs
   */
  public ObservedRuns(Path directory, InputShape shape, List<byte[]> values)
      throws IOException, TargetLoadException {
    FuzzTarget target = new FuzzTarget(Recorded.class.getName(), "run", shape);
    this.fixture = WorkerFixture.of(directory, target);
    this.values = values;
  }

  /** The most bytes to which a mutation grows an argument. */
  public int maxLength() {
    return fixture.parts().maxLength();
  }

  /**
   * Fuzzes.
   *
   * @param weights of the values
   * @param hints of the values, all of which are tried first
   * @param observer told the coordinator's view of the memory and the arguments in each run
   */
  public void fuzz(
      PcgRandom random,
      List<Integer> weights,
      List<List<Hint>> hints,
      Dictionary words,
      Call.Slice slice,
      BiConsumer<SharedMemory, List<Object>> observer)
      throws Exception {
    observe(observer);
    Call.Parents parents =
        new Call.Parents(
            fixture.passAll(values),
            weights,
            hints.stream().map(all -> new Call.Hints(all, all.size())).toList());
    fixture.coordinator().clearFound();
    fixture.coordinator().beginChain(0, random.state(), random.increment());
    new FuzzLoop(fixture.parts()).run(new Call.Fuzz(parents, words.words(), slice, 0, List.of()));
  }

  /** Makes the input smaller, as long as the observer hits the probe. */
  public void minimize(int limit, BiConsumer<SharedMemory, List<Object>> observer)
      throws Exception {
    observe(observer);
    fixture.coordinator().setValue(values.get(0));
    byte[] keep = new byte[WorkerFixture.PROBES];
    keep[PROBE] = 1;
    fixture.coordinator().writeCoverage(keep, keep.length);
    new InputMinimizer(fixture.parts())
        .minimize(
            new Call.Minimize(0, limit, Call.Keep.coverage(keep.length, List.of())),
            () -> new Response.Instrumented(List.of(), 0));
  }

  private void observe(BiConsumer<SharedMemory, List<Object>> observer) {
    Recorded.tells(arguments -> observer.accept(fixture.coordinator(), arguments));
  }

  @Override
  public void close() throws IOException {
    fixture.close();
  }
}
