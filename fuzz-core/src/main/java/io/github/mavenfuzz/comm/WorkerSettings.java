package io.github.mavenfuzz.comm;

import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.input.TargetPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a worker JVM is told when it starts, in a file that both its agent and its main class read.
 *
 * @param endpoint where the coordinator listens
 * @param memory the shared memory file
 * @param bootJar the jar with the coverage counters, for the boot class path
 * @param includes patterns of class names to instrument, or none for all
 * @param excludes patterns of class names not to instrument
 * @param insertion what the agent adds to the code of the target
 * @param target what to run
 * @param timeoutMillis the deadline of one run
 * @param maxLength the most bytes to which a mutation may grow an argument
 * @param targetArguments passed to the target's class when it is prepared, if it asks for them
 * @param properties to set before anything of the target runs
 */
public record WorkerSettings(
    Endpoint endpoint,
    Path memory,
    Path bootJar,
    List<String> includes,
    List<String> excludes,
    Insertion insertion,
    FuzzTarget target,
    long timeoutMillis,
    int maxLength,
    List<String> targetArguments,
    Map<String, String> properties) {

  /** What the agent adds to the code of the target. */
  public enum Insertion {
    /** Nothing: the code runs as in any other JVM. */
    NOTHING,
    /** Probes, which count. */
    PROBES,
    /** Calls that tell of comparisons. */
    TRACES
  }

  private static final int UNIX_SOCKET = 1;
  private static final int LOOPBACK = 2;

  /** The content of the file, the same whenever the settings are. */
  public byte[] toBytes() {
    BinaryWriter out = new BinaryWriter();
    write(out, endpoint);
    out.text(memory.toString()).text(bootJar.toString()).texts(includes).texts(excludes);
    write(out.constant(insertion), target);
    out.number(timeoutMillis).integer(maxLength);
    out.texts(targetArguments);
    out.texts(List.copyOf(properties.keySet())).texts(List.copyOf(properties.values()));
    return out.toBytes();
  }

  private static void write(BinaryWriter out, FuzzTarget target) {
    out.text(target.className()).text(target.methodName());
    ShapeCodec.write(out, target.shape());
    TargetPlace place = target.place();
    out.texts(place.classes()).text(place.declaringClass()).texts(place.parameters());
  }

  private static void write(BinaryWriter out, Endpoint endpoint) {
    if (endpoint instanceof Endpoint.UnixSocket unix) {
      out.tag(UNIX_SOCKET).text(unix.path().toString());
    } else if (endpoint instanceof Endpoint.Loopback loopback) {
      out.tag(LOOPBACK).integer(loopback.port());
    }
    out.text(endpoint.secret());
  }

  /**
   * @throws IOException when the file cannot be read, or was changed
   */
  public static WorkerSettings load(Path file) throws IOException {
    BinaryReader in = new BinaryReader(Files.readAllBytes(file));
    try {
      WorkerSettings settings = read(in);
      in.expectEnd();
      return settings;
    } catch (RuntimeException e) {
      throw new IOException(file + " does not hold the settings of a worker JVM", e);
    }
  }

  private static WorkerSettings read(BinaryReader in) {
    return new WorkerSettings(
        readEndpoint(in),
        Path.of(in.text()),
        Path.of(in.text()),
        in.texts(),
        in.texts(),
        in.constant(Insertion.values()),
        readTarget(in),
        in.number(),
        in.integer(),
        in.texts(),
        readMap(in));
  }

  private static Map<String, String> readMap(BinaryReader in) {
    List<String> keys = in.texts();
    List<String> values = in.texts();
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      map.put(keys.get(i), values.get(i));
    }
    return map;
  }

  private static FuzzTarget readTarget(BinaryReader in) {
    return new FuzzTarget(
        in.text(),
        in.text(),
        ShapeCodec.read(in),
        new TargetPlace(in.texts(), in.text(), in.texts()));
  }

  private static Endpoint readEndpoint(BinaryReader in) {
    int tag = in.tag();
    return switch (tag) {
      case UNIX_SOCKET -> new Endpoint.UnixSocket(Path.of(in.text()), in.text());
      case LOOPBACK -> new Endpoint.Loopback(in.integer(), in.text());
      default -> throw new IllegalStateException("there is no endpoint " + tag);
    };
  }
}
