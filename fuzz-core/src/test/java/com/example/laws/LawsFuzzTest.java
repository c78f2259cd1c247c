package com.example.laws;

import org.junit.jupiter.api.Assertions;

/** A target whose assertions fail by number. */
public final class LawsFuzzTest {
  public void asserts(int number) {
    switch (number) {
      case 0 -> Laws.holds(number > 0, "a");
      case 1 -> Laws.holds(number > 1, "b");
      case 2 -> checkPercent(number);
      case 3 -> checkFormat(number);
      case 4 -> Laws.that(number).is(5);
      case 5 -> Laws.that(number).is(6);
      case 6 -> Laws.keeps(text -> text + '!', "a");
      case 7 -> Laws.keeps(text -> text + '?', "b");
      case 8 -> Assertions.assertEquals(1, number);
      case 9 -> Assertions.assertEquals(2, number);
      case 10 -> Laws.require(number < 0);
      case 11 -> Laws.require(number > 20);
      case 12 -> Checker.check(number);
      case 13 -> Checker.check(-number);
      default -> throw new IllegalStateException("none");
    }
  }

  private static void checkPercent(int number) {
    int part = Checker.part(number);
    Laws.holds(part > number, "a part is no more than the whole");
  }

  private static void checkFormat(int number) {
    int part = Checker.part(number);
    Laws.holds(part > number, "what is printed reads back");
  }
}
