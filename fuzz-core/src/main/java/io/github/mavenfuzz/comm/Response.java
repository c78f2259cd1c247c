package io.github.mavenfuzz.comm;

import io.github.mavenfuzz.coverage.ClassProbes;
import io.github.mavenfuzz.coverage.LeftOut;
import io.github.mavenfuzz.coverage.SparseBits;
import io.github.mavenfuzz.failure.Failure;
import io.github.mavenfuzz.mutate.Hint;
import java.util.List;

/** What a worker JVM answers. Inputs in it are in their memory form. */
public sealed interface Response extends Message {

  /** What the agent has instrumented since the last response. */
  Instrumented instrumented();

  /** Whether it tells of a failure; {@link OutputMark} is in the output before. */
  default boolean hasFailure() {
    return false;
  }

  /** Whether the worker JVM halts right after this response. */
  default boolean ending() {
    return false;
  }

  /**
   * @param classes those instrumented since the last response
   * @param uninstrumented classes that could not be instrumented, since the JVM started
   * @param leftOut classes that have no probes, since the JVM started; empty when the last response
   *     had the same
   */
  record Instrumented(List<ClassProbes> classes, int uninstrumented, List<LeftOut> leftOut) {
    public Instrumented(List<ClassProbes> classes, int uninstrumented) {
      this(classes, uninstrumented, List.of());
    }
  }

  /** Tells what became of the target. */
  record Pong(Instrumented instrumented, Preparation preparation) implements Response {
    @Override
    public void write(BinaryWriter out) {
      MessageCodec.write(out, instrumented);
      MessageCodec.write(out, preparation);
    }

    static Pong read(BinaryReader in) {
      return new Pong(MessageCodec.readInstrumented(in), MessageCodec.readPreparation(in));
    }
  }

  /**
   * @param problem a sentence that says what went wrong, or null
   */
  record TornDown(Instrumented instrumented, String problem) implements Response {
    @Override
    public void write(BinaryWriter out) {
      MessageCodec.write(out, instrumented);
      out.text(problem);
    }

    static TornDown read(BinaryReader in) {
      return new TornDown(MessageCodec.readInstrumented(in), in.text());
    }
  }

  /**
   * Runs of a call that did not reach the target, because a record that it takes refused a value.
   *
   * @param reason why the last of them did not
   */
  record Refusals(long runs, String reason) {}

  /**
   * What every call tells that runs the target.
   *
   * @param refusals null when there were none
   * @param failed null when no input has failed that is worth telling of
   * @param ending whether the worker JVM halts right after this response
   */
  record Outcome(Instrumented instrumented, Refusals refusals, Failed failed, boolean ending) {}

  /**
   * An input that has failed.
   *
   * @param input null when it is the one that the header of the shared memory describes
   * @param late whether it ran earlier, perhaps in another call: a thread that it left behind has
   *     thrown something or ended the JVM
   */
  record Failed(byte[] input, Failure failure, boolean late) {
    void write(BinaryWriter out) {
      out.optional(input, BinaryWriter::bytes);
      FailureCodec.write(out, failure);
      out.flag(late);
    }

    static Failed read(BinaryReader in) {
      return new Failed(in.optional(BinaryReader::bytes), FailureCodec.readFailure(in), in.flag());
    }
  }

  /** A response to a call that runs the target. */
  sealed interface Ran extends Response {
    Outcome outcome();

    @Override
    default Instrumented instrumented() {
      return outcome().instrumented;
    }

    @Override
    default boolean hasFailure() {
      return outcome().failed != null;
    }

    @Override
    default boolean ending() {
      return outcome().ending;
    }
  }

  /**
   * @param passed what each of the inputs has reached that have passed, from the first on
   */
  record WarmedUp(Outcome outcome, List<Reached> passed) implements Ran {
    @Override
    public void write(BinaryWriter out) {
      MessageCodec.write(out, outcome);
      out.list(passed, (to, reached) -> reached.write(to));
    }

    static WarmedUp read(BinaryReader in) {
      return new WarmedUp(MessageCodec.readOutcome(in), in.list(Reached::read));
    }
  }

  /**
   * What an input has reached.
   *
   * @param bits all that two runs have had, in the worker's numbering; none when there was one run
   * @param nanos how long one run took; 0 when that is not known
   */
  record Reached(SparseBits bits, long nanos) {
    public static final Reached NOTHING = new Reached(SparseBits.NONE, 0);

    void write(BinaryWriter out) {
      out.number(nanos);
      MessageCodec.write(out, bits);
    }

    static Reached read(BinaryReader in) {
      long nanos = in.number();
      return new Reached(MessageCodec.readBits(in), nanos);
    }
  }

  /** Tells how the only run has failed, if it has. */
  record Confirmed(Outcome outcome) implements Ran {
    @Override
    public void write(BinaryWriter out) {
      MessageCodec.write(out, outcome);
    }

    static Confirmed read(BinaryReader in) {
      return new Confirmed(MessageCodec.readOutcome(in));
    }
  }

  /**
   * @param found inputs with coverage that is new, in the order in which they ran
   * @param turns what became of each input of the call, in the order of the call
   */
  record Fuzzed(Outcome outcome, List<Found> found, List<Turn> turns) implements Ran {
    @Override
    public void write(BinaryWriter out) {
      MessageCodec.write(out, outcome);
      out.list(found, (to, one) -> one.write(to));
      out.list(turns, (to, turn) -> turn.write(to));
    }

    static Fuzzed read(BinaryReader in) {
      return new Fuzzed(MessageCodec.readOutcome(in), in.list(Found::read), in.list(Turn::read));
    }
  }

  /**
   * An input that has reached coverage that no other had reached before it in any call.
   *
   * @param parent from which input of the call it stems, by its index
   */
  record Found(int parent, byte[] input, Reached reached) {
    void write(BinaryWriter out) {
      out.integer(parent).bytes(input);
      reached.write(out);
    }

    static Found read(BinaryReader in) {
      return new Found(in.integer(), in.bytes(), Reached.read(in));
    }
  }

  /**
   * What a call made of one of its inputs.
   *
   * @param runs of variations of it
   * @param failures those of them that failed
   * @param nanos how long they took
   * @param tried how many of its untried hints were tried
   * @param failedHints which of those made the target fail, from 0
   */
  record Turn(long runs, long failures, long nanos, int tried, List<Integer> failedHints) {
    /** No hints were tried. */
    public Turn(long runs, long failures, long nanos) {
      this(runs, failures, nanos, 0, List.of());
    }

    void write(BinaryWriter out) {
      out.number(runs).number(failures).number(nanos).integer(tried);
      out.list(failedHints, BinaryWriter::integer);
    }

    static Turn read(BinaryReader in) {
      return new Turn(
          in.number(), in.number(), in.number(), in.integer(), in.list(BinaryReader::integer));
    }
  }

  /**
   * @param traces of the inputs, from the first on, as many as there was time for
   * @param words constants of the classes that were loaded since the last such response; the
   *     characters U+0000 to U+00FF of each are its bytes
   */
  record Traced(Outcome outcome, List<Trace> traces, List<String> words) implements Ran {
    @Override
    public void write(BinaryWriter out) {
      MessageCodec.write(out, outcome);
      out.list(traces, (to, trace) -> trace.write(to)).texts(words);
    }

    static Traced read(BinaryReader in) {
      return new Traced(MessageCodec.readOutcome(in), in.list(Trace::read), in.texts());
    }
  }

  /**
   * What the comparisons of a run ask for.
   *
   * @param hints for the input, the most promising first
   * @param promising so many of them are worth a run each; the others are of use now and then
   * @param words that any input may have to hold, as for {@link Traced}
   */
  record Trace(List<Hint> hints, int promising, List<String> words) {
    void write(BinaryWriter out) {
      out.list(hints, HintCodec::write).integer(promising).texts(words);
    }

    static Trace read(BinaryReader in) {
      return new Trace(in.list(HintCodec::read), in.integer(), in.texts());
    }
  }

  /**
   * Tells, while a call is under way or before the next, why the worker JVM ends: a run does not
   * return, or a thread of the target exits.
   */
  record ExitReport(Outcome outcome) implements Ran {
    @Override
    public void write(BinaryWriter out) {
      MessageCodec.write(out, outcome);
    }

    static ExitReport read(BinaryReader in) {
      return new ExitReport(MessageCodec.readOutcome(in));
    }
  }

  /**
   * @param reproduced whether the input did what was to be kept when it was run again
   * @param coverageLength how many probes of coverage bits of the smaller input the shared memory
   *     holds; 0 when a failure was kept or nothing was written
   * @param failure how the input now in the shared memory fails, or null
   * @param others failures for other causes that were met on the way, the first few
   * @param ending the worker JVM halts right after this response
   */
  record Minimized(
      Instrumented instrumented,
      boolean reproduced,
      int coverageLength,
      Failure failure,
      List<Other> others,
      boolean ending)
      implements Response {
    @Override
    public boolean hasFailure() {
      return failure != null;
    }

    @Override
    public void write(BinaryWriter out) {
      MessageCodec.write(out, instrumented);
      out.flag(reproduced).integer(coverageLength);
      out.optional(failure, FailureCodec::write);
      out.list(others, (to, other) -> other.write(to)).flag(ending);
    }

    static Minimized read(BinaryReader in) {
      return new Minimized(
          MessageCodec.readInstrumented(in),
          in.flag(),
          in.integer(),
          in.optional(FailureCodec::readFailure),
          in.list(Other::read),
          in.flag());
    }
  }

  /**
   * A failure that was not looked for.
   *
   * @param input the memory form of the input that has it
   */
  record Other(Failure failure, byte[] input) {
    void write(BinaryWriter out) {
      FailureCodec.write(out, failure);
      out.bytes(input);
    }

    static Other read(BinaryReader in) {
      return new Other(FailureCodec.readFailure(in), in.bytes());
    }
  }
}
