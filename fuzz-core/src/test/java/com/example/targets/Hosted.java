package com.example.targets;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mavenfuzz.api.FuzzTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;
import org.junit.jupiter.api.io.TempDir;

/** Targets with things that only JUnit Jupiter can do. */
public class Hosted {
  public static final List<String> CALLS = new ArrayList<>();

  private Hosted() {}

  public static class Around {
    private int runs;

    @BeforeAll
    static void beforeAll() {
      CALLS.add("before all");
    }

    @BeforeEach
    void before() {
      CALLS.add("before");
    }

    @FuzzTest
    void target(String input) {
      CALLS.add("run " + input + " of instance " + ++runs);
    }

    @AfterEach
    void after() {
      CALLS.add("after");
    }

    @AfterAll
    static void afterAll() {
      CALLS.add("after all");
    }
  }

  public static class InDirectory {
    @TempDir Path directory;

    @FuzzTest
    void target(String input) throws Exception {
      Files.createFile(directory.resolve(input));
    }
  }

  public static class Ending {
    @FuzzTest
    void target(String input) {
      assumeTrue(!input.equals("assume"));
      if (input.equals("fail")) {
        throw new IllegalStateException("fail");
      }
      if (input.equals("overflow")) {
        target(input);
      }
    }
  }

  public static class TooSlow {
    @FuzzTest
    @Timeout(value = 1, unit = TimeUnit.MILLISECONDS)
    void target(String input) throws InterruptedException {
      new CountDownLatch(1).await(); // until the deadline interrupts it
    }
  }

  @ExtendWith(Filling.class)
  public static class Extended {
    String field;

    @FuzzTest
    void target(String input) {
      CALLS.add("field is " + field);
    }
  }

  static class Filling implements TestInstancePostProcessor, AfterEachCallback {
    @Override
    public void postProcessTestInstance(Object instance, ExtensionContext context) {
      ((Extended) instance).field = "filled";
    }

    @Override
    public void afterEach(ExtensionContext context) {
      throw new IllegalStateException("a mock was not asked");
    }
  }

  @org.junit.jupiter.api.Disabled("known bug")
  static class Disabled {
    @FuzzTest
    void target(String input) {}
  }

  @DisabledOnOs({OS.LINUX, OS.MAC, OS.WINDOWS, OS.OTHER})
  static class OnOtherSystem {
    @FuzzTest
    void target(String input) {}
  }

  static class WithoutDatabase {
    @BeforeAll
    static void connect() {
      assumeTrue(false, "no database");
    }

    @FuzzTest
    void target(String input) {}
  }

  static class NeverReady {
    @BeforeEach
    void prepare() {
      assumeTrue(false, "not today");
    }

    @FuzzTest
    void target(String input) {}
  }

  static class FailsBeforeAll {
    @BeforeAll
    static void listen() {
      throw new IllegalStateException("no socket");
    }

    @FuzzTest
    void target(String input) {}
  }

  static class FailsBeforeEach {
    @BeforeEach
    void open() {
      throw new IllegalStateException("no file");
    }

    @FuzzTest
    void target(String input) {}
  }

  public static class FailsAfterAll {
    @FuzzTest
    void target(String input) {}

    @AfterAll
    static void count() {
      throw new IllegalStateException("files are left");
    }
  }

  public static class Outer {
    private String prefix;

    @BeforeEach
    void prepare() {
      CALLS.add("before outer");
      prefix = "prefix";
    }

    @Nested
    public class Inner {
      @FuzzTest
      void target(String input) {
        CALLS.add("run " + input + " within " + prefix);
      }
    }
  }

  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  public static class Shared {
    private int runs;

    @FuzzTest
    void target(String input) {
      CALLS.add("run " + ++runs);
    }
  }
}
