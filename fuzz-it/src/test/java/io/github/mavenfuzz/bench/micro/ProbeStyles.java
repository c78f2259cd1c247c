package io.github.mavenfuzz.bench.micro;

import io.github.mavenfuzz.boot.Counters;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What it costs to count the branches of a small lexer over 64 characters, by how a probe is made.
 * Each way has a JVM of its own, which inlines the probe that it is given; only {@link #call} is
 * what happens where the JIT does not inline any more.
 */
@State(Scope.Thread)
public class ProbeStyles {
  private static final VarHandle BYTES = MethodHandles.arrayElementVarHandle(byte[].class);
  private static final VarHandle INTS = MethodHandles.arrayElementVarHandle(int[].class);
  private static final int[] WIDE = new int[Counters.CAPACITY];
  private static final boolean[] FLAGS = new boolean[Counters.CAPACITY];

  /** As JaCoCo has it: an array for each class, which a method fetches once. */
  private static byte[] ofClass;

  private interface Probe {
    void hit(int index);
  }

  private final byte[] text = new byte[64];

  @Setup
  public void fill() {
    Random random = new Random(1);
    for (int i = 0; i < text.length; i++) {
      text[i] = (byte) (' ' + random.nextInt(95));
    }
    ofClass = new byte[16];
  }

  private int scan(Probe probe) {
    probe.hit(100);
    int value = 0;
    for (byte b : text) {
      if (b >= 'a') {
        probe.hit(101);
        value += 3;
      } else if (b == ' ') {
        probe.hit(102);
        value ^= 1;
      } else if (b >= '0' && b <= '9') {
        probe.hit(103);
        value = value * 10 + b;
      } else {
        probe.hit(104);
        value -= b;
      }
    }
    probe.hit(105);
    return value;
  }

  @Benchmark
  public int none() {
    return scan(index -> {});
  }

  /** What the engine does. */
  @Benchmark
  public int inlineByte() {
    return scan(index -> Counters.HITS[index]++);
  }

  @CompilerControl(CompilerControl.Mode.DONT_INLINE)
  private static void count(int index) {
    Counters.HITS[index]++;
  }

  @Benchmark
  public int call() {
    return scan(ProbeStyles::count);
  }

  @Benchmark
  public int inlineInt() {
    return scan(index -> WIDE[index]++);
  }

  @Benchmark
  public int opaqueVarHandle() {
    return scan(
        index ->
            BYTES.setOpaque(
                Counters.HITS, index, (byte) ((byte) BYTES.getOpaque(Counters.HITS, index) + 1)));
  }

  @Benchmark
  public int atomicVarHandle() {
    return scan(
        index -> {
          int before = (int) INTS.getAndAdd(WIDE, index, 1);
        });
  }

  @Benchmark
  public int saturating() {
    return scan(
        index -> {
          byte hits = Counters.HITS[index];
          if (hits != -1) {
            Counters.HITS[index] = (byte) (hits + 1);
          }
        });
  }

  @Benchmark
  public int flag() {
    return scan(index -> FLAGS[index] = true);
  }

  @Benchmark
  public int flagUnlessSet() {
    return scan(
        index -> {
          if (!FLAGS[index]) {
            FLAGS[index] = true;
          }
        });
  }

  @Benchmark
  public int arrayOfClass() {
    byte[] own = ofClass;
    return scan(index -> own[index - 100]++);
  }
}
