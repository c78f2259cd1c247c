package io.github.mavenfuzz.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;

/**
 * Runs a target once on each of a list of files, and writes a line for each to another file. Runs
 * in a JVM of its own, which ends with the first input that hangs.
 */
final class Replay {
  static final String OK = "ok";
  private static final Duration DEADLINE = Duration.ofSeconds(Equipment.RUN_TIMEOUT);

  private Replay() {}

  /**
   * @param arguments the target's class, the file with the list, the index in it with which to
   *     begin, and the file for the results
   */
  public static void main(String[] arguments) throws Exception {
    Method target = Class.forName(arguments[0]).getMethod("fuzzerTestOneInput", byte[].class);
    List<String> files = Files.readAllLines(Path.of(arguments[1]));
    Path results = Path.of(arguments[3]);
    for (int i = Integer.parseInt(arguments[2]); i < files.size(); i++) {
      byte[] input = Files.readAllBytes(Path.of(files.get(i)));
      Run run = new Run(target, input);
      run.start();
      run.join(DEADLINE.toMillis());
      boolean hangs = run.isAlive();
      String result = hangs ? ThrowSite.ofHang(run.getStackTrace()) : run.result;
      Files.writeString(
          results, result + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      if (hangs) {
        break;
      }
    }
    System.exit(0);
  }

  private static final class Run extends Thread {
    private final Method target;
    private final byte[] input;
    private volatile String result;

    Run(Method target, byte[] input) {
      super("run");
      setDaemon(true);
      this.target = target;
      this.input = input;
    }

    @Override
    public void run() {
      try {
        target.invoke(null, (Object) input);
        result = OK;
      } catch (InvocationTargetException e) {
        result = ThrowSite.of(e.getCause());
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
