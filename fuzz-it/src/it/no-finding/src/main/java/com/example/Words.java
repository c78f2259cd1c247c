package com.example;

public final class Words {
  private Words() {}

  public static int count(String text) {
    int count = 0;
    boolean inWord = false;
    for (char c : text.toCharArray()) {
      count += !inWord && c != ' ' ? 1 : 0;
      inWord = c != ' ';
    }
    return count;
  }
}
