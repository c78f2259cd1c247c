package com.example;

import io.github.mavenfuzz.api.FuzzTest;

class DiscountFuzzTest {

  /** Three values of their own types make one input. */
  @FuzzTest
  void neverRaisesThePrice(int cents, String code, boolean member) {
    if (cents >= 0) {
      Discount.priceAfter(cents, code, member);
    }
  }
}
