package io.github.mavenfuzz.bench;

import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.mutate.Mutator;
import io.github.mavenfuzz.mutate.PcgRandom;
import io.github.mavenfuzz.slot.MutableInput;
import io.github.mavenfuzz.type.LeafKind;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Calls a target with mutations of given inputs, one input at a time for a slice, as a worker JVM
 * does but with nothing around the call: what is left to gain. Runs in a JVM of its own.
 */
final class BareLoop {
  private static final long MILLIS = 1_000;
  private static final long LONGEST_SLICE = 100;
  private static final long SEED = 1;

  /** How long the last run may take; nothing ends one that hangs. */
  private static final long PATIENCE_MILLIS = 1_000;

  /** Written so that another thread sees how far a loop came that does not end. */
  private static final VarHandle RUNS;

  static {
    try {
      RUNS = MethodHandles.lookup().findVarHandle(BareLoop.class, "runs", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final MethodHandle target;
  private final Mutator mutator = new Mutator(new PcgRandom(SEED, SEED));
  private final MutableInput original;
  private final MutableInput current;
  private final SliceClock clock = new SliceClock();
  private long runs;

  private BareLoop(MethodHandle target, int maxLength) {
    InputShape shape = InputShape.of(LeafKind.BYTES);
    this.target = target;
    this.original = new MutableInput(shape, maxLength);
    this.current = new MutableInput(shape, maxLength);
  }

  /**
   * @param arguments the target's class, seconds, the longest input, and folders of inputs
   */
  public static void main(String[] arguments) throws Throwable {
    List<byte[]> inputs = new ArrayList<>();
    for (String directory : Arrays.asList(arguments).subList(3, arguments.length)) {
      inputs.addAll(read(Path.of(directory)));
    }
    Collections.shuffle(inputs, new Random(SEED));
    MethodHandle target =
        MethodHandles.lookup()
            .findStatic(
                Class.forName(arguments[0]),
                "fuzzerTestOneInput",
                MethodType.methodType(void.class, byte[].class));
    BareLoop loop = new BareLoop(target, Integer.parseInt(arguments[2]));
    long millis = Long.parseLong(arguments[1]) * MILLIS;
    Thread thread = new Thread(() -> loop.run(inputs, millis), "bare");
    thread.start();
    thread.join(millis + PATIENCE_MILLIS);
    System.out.println("Done " + (long) RUNS.getOpaque(loop) + " runs");
    System.out.flush();
    Runtime.getRuntime().halt(0);
  }

  private static List<byte[]> read(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    List<byte[]> contents = new ArrayList<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        contents.add(Files.readAllBytes(file));
      }
    }
    return contents;
  }

  /** Comes to each input as often, and to all of them at least once when there is time. */
  private void run(List<byte[]> inputs, long millis) {
    long slice = Math.max(1, Math.min(LONGEST_SLICE, millis / inputs.size()));
    long end = System.nanoTime() + millis * 1_000_000;
    clock.start();
    for (int next = 0; System.nanoTime() - end < 0; next = (next + 1) % inputs.size()) {
      original.load(List.of(inputs.get(next)));
      clock.begin(slice);
      fuzz();
    }
  }

  private void fuzz() {
    int chain = Mutator.CHAIN_LENGTH;
    while (!clock.isOver()) {
      if (chain == Mutator.CHAIN_LENGTH) {
        chain = 0;
        current.copyFrom(original);
      }
      mutator.mutate(current);
      chain++;
      call((byte[]) current.arguments()[0]);
      RUNS.setOpaque(this, runs + 1);
    }
  }

  private void call(byte[] data) {
    try {
      target.invokeExact(data);
    } catch (Throwable failure) {
      // A failure costs what it costs; others find out about it.
    }
  }
}
