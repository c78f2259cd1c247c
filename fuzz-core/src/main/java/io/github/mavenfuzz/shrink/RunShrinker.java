package io.github.mavenfuzz.shrink;

import io.github.mavenfuzz.input.Text;
import io.github.mavenfuzz.slot.ByteSlot;

/** Makes a run of bytes, or a string, smaller by all passes. */
final class RunShrinker {
  private final ByteSlot slot;
  private final RunKind kind;

  RunShrinker(ByteSlot slot) {
    this.slot = slot;
    this.kind =
        slot.face() == ByteSlot.Face.TEXT ? RunKind.TEXT : RunKind.of(slot.bytes().toArray());
  }

  /** The bytes, or the code points, that the slot holds. */
  int[] run() {
    if (kind == RunKind.TEXT) {
      return ((String) slot.value()).codePoints().toArray();
    }
    byte[] bytes = slot.bytes().toArray();
    int[] run = new int[bytes.length];
    for (int i = 0; i < run.length; i++) {
      run[i] = bytes[i] & 0xFF;
    }
    return run;
  }

  void set(int[] run) {
    byte[] bytes;
    if (kind == RunKind.TEXT) {
      bytes = Text.encode(new String(run, 0, run.length));
    } else {
      bytes = new byte[run.length];
      for (int i = 0; i < run.length; i++) {
        bytes[i] = (byte) run[i];
      }
    }
    slot.bytes().set(bytes, bytes.length);
  }

  /** Runs what takes few runs of the target once. */
  int[] shrinkQuickly(int[] run, Trial<int[]> trial) {
    int[] best = run;
    for (RunPass pass : RunPass.values()) {
      best = pass.isCheap() ? pass.shrink(best, kind, trial) : best;
    }
    return best;
  }

  /** Repeats what pays most until it pays no more, and then does the rest once. */
  int[] shrink(int[] run, Trial<int[]> trial) {
    int[] best = run;
    int before;
    do {
      before = best.length;
      for (RunPass pass : RunPass.values()) {
        best = pass.isDear() ? best : pass.shrink(best, kind, trial);
      }
    } while (best.length < before && !trial.isOver());
    for (RunPass pass : RunPass.values()) {
      best = pass.isDear() ? pass.shrink(best, kind, trial) : best;
    }
    return best;
  }
}
