package com.example.codec.internal;

import com.example.codec.Codec;

/** Only module-info.java tells of it. */
public final class PlainCodec implements Codec {
  @Override
  public String write(Order order) {
    String note = order.note().kept() ? "kept" : "lost";
    return order.number() + " " + order.kind() + " " + note;
  }

  @Override
  public Order read(String text) {
    String[] parts = text.split(" ");
    boolean kept = parts[2].equals("kept");
    return new Order(
        Integer.parseInt(parts[0]), Order.Kind.valueOf(parts[1]), new Order.Note(kept));
  }
}
