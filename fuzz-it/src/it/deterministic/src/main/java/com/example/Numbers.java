package com.example;

public final class Numbers {
  private Numbers() {}

  /** The sum of the numbers in a list such as {@code 1,-2,3}; a wrong one counts nothing. */
  public static int sum(String list) {
    int sum = 0;
    for (String number : list.split(",")) {
      sum += parse(number.strip());
    }
    return sum;
  }

  private static int parse(String number) {
    int value = 0;
    boolean negative = number.startsWith("-");
    for (int i = negative ? 1 : 0; i < number.length(); i++) {
      char c = number.charAt(i);
      if (c < '0' || c > '9') {
        return 0;
      }
      value = 10 * value + c - '0';
    }
    return negative ? -value : value;
  }
}
