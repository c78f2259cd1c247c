package com.example.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.example.codec.internal.Order;
import io.github.mavenfuzz.api.FuzzTest;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class CodecFuzzTest {
  @FuzzTest
  void anOrderIsRead(Order order) {
    Codec codec = ServiceLoader.load(Codec.class).findFirst().orElseThrow();
    assertEquals(order, codec.read(codec.write(order)));
  }

  @Test
  void isAModule() {
    assertEquals("com.example.codec", CodecFuzzTest.class.getModule().getName());
  }
}
