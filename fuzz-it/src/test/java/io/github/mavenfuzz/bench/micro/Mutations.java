package io.github.mavenfuzz.bench.micro;

import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.mutate.Dictionary;
import io.github.mavenfuzz.mutate.Mutator;
import io.github.mavenfuzz.mutate.PcgRandom;
import io.github.mavenfuzz.mutate.Vocabulary;
import io.github.mavenfuzz.slot.MutableInput;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What it costs to make the arguments of one run, in chains as the fuzzing loop makes them. */
@State(Scope.Thread)
public class Mutations {
  @Param public Kind kind;

  @Param({"64", "4096"})
  public int length;

  @Param({"false", "true"})
  public boolean dictionary;

  private final PcgRandom random = new PcgRandom(1, 2);
  private Mutator mutator;
  private MutableInput original;
  private MutableInput current;
  private int chain;

  @Setup
  public void load() {
    List<String> words = List.of("true", "false", "null", "\\u0000", "\"name\":", "[[[[");
    mutator = new Mutator(random);
    mutator.begin(Vocabulary.of(dictionary ? new Dictionary(words) : Dictionary.EMPTY));
    InputShape shape = kind.shape();
    original = new MutableInput(shape, length);
    current = new MutableInput(shape, length);
    original.load(kind.values(length));
  }

  private void mutate() {
    if (chain == 0) {
      chain = Mutator.CHAIN_LENGTH;
      current.copyFrom(original);
    }
    chain--;
    mutator.mutate(current);
  }

  @Benchmark
  public int number() {
    return random.below(100);
  }

  @Benchmark
  public void mutation() {
    mutate();
  }

  @Benchmark
  public Object[] mutationAndArguments() {
    mutate();
    return current.arguments();
  }

  @Benchmark
  public Object[] arguments() {
    return original.arguments();
  }
}
