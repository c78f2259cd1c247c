package io.github.mavenfuzz.comm;

import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.mutate.Dictionary;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a worker JVM is told when it starts, in a file that both its agent and its main class read.
 *
 * @param endpoint where the coordinator listens
 * @param memory the shared memory file
 * @param bootJar the jar with the coverage counters, for the boot class path
 * @param includes patterns of class names to instrument, or none for all
 * @param excludes patterns of class names not to instrument
 * @param target what to run
 * @param timeoutMillis the deadline of one run
 * @param maxLength the most bytes to which a mutation may grow an argument
 * @param dictionary words that mutations insert
 * @param targetArguments passed to the target's class when it is prepared, if it asks for them
 */
public record WorkerSettings(
    Endpoint endpoint,
    Path memory,
    Path bootJar,
    List<String> includes,
    List<String> excludes,
    FuzzTarget target,
    long timeoutMillis,
    int maxLength,
    Dictionary dictionary,
    List<String> targetArguments) {

  /** The content of the file, the same whenever the settings are. */
  public byte[] toBytes() {
    Properties p = new Properties();
    storeEndpoint(p);
    p.setProperty("memory", memory.toString());
    p.setProperty("bootJar", bootJar.toString());
    p.setProperty("includes", String.join("\n", includes));
    p.setProperty("excludes", String.join("\n", excludes));
    p.setProperty("class", target.className());
    p.setProperty("method", target.methodName());
    p.setProperty("shape", target.shape().toJson());
    p.setProperty("timeoutMillis", Long.toString(timeoutMillis));
    p.setProperty("maxLength", Integer.toString(maxLength));
    storeList(p, "word", dictionary.words());
    storeList(p, "targetArgument", targetArguments);
    StringWriter text = new StringWriter();
    try {
      p.store(text, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // The comment tells the time, and the order of the others is not defined.
    return text.toString()
        .lines()
        .filter(line -> !line.startsWith("#"))
        .sorted()
        .collect(Collectors.joining("\n", "", "\n"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private void storeEndpoint(Properties p) {
    p.setProperty("secret", endpoint.secret());
    if (endpoint instanceof Endpoint.UnixSocket unix) {
      p.setProperty("socket", unix.path().toString());
    } else if (endpoint instanceof Endpoint.Loopback loopback) {
      p.setProperty("port", Integer.toString(loopback.port()));
    }
  }

  private static Endpoint loadEndpoint(Properties p) {
    String socket = p.getProperty("socket");
    String secret = p.getProperty("secret");
    return socket == null
        ? new Endpoint.Loopback(Integer.parseInt(p.getProperty("port")), secret)
        : new Endpoint.UnixSocket(Path.of(socket), secret);
  }

  /**
   * @throws IOException when the file cannot be read
   */
  public static WorkerSettings load(Path file) throws IOException {
    Properties p = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      p.load(in);
    }
    return new WorkerSettings(
        loadEndpoint(p),
        Path.of(p.getProperty("memory")),
        Path.of(p.getProperty("bootJar")),
        p.getProperty("includes").lines().toList(),
        p.getProperty("excludes").lines().toList(),
        new FuzzTarget(
            p.getProperty("class"),
            p.getProperty("method"),
            InputShape.ofJson(p.getProperty("shape"))),
        Long.parseLong(p.getProperty("timeoutMillis")),
        Integer.parseInt(p.getProperty("maxLength")),
        new Dictionary(loadList(p, "word")),
        loadList(p, "targetArgument"));
  }

  /** Texts that may hold line feeds have a property each. */
  private static void storeList(Properties p, String name, List<String> values) {
    for (int i = 0; i < values.size(); i++) {
      p.setProperty(name + '.' + i, values.get(i));
    }
  }

  private static List<String> loadList(Properties p, String name) {
    return Stream.iterate(0, i -> i + 1)
        .map(i -> p.getProperty(name + '.' + i))
        .takeWhile(Objects::nonNull)
        .toList();
  }
}
