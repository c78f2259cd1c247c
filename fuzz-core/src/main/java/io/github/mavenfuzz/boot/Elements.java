package io.github.mavenfuzz.boot;

/**
 * Numbers of an array that a run has compared.
 *
 * @param size of each, in bytes
 * @param latin1 the characters U+0000 to U+00FF are their bytes, the highest of each first
 */
public record Elements(int size, String latin1) {

  /** The same with the lowest byte of each first. */
  public String turned() {
    StringBuilder turned = new StringBuilder(latin1.length());
    for (int at = 0; at < latin1.length(); at += size) {
      turned.append(new StringBuilder(latin1.substring(at, at + size)).reverse());
    }
    return turned.toString();
  }
}
