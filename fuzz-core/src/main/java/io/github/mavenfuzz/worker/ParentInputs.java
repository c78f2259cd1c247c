package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.comm.Call;
import io.github.mavenfuzz.comm.Response.Turn;
import io.github.mavenfuzz.input.MalformedInputException;
import io.github.mavenfuzz.mutate.PcgRandom;
import io.github.mavenfuzz.slot.MutableInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The inputs of a call that fuzzes, of which variations are made, and what became of each; in the
 * main thread of a worker JVM. What holds the inputs of one call is used for those of the next.
 */
final class ParentInputs {
  private final WorkerContext parts;
  private final List<MutableInput> inputs = new ArrayList<>();

  /** How many inputs the coordinator has passed; those that were found come behind them. */
  private int passed;

  private int size;

  /** From which of those that were passed each stems. */
  private int[] roots = {};

  private int heaviest;

  /** Where the next one that is found goes in the shared memory. */
  private int end;

  /** For each input the sum of its weight and of those before it. */
  private int[] sums = {};

  private long[] runs = {};
  private long[] failures = {};
  private long[] nanos = {};

  /** How many of its hints were tried. */
  private int[] tried = {};

  /** Which of those made the target fail. */
  private final List<List<Integer>> failedHints = new ArrayList<>();

  ParentInputs(WorkerContext parts) {
    this.parts = parts;
  }

  /**
   * Takes the inputs of a call out of the shared memory.
   *
   * @throws MalformedInputException when the target has overwritten them
   */
  void read(Call.Parents call) throws MalformedInputException {
    byte[] all = parts.value();
    passed = call.lengths().size();
    size = passed;
    roots = IntStream.range(0, size).toArray();
    sums = new int[size];
    runs = new long[size];
    failures = new long[size];
    nanos = new long[size];
    tried = new int[size];
    failedHints.clear();
    for (int i = 0; i < size; i++) {
      failedHints.add(new ArrayList<>());
    }
    heaviest = Collections.max(call.weights());
    int from = 0;
    int sum = 0;
    for (int i = 0; i < size; i++) {
      if (i == inputs.size()) {
        inputs.add(parts.newInput());
      }
      int to = from + call.lengths().get(i);
      inputs.get(i).read(all, from, to);
      from = to;
      sum = Math.addExact(sum, call.weights().get(i));
      sums[i] = sum;
    }
    end = all.length;
  }

  /** Those that were passed, in the order of the call. */
  List<MutableInput> passed() {
    return List.copyOf(inputs.subList(0, passed));
  }

  /**
   * Adds an input that was found, if there is room for it in the shared memory, from which the
   * coordinator learns of it whatever happens. It weighs as much as the heaviest of the others, and
   * less when it is slow.
   *
   * @param parent of which it is a variation
   * @param form its memory form
   * @param time how long a run of it takes, in nanoseconds; 0 when that must not count
   */
  void add(int parent, byte[] form, long time) {
    int next = parts.memory().addFound(end, form);
    if (next == end) {
      return;
    }
    end = next;
    if (size == inputs.size()) {
      inputs.add(parts.newInput());
    }
    try {
      inputs.get(size).read(form);
    } catch (MalformedInputException e) {
      throw new IllegalStateException("an input that was written: " + e.getMessage(), e);
    }
    roots = Arrays.copyOf(roots, size + 1);
    roots[size] = roots[parent];
    sums = Arrays.copyOf(sums, size + 1);
    long weight = time == 0 ? heaviest : heaviest * Math.max(1, usualNanos()) / time;
    sums[size] = Math.addExact(sums[size - 1], (int) Math.max(1, Math.min(heaviest, weight)));
    size++;
  }

  /** From which of those that were passed one stems. */
  int root(int index) {
    return roots[index];
  }

  MutableInput get(int index) {
    return inputs.get(index);
  }

  /** Draws one, each as often as its weight says. */
  int draw(PcgRandom random) {
    if (size == 1) {
      return 0;
    }
    int drawn = random.below(sums[size - 1]);
    int found = Arrays.binarySearch(sums, drawn);
    return found < 0 ? -found - 1 : found + 1;
  }

  /** Takes note of a variation of one that ran. */
  void ran(int index, long times, boolean failed) {
    runs[roots[index]] += times;
    failures[roots[index]] += failed ? times : 0;
  }

  /** Takes note of a hint of one that was tried. */
  void tried(int index) {
    tried[index]++;
  }

  /** Takes note of a hint of one that made the target fail. */
  void hintFailed(int index, int hint) {
    failedHints.get(index).add(hint);
  }

  /** Takes note of the time that a chain of mutations of one took. */
  void took(int index, long time) {
    nanos[roots[index]] += time;
  }

  /** How long a run of the call takes on average, in nanoseconds; 0 when that is not known yet. */
  private long usualNanos() {
    long times = Arrays.stream(runs).sum();
    return times == 0 ? 0 : Arrays.stream(nanos).sum() / times;
  }

  /** Of those that were passed, each with what stems from it. */
  List<Turn> turns() {
    List<Turn> turns = new ArrayList<>(passed);
    for (int i = 0; i < passed; i++) {
      turns.add(new Turn(runs[i], failures[i], nanos[i], tried[i], failedHints.get(i)));
    }
    return turns;
  }
}
