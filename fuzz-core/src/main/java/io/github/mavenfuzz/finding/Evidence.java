package io.github.mavenfuzz.finding;

import java.nio.file.Path;

/**
 * What a worker JVM left behind when an input failed in it.
 *
 * @param output the last of what it wrote to stdout and stderr, or empty
 * @param crashLog the file in which the JVM describes how it crashed, absolute; null when there is
 *     none
 */
public record Evidence(String output, Path crashLog) {
  /** Nothing is known but the failure itself. */
  public static final Evidence NONE = ofOutput("");

  public static Evidence ofOutput(String output) {
    return new Evidence(output, null);
  }
}
