package com.example;

/** No target at all. */
public class Helper {
  public static void help(byte[] data) {}
}
