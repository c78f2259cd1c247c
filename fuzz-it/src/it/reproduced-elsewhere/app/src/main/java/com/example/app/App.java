package com.example.app;

/** There must be something to shade. */
public final class App {
  private App() {}
}
