package io.github.mavenfuzz.outline;

import java.util.BitSet;
import java.util.Set;

/**
 * One method of a class file.
 *
 * @param key its name and descriptor
 * @param lines of its code; empty without debug information
 * @param firstLine from which its lines are counted; that of a constructor, whose code also has the
 *     initialisers of fields, is where its own code begins; -1 without debug information
 * @param made the names of the classes of which it makes objects, with dots
 * @param calls the methods that it calls or makes a function of, but for constructors
 */
public record MethodOutline(
    Key key, BitSet lines, int firstLine, Set<Trait> traits, Set<String> made, Set<Call> calls) {

  /** A line that is not known, or not one of the method. */
  public static final int NO_LINE = -1;

  /** A method within its class. */
  public record Key(String name, String descriptor) {
    /** The name of the class that it returns, with dots; null for anything else. */
    public String returned() {
      int type = descriptor.indexOf(')') + 1;
      return descriptor.charAt(type) == 'L'
          ? descriptor.substring(type + 1, descriptor.length() - 1).replace('/', '.')
          : null;
    }
  }

  /**
   * A call.
   *
   * @param owner the name of the class, with dots
   */
  public record Call(String owner, Key key) {}

  /** Further traits of the code of a method. */
  public enum Trait {
    /** It has code, as abstract and native methods have not. */
    HAS_CODE,
    /** It may come to an end without throwing anything. */
    RETURNS,
    /** It returns something that it has made or read, rather than what was passed to it. */
    HAS_RESULT,
    /** It has a throw statement. */
    THROWS,
    /** It sets a field, or an element of an array of numbers. */
    WRITES,
    /** Some jump leads back. */
    LOOPS
  }

  public boolean has(Trait trait) {
    return traits.contains(trait);
  }

  /** Whether a line belongs to its code. */
  public boolean hasLine(int line) {
    return line >= 0 && lines.get(line);
  }

  /**
   * How many lines below the first of the method a line is, which stays the same when the file
   * changes elsewhere.
   *
   * @return {@link #NO_LINE} for one above
   */
  int relative(int line) {
    return firstLine >= 0 && line >= firstLine ? line - firstLine : NO_LINE;
  }
}
