package io.github.mavenfuzz.process;

import io.github.mavenfuzz.failure.Signals;
import java.util.Set;

/**
 * How a process has ended.
 *
 * @param code for a process that a signal ended, 128 and the signal's number
 */
public record ExitStatus(int code) {
  private static final int SIGNAL_BASE = 128;

  /** ILL, TRAP, ABRT, BUS, FPE, SEGV, PIPE and SYS: signals that code causes by running. */
  private static final Set<Integer> FAULTS = Set.of(4, 5, 6, 7, 8, 11, 13, 31);

  /** The number of the signal that ended it, or 0; a number without a name is an exit code. */
  public int signal() {
    int number = code - SIGNAL_BASE;
    return Signals.name(number) == null ? 0 : number;
  }

  /**
   * Whether a signal from outside ended it: of the memory killer, of a closed terminal, of a limit
   * of processor time, or of a user.
   */
  public boolean isFromOutside() {
    return signal() != 0 && !FAULTS.contains(signal());
  }

  @Override
  public String toString() {
    return "exit code " + code + (signal() == 0 ? "" : " (" + Signals.name(signal()) + ")");
  }
}
