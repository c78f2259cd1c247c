package com.example.hostile;

import java.util.concurrent.ThreadLocalRandom;

/** Targets that do not do the same for the same input. */
public final class DoesNotRepeat {
  private DoesNotRepeat() {}

  /** Whatever the input. By count and not by chance, so that the first run of a JVM passes. */
  public static final class OneRunInFifty {
    private static int runs;

    public static void fuzzerTestOneInput(byte[] data) {
      Trigger.count();
      if (++runs % 50 == 0) {
        throw new IllegalStateException("bad luck");
      }
    }
  }

  /** Passes a thousand times and never again. */
  public static final class FromTheThousandthOn {
    private static int runs;

    public static void fuzzerTestOneInput(byte[] data) {
      Trigger.count();
      if (++runs >= 1000) {
        throw new IllegalStateException("worn out");
      }
    }
  }

  /** An input sets the trap into which another one falls. */
  public static final class StateInStatics {
    private static boolean broken;

    public static void fuzzerTestOneInput(byte[] data) {
      if (Trigger.isPulled(data)) {
        broken = true;
      } else if (broken) {
        throw new IllegalStateException("broken by an earlier input");
      }
    }
  }

  public static final class UnstableCoverage {
    private static int sum;

    public static void fuzzerTestOneInput(byte[] data) {
      Trigger.count();
      int chance = ThreadLocalRandom.current().nextInt(1 << 16);
      for (int bit = 0; bit < 16; bit++) {
        if ((chance >> bit & 1) != 0) {
          sum += bit;
        } else {
          sum -= bit;
        }
      }
      for (int i = 0; i < chance; i += 16) {
        sum++;
      }
    }
  }
}
