package io.github.mavenfuzz.mutate;

import io.github.mavenfuzz.slot.ByteRun;
import java.util.Arrays;

/**
 * Ways to take a piece of one run of bytes, the donor, into another. None makes the run longer than
 * {@link ByteRun#maxLength()}; a run that is longer from the start gets no longer.
 */
enum ByteSplice {
  /** {@code abcd} and {@code 1234}: {@code ab23cd}. */
  INSERT {
    @Override
    boolean apply(ByteRun run, ByteRun donor, PcgRandom random) {
      int room = run.maxLength() - run.length();
      if (room <= 0) {
        return false;
      }
      int from = random.below(donor.length());
      int size = pieceLength(random, Math.min(room, donor.length() - from));
      int at = random.below(run.length() + 1);
      run.replace(at, at, donor, from, size);
      return true;
    }
  },

  /** As many bytes go as come, {@code abcd} and {@code 1234}: {@code a23d}. */
  OVERWRITE {
    @Override
    boolean apply(ByteRun run, ByteRun donor, PcgRandom random) {
      if (run.length() == 0) {
        return false;
      }
      int from = random.below(donor.length());
      int at = random.below(run.length());
      int size = pieceLength(random, Math.min(run.length() - at, donor.length() - from));
      if (isEqual(run, at, donor, from, size)) {
        return false;
      }
      run.replace(at, at + size, donor, from, size);
      return true;
    }
  },

  /** Another number of bytes goes than comes, {@code abcd} and {@code 1234}: {@code a234d}. */
  REPLACE {
    @Override
    boolean apply(ByteRun run, ByteRun donor, PcgRandom random) {
      if (run.length() == 0) {
        return false;
      }
      int at = random.below(run.length());
      int gone = pieceLength(random, run.length() - at);
      int from = random.below(donor.length());
      int room = Math.max(0, run.maxLength() - run.length()) + gone;
      int size = pieceLength(random, Math.min(room, donor.length() - from));
      if (size == gone && isEqual(run, at, donor, from, size)) {
        return false;
      }
      run.replace(at, at + gone, donor, from, size);
      return true;
    }
  },

  /** Head of the run, tail of the donor, cut at one offset: {@code ab34}. */
  CROSS_OVER {
    @Override
    boolean apply(ByteRun run, ByteRun donor, PcgRandom random) {
      int at = random.below(Math.min(run.length() + 1, donor.length()));
      return takeTail(run, at, donor, at);
    }
  },

  /** Head of the run, tail of the donor, cut at two offsets: {@code abc234}. */
  JOIN {
    @Override
    boolean apply(ByteRun run, ByteRun donor, PcgRandom random) {
      int at = random.below(run.length() + 1);
      return takeTail(run, at, donor, random.below(donor.length()));
    }
  };

  /**
   * @param run is changed
   * @param donor not empty, and not the same object
   * @return false when the run is as it was
   */
  abstract boolean apply(ByteRun run, ByteRun donor, PcgRandom random);

  /**
   * A length for a piece: up to 8, up to 32, up to 128 or anything, equally often. Pieces make more
   * sense than random bytes, so they are longer than {@link StructureMutation#chunkLength}.
   *
   * @param max the longest possible, at least 1
   * @return at least 1
   */
  private static int pieceLength(PcgRandom random, int max) {
    int limit =
        switch (random.below(4)) {
          case 0 -> 8;
          case 1 -> 32;
          case 2 -> 128;
          default -> max;
        };
    return 1 + random.below(Math.min(limit, max));
  }

  private static boolean takeTail(ByteRun run, int at, ByteRun donor, int from) {
    int longest = Math.max(run.maxLength(), run.length());
    int size = Math.min(donor.length() - from, longest - at);
    if (size == run.length() - at && isEqual(run, at, donor, from, size)) {
      return false;
    }
    run.replace(at, run.length(), donor, from, size);
    return true;
  }

  private static boolean isEqual(ByteRun run, int at, ByteRun donor, int from, int size) {
    return Arrays.equals(run.array(), at, at + size, donor.array(), from, from + size);
  }
}
