package io.github.mavenfuzz.agent;

import io.github.mavenfuzz.boot.Counters;
import io.github.mavenfuzz.boot.StackTraces;
import io.github.mavenfuzz.coverage.ClassProbes;
import io.github.mavenfuzz.failure.FailureDescriber;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.objectweb.asm.util.Textifier;

/** A program to run under the agent; prints what the agent did. */
final class AgentMain {
  private AgentMain() {}

  public static void main(String[] args) {
    Textifier instrumented = new Textifier();
    instrumented.visitMaxs(1, 2);
    ProbeRegistry registry = ProbeRegistry.ofThisJvm();
    List<String> classes = registry.drainNew().stream().map(ClassProbes::className).toList();
    Map<String, Object> report = new TreeMap<>();
    report.put("bootClassPath", Counters.class.getClassLoader() == null);
    report.put("instrumented", classes.contains(Textifier.class.getName()));
    report.put("others", classes.stream().anyMatch(c -> !c.startsWith("org.objectweb.asm.")));
    report.put("uninstrumented", registry.uninstrumented());
    report.put("hit", Arrays.equals(Counters.HITS, new byte[Counters.CAPACITY]) ? "no" : "yes");
    report.put("stacks", stacks());
    report.put("signatures", signatures());
    report.put("message", nullMessage(null));
    report.put("property", "K\u00e4se".equals(System.getProperty("shop")));
    report.put("hidden", hitsBehind(new HidingLoader()));
    System.out.println(report);
  }

  /** Whether probes count in the classes of a loader. */
  private static boolean hitsBehind(ClassLoader loader) {
    try {
      Object hidden = loader.loadClass(Textifier.class.getName()).getConstructor().newInstance();
      Arrays.fill(Counters.HITS, (byte) 0);
      hidden.getClass().getMethod("visitMaxs", int.class, int.class).invoke(hidden, 1, 2);
      return !Arrays.equals(Counters.HITS, new byte[Counters.CAPACITY]);
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new IllegalStateException(e);
    }
  }

  /** Shows its classes the JDK's java packages and one another, and nothing else. */
  private static final class HidingLoader extends ClassLoader {
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("java.")) {
        return super.loadClass(name, resolve);
      }
      if (!name.startsWith("org.objectweb.asm.")) {
        throw new ClassNotFoundException(name + " is hidden");
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      String file = name.replace('.', '/') + ".class";
      try (InputStream in = ClassLoader.getSystemResourceAsStream(file)) {
        byte[] classFile = in.readAllBytes();
        return defineClass(name, classFile, 0, classFile.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  /** How long the stacks of throwables are with and without, and whether that was noticed. */
  private static List<Object> stacks() {
    Throwable before = new Throwable();
    StackTraces.omit();
    Throwable without = new Throwable();
    boolean early = StackTraces.takeMissed();
    int none = without.getStackTrace().length;
    StackTraces.keep();
    boolean noticed = StackTraces.takeMissed();
    int still = without.getStackTrace().length;
    return List.of(
        StackTraces.areOptional(), before.getStackTrace().length, none, early, noticed, still);
  }

  /** Of what is made without a stack, by itself or because stacks are omitted. */
  private static List<String> signatures() {
    Throwable before = new Recycled();
    StackTraces.omit();
    List<Throwable> made =
        List.of(new Recycled(), before.fillInStackTrace(), new Lean(), new Leaner());
    StackTraces.keep();
    return Stream.concat(made.stream(), Stream.of(new Recycled()))
        .map(thrown -> FailureDescriber.signature(thrown).toString())
        .map(signature -> signature.substring(signature.indexOf('$') + 1))
        .toList();
  }

  /** What the JVM says of a null, which it finds out from the stack. */
  private static String nullMessage(int[] nothing) {
    StackTraces.omit();
    try {
      return "length " + nothing.length;
    } catch (NullPointerException e) {
      return e.getMessage();
    } finally {
      StackTraces.keep();
    }
  }

  /** Has a stack unless that is omitted. */
  private static final class Recycled extends Exception {
    private static final long serialVersionUID = 1;
  }

  /** Never has a stack. */
  private static final class Lean extends Exception {
    private static final long serialVersionUID = 1;

    Lean() {
      super(null, null, false, false);
    }
  }

  /** Never has a stack either. */
  private static final class Leaner extends Exception {
    private static final long serialVersionUID = 1;

    @Override
    public Throwable fillInStackTrace() {
      return this;
    }
  }
}
