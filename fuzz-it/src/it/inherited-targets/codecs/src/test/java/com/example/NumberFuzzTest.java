package com.example;

class NumberFuzzTest extends CodecContract<Integer> {
  @Override
  protected String write(Integer value) {
    return value.toString();
  }

  @Override
  protected Integer read(String text) {
    return Integer.valueOf(text);
  }
}
