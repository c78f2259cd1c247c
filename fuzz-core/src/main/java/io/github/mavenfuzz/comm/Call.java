package io.github.mavenfuzz.comm;

import io.github.mavenfuzz.failure.KnownCause;
import io.github.mavenfuzz.failure.Signature;
import io.github.mavenfuzz.mutate.Hint;
import java.util.Collections;
import java.util.List;

/** What the coordinator asks of a worker JVM; the inputs are in the shared memory. */
public sealed interface Call extends Message {

  /**
   * Asks for the target to be loaded and prepared; answered by {@link Response.Pong}. The first
   * call to a worker JVM, which knows no other before it.
   */
  record Ping() implements Call {
    @Override
    public void write(BinaryWriter out) {}

    static Ping read(BinaryReader in) {
      return new Ping();
    }
  }

  /**
   * Asks to do what the target's class wants done after the last run; answered by {@link
   * Response.TornDown}. The last call to a worker JVM that is well.
   */
  record TearDown() implements Call {
    @Override
    public void write(BinaryWriter out) {}

    static TearDown read(BinaryReader in) {
      return new TearDown();
    }
  }

  /**
   * Asks to run inputs as they are, one after the other, until one fails; answered by {@link
   * Response.WarmedUp} with the coverage of all that have passed, new or not. The shared memory
   * holds their memory forms one behind the other, and says at any time which of them runs.
   *
   * @param lengths of the memory forms, in bytes
   * @param runs of each input: 2 tell which of its coverage is stable, 1 does not
   * @param sliceMillis after which no further input begins
   */
  record WarmUp(List<Integer> lengths, int runs, long sliceMillis) implements Call {
    @Override
    public void write(BinaryWriter out) {
      out.list(lengths, BinaryWriter::integer).integer(runs).number(sliceMillis);
    }

    static WarmUp read(BinaryReader in) {
      return new WarmUp(in.list(BinaryReader::integer), in.integer(), in.number());
    }
  }

  /**
   * Asks to run the input in the shared memory once, for the sake of how it fails; answered by
   * {@link Response.Confirmed}. The run is waited for until all its threads rest.
   */
  record Confirm() implements Call {
    @Override
    public void write(BinaryWriter out) {}

    static Confirm read(BinaryReader in) {
      return new Confirm();
    }
  }

  /**
   * Asks to run inputs once each, as they are, and to tell what they were compared with; answered
   * by {@link Response.Traced}. Only a JVM whose code tells of comparisons is asked. The shared
   * memory holds the inputs as for {@link WarmUp}.
   *
   * @param lengths of the memory forms, in bytes
   * @param sliceMillis after which no further input begins; 0 means that the time does not count
   */
  record Trace(List<Integer> lengths, long sliceMillis) implements Call {
    @Override
    public void write(BinaryWriter out) {
      out.list(lengths, BinaryWriter::integer).number(sliceMillis);
    }

    static Trace read(BinaryReader in) {
      return new Trace(in.list(BinaryReader::integer), in.number());
    }
  }

  /**
   * Asks for runs of variations of some inputs; answered by {@link Response.Fuzzed} as soon as one
   * of them fails, or the slice is over. The shared memory holds the memory forms of the inputs one
   * behind the other. It says at any time from which of them the one that runs was made, and how.
   * An input with new coverage is added to them and is a parent, too, for the rest of the call.
   *
   * <p>Example: of three inputs with the weights 1, 1 and 2 the third is the parent of every second
   * chain of mutations.
   *
   * @param parents the inputs
   * @param words that mutations put into inputs; the characters U+0000 to U+00FF of each are its
   *     bytes
   * @param maskLength how much coverage mask the shared memory holds, in probes of the worker
   * @param known causes that are not worth returning for
   */
  record Fuzz(
      Parents parents, List<String> words, Slice slice, int maskLength, List<KnownCause> known)
      implements Call {
    @Override
    public void write(BinaryWriter out) {
      out.list(parents.lengths, BinaryWriter::integer);
      out.list(parents.weights, BinaryWriter::integer);
      out.list(parents.hints, (to, hints) -> hints.write(to)).texts(words);
      out.number(slice.millis).number(slice.limit).integer(slice.growth);
      out.integer(maskLength).list(known, FailureCodec::write);
    }

    static Fuzz read(BinaryReader in) {
      Parents parents =
          new Parents(
              in.list(BinaryReader::integer), in.list(BinaryReader::integer), in.list(Hints::read));
      List<String> words = in.texts();
      Slice slice = new Slice(in.number(), in.number(), in.integer());
      return new Fuzz(parents, words, slice, in.integer(), in.list(FailureCodec::readKnownCause));
    }
  }

  /**
   * The inputs of which a call makes variations.
   *
   * @param lengths of the memory forms, in bytes
   * @param weights how often each is drawn in relation to the others; positive
   * @param hints for each input
   */
  record Parents(List<Integer> lengths, List<Integer> weights, List<Hints> hints) {
    /** Inputs without hints. */
    public Parents(List<Integer> lengths, List<Integer> weights) {
      this(lengths, weights, Collections.nCopies(lengths.size(), Hints.NONE));
    }

    public Parents {
      lengths = List.copyOf(lengths);
      weights = List.copyOf(weights);
      hints = List.copyOf(hints);
      if (lengths.isEmpty() || lengths.size() != weights.size() || lengths.size() != hints.size()) {
        throw new IllegalArgumentException(
            "%d inputs with %d weights, hints of %d"
                .formatted(lengths.size(), weights.size(), hints.size()));
      }
      if (weights.stream().anyMatch(weight -> weight <= 0)) {
        throw new IllegalArgumentException("no weight of an input may be " + weights);
      }
    }
  }

  /**
   * The hints of one input.
   *
   * @param all of them that mutations may draw on
   * @param untried so many, from the first on, are tried once each before anything else
   */
  record Hints(List<Hint> all, int untried) {
    /** No hints. */
    public static final Hints NONE = new Hints(List.of(), 0);

    void write(BinaryWriter out) {
      out.list(all, HintCodec::write).integer(untried);
    }

    static Hints read(BinaryReader in) {
      return new Hints(in.list(HintCodec::read), in.integer());
    }
  }

  /**
   * How far a call goes that fuzzes: in time and runs whatever comes first.
   *
   * @param millis how long it takes; 0 means that the time does not count
   * @param limit the most calls of the target; 0 means no limit
   * @param growth the most bytes to which mutations grow an argument, but for what hints ask for
   */
  record Slice(long millis, long limit, int growth) {
    /** A slice in which arguments grow as far as they may. */
    public Slice(long millis, long limit) {
      this(millis, limit, Integer.MAX_VALUE);
    }
  }

  /**
   * Asks for a smaller input; answered by {@link Response.Minimized}.
   *
   * @param limitMillis when to stop; 0 means only the limit counts
   * @param limit the most calls of the target
   */
  record Minimize(long limitMillis, long limit, Keep keep) implements Call {
    @Override
    public void write(BinaryWriter out) {
      out.number(limitMillis).number(limit);
      out.optional(keep.signature, FailureCodec::write).integer(keep.coverageLength);
      out.list(keep.known, FailureCodec::write);
    }

    static Minimize read(BinaryReader in) {
      return new Minimize(
          in.number(),
          in.number(),
          new Keep(
              in.optional(FailureCodec::readSignature),
              in.integer(),
              in.list(FailureCodec::readKnownCause)));
    }
  }

  /**
   * What a smaller input has to have as well.
   *
   * @param signature of the failure whose cause it has to have, or null when it is coverage
   * @param coverageLength how many probes of that coverage the shared memory holds
   * @param known causes of failures that are not worth telling of
   */
  record Keep(Signature signature, int coverageLength, List<KnownCause> known) {

    public static Keep failure(Signature signature, List<KnownCause> known) {
      return new Keep(signature, 0, known);
    }

    public static Keep coverage(int length, List<KnownCause> known) {
      return new Keep(null, length, known);
    }
  }
}
