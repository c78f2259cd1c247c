package com.example;

class TextFuzzTest extends CodecContract<String> {
  @Override
  protected String write(String value) {
    return value;
  }

  @Override
  protected String read(String text) {
    return text;
  }
}
