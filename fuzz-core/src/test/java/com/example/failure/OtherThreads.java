package com.example.failure;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Assertions;

/** Targets that leave the work to threads. */
public final class OtherThreads {
  private OtherThreads() {}

  public static void takesTooLong() {
    CountDownLatch never = new CountDownLatch(1);
    Assertions.assertTimeoutPreemptively(Duration.ofMillis(1), () -> never.await());
  }

  public static int gets() throws ExecutionException, InterruptedException {
    return CompletableFuture.supplyAsync(OtherThreads::parse).get();
  }

  public static int joins() {
    return CompletableFuture.supplyAsync(OtherThreads::parse).join();
  }

  private static int parse() {
    int number = 7;
    return Integer.parseInt("x" + number);
  }
}
