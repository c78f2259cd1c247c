package com.example;

/** Prices of an imaginary shop. */
public final class Discount {
  private Discount() {}

  /**
   * The price in cents after a discount.
   *
   * @param cents at least 0
   * @param code what the customer typed
   * @param member whether the customer has an account
   */
  public static int priceAfter(int cents, String code, boolean member) {
    if (cents < 0) {
      throw new IllegalArgumentException("negative price");
    }
    int percent = member ? 5 : 0;
    if (code.startsWith("SAVE")) {
      // A bug: the code may have no number, and the number may be anything.
      percent += Integer.parseInt(code.substring(4));
    }
    int price = (int) ((long) cents * (100 - percent) / 100);
    if (price > cents) {
      throw new IllegalStateException("a discount must not raise the price");
    }
    return price;
  }
}
