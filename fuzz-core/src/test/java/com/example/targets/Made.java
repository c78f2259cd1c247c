package com.example.targets;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;

/** A target that makes a class with a new name in each run, as engines for scripts do. */
public final class Made {
  private static final AtomicInteger COUNTER = new AtomicInteger(1000);

  private Made() {}

  /** Is compiled once; what is made has its code and another number in its name. */
  public static class Rule1000 implements ToIntFunction<byte[]> {
    @Override
    public int applyAsInt(byte[] data) {
      int sum = 0;
      for (byte b : data) {
        sum += b == 'a' ? 1 : b == 'b' ? 2 : 0;
      }
      if (sum > 3) {
        throw new IllegalStateException("more than 3");
      }
      return sum;
    }
  }

  private static final class OneClassLoader extends ClassLoader {
    OneClassLoader() {
      super(Made.class.getClassLoader());
    }

    Class<?> define(byte[] classFile) {
      return defineClass(null, classFile, 0, classFile.length);
    }
  }

  static void runsWhatItHasMade(byte[] data) throws Throwable {
    byte[] classFile = renamed(String.valueOf(COUNTER.incrementAndGet() % 9000 + 1000));
    try {
      Object made = new OneClassLoader().define(classFile).getConstructor().newInstance();
      made.getClass().getMethod("applyAsInt", byte[].class).invoke(made, data);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static byte[] renamed(String number) throws IOException {
    byte[] old = "Rule1000".getBytes(StandardCharsets.US_ASCII);
    byte[] changed = ("Rule" + number).getBytes(StandardCharsets.US_ASCII);
    try (InputStream in = Made.class.getResourceAsStream("Made$Rule1000.class")) {
      byte[] classFile = in.readAllBytes();
      for (int i = 0; i + old.length <= classFile.length; i++) {
        if (Arrays.equals(classFile, i, i + old.length, old, 0, old.length)) {
          System.arraycopy(changed, 0, classFile, i, changed.length);
        }
      }
      return classFile;
    }
  }
}
