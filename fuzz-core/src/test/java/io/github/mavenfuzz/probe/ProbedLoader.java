package io.github.mavenfuzz.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.boot.Counters;
import io.github.mavenfuzz.coverage.ClassProbes;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.util.CheckClassAdapter;

/** Defines classes with probes, after a check by ASM, beside the originals of the tests' loader. */
public final class ProbedLoader extends ClassLoader {
  private final Map<String, byte[]> classFiles = new HashMap<>();
  private final Map<String, ClassProbes> probes = new HashMap<>();
  private final int first;
  private final CodeChanges changes;
  private int used;

  /**
   * @param first the number of the first probe
   */
  public ProbedLoader(int first) {
    this(first, new NoChanges());
  }

  ProbedLoader(int first, CodeChanges changes) {
    super(ProbedLoader.class.getClassLoader());
    this.first = first;
    this.changes = changes;
  }

  /** A loader for a class of the tests and everything nested in it. */
  public static ProbedLoader of(Class<?> original) {
    return of(original, new NoChanges());
  }

  /** The same, with what an agent changes beside. */
  public static ProbedLoader of(Class<?> original, CodeChanges changes) {
    ProbedLoader loader = new ProbedLoader(0, changes);
    for (Class<?> member : original.getNestMembers()) {
      loader.add(member.getName(), bytesOf(member));
    }
    return loader;
  }

  ProbedLoader add(String name, byte[] original) {
    byte[] probed =
        ProbeInserter.insert(
            original,
            changes,
            count -> {
              int start = first + used;
              used += count;
              probes.put(name, new ClassProbes(name, 0, start, count));
              return start;
            });
    classFiles.put(name, probed == null ? original : probed);
    return this;
  }

  public static byte[] bytesOf(Class<?> type) {
    String file = '/' + type.getName().replace('.', '/') + ".class";
    try (InputStream in = type.getResourceAsStream(file)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public byte[] probedBytes(String name) {
    return classFiles.get(name);
  }

  /** How many probes a class has. */
  int count(String name) {
    return probes.get(name).count();
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    byte[] classFile = classFiles.get(name);
    if (classFile == null || findLoadedClass(name) != null) {
      return super.loadClass(name, resolve);
    }
    check(classFile, getParent());
    return defineClass(name, classFile, 0, classFile.length);
  }

  /** Lets ASM verify the data flow of a class. */
  public static void check(byte[] classFile, ClassLoader loader) {
    StringWriter problems = new StringWriter();
    CheckClassAdapter.verify(
        new ClassReader(classFile), loader, false, new PrintWriter(problems, true));
    assertThat(problems.toString()).isEmpty();
  }

  /** What a static method of one parameter returns, or the class name of what it throws. */
  public Object run(String className, Object argument) {
    try {
      return run(loadClass(className), argument);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  public static Object run(Class<?> type, Object argument) {
    return call(type, "run", argument);
  }

  /** What a static method returns, or the class name of what it throws. */
  public static Object call(Class<?> type, String name, Object... arguments) {
    try {
      Method method =
          Arrays.stream(type.getDeclaredMethods())
              .filter(m -> m.getName().equals(name))
              .findFirst()
              .orElseThrow();
      method.setAccessible(true);
      return method.invoke(null, arguments);
    } catch (InvocationTargetException e) {
      return e.getCause().getClass().getName();
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /** The hits of each probe of a class in one run, by index, those that were not hit left out. */
  Map<Integer, Integer> hits(String className, Object argument) {
    run(className, argument); // so that no class is initialised in the run that counts
    Arrays.fill(Counters.HITS, first, first + used, (byte) 0);
    run(className, argument);
    ClassProbes of = probes.get(className);
    Map<Integer, Integer> hits = new TreeMap<>();
    for (int i = 0; i < of.count(); i++) {
      if (Counters.HITS[of.first() + i] != 0) {
        hits.put(i, Counters.HITS[of.first() + i] & 0xFF);
      }
    }
    return hits;
  }
}
