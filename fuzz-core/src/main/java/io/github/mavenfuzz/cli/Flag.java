package io.github.mavenfuzz.cli;

/**
 * One flag of the command line.
 *
 * @param name with its dashes
 * @param kind which values it takes, and whether they mean anything
 * @param initial the value when the flag is not given; empty when it has none
 * @param help what it does, or why it does nothing or is refused
 */
record Flag(String name, Kind kind, String initial, String help) {

  enum Kind {
    /** A whole number. */
    NUMBER,
    /** Any text. */
    TEXT,
    /** Accepted so that what drives libFuzzer or Jazzer need not be changed; does nothing. */
    IGNORED,
    /** Of Jazzer, and refused, because a run without it would not be what was asked for. */
    REFUSED
  }

  static Flag number(String name, long initial, String help) {
    return new Flag(name, Kind.NUMBER, Long.toString(initial), help);
  }

  static Flag text(String name, String help) {
    return new Flag(name, Kind.TEXT, "", help);
  }

  static Flag refused(String name, String reason) {
    return new Flag(name, Kind.REFUSED, "", reason);
  }

  static Flag ignored(String name, String reason) {
    return new Flag(name, Kind.IGNORED, "", reason);
  }
}
