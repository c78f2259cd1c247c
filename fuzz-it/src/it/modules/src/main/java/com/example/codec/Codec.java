package com.example.codec;

import com.example.codec.internal.Order;

/** Writes an order, and reads it. */
public interface Codec {
  String write(Order order);

  Order read(String text);
}
