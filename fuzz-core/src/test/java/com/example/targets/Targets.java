package com.example.targets;

/** Targets for tests that fork real worker JVMs. */
public final class Targets {
  private Targets() {}

  /** Never fails; ten branches, each reachable through the one before. */
  static int tenBranches(byte[] data) {
    int depth = 0;
    if (data.length > 9 && data[0] == 'f') {
      depth = 1;
      if (data[1] == 'u') {
        depth = 2;
        if (data[2] == 'z') {
          depth = 3;
          if (data[3] == 'z') {
            depth = 4;
            if (data[4] > 'a' && data[5] < 'a') {
              depth = 5;
              if (data[6] == data[7]) {
                depth = 6;
                if (data[8] == 0 && data[9] == 0) {
                  depth = 7;
                }
              }
            }
          }
        }
      }
    }
    return depth;
  }

  /** Fails on every input that has the word anywhere. */
  static void word(String text) {
    int i = text.indexOf('b');
    if (i >= 0 && text.length() > i + 2 && text.charAt(i + 1) == 'u') {
      if (text.charAt(i + 2) == 'g') {
        throw new IllegalStateException("found in " + text.length() + " characters");
      }
    }
  }

  /** Fails when three values of different types have to come together. */
  static void typed(int number, String text, boolean flag) {
    if (number > 1000 && flag && text.length() > 3) {
      throw new IllegalArgumentException(number + text);
    }
  }
}
