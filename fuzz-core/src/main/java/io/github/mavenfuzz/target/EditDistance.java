package io.github.mavenfuzz.target;

/** How far apart two names are, for guessing which of many a user meant. */
public final class EditDistance {
  private EditDistance() {}

  /**
   * The number of characters to insert, delete or replace, whatever their case, to make one text of
   * the other: Levenshtein's distance, by Wagner and Fischer's algorithm with one row in memory.
   */
  public static int between(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (isSame(a.charAt(i - 1), b.charAt(j - 1)) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }

  private static boolean isSame(char a, char b) {
    return Character.toLowerCase(a) == Character.toLowerCase(b);
  }
}
