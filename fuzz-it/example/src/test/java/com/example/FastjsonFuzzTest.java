package com.example;

import com.alibaba.fastjson.JSON;
import com.alibaba.fastjson.JSONException;
import io.github.mavenfuzz.api.FuzzTest;

class FastjsonFuzzTest {

  /** A parser may refuse a text, but only with the exception that it documents. */
  @FuzzTest
  void parses(String text) {
    try {
      JSON.parse(text);
    } catch (JSONException refused) {
      // As documented.
    }
  }
}
