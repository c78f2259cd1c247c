package io.github.mavenfuzz.outline;

import java.util.BitSet;
import java.util.Set;

/**
 * One method of a class file.
 *
 * @param key its name and descriptor
 * @param lines of its code; empty without debug information
 * @param hasNoResult whether it gives back nothing that it has made: it is void, never returns, or
 *     returns what was passed to it
 * @param writes whether it sets a field
 * @param calls the methods that it calls or makes a function of, but for constructors
 */
public record MethodOutline(
    Key key, BitSet lines, boolean hasNoResult, boolean writes, Set<Call> calls) {

  /** A method within its class. */
  public record Key(String name, String descriptor) {}

  /**
   * A call.
   *
   * @param owner the name of the class, with dots
   */
  public record Call(String owner, Key key) {}

  /**
   * How many lines below the first of the method a line is, which stays the same when the file
   * changes elsewhere.
   *
   * @return -1 for a line of another method
   */
  public int relative(int line) {
    return line >= 0 && lines.get(line) ? line - lines.nextSetBit(0) : -1;
  }
}
