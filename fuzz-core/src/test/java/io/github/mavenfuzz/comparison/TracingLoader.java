package io.github.mavenfuzz.comparison;

import io.github.mavenfuzz.boot.Bytes;
import io.github.mavenfuzz.boot.Comparison;
import io.github.mavenfuzz.boot.Comparisons;
import io.github.mavenfuzz.boot.Elements;
import io.github.mavenfuzz.probe.ProbedLoader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Type;

/** Defines traced classes, after a check by ASM, beside the originals of the tests' loader. */
final class TracingLoader extends ClassLoader {
  static final String RECORDER = Type.getInternalName(Comparisons.class);

  private final Map<String, byte[]> classFiles = new HashMap<>();
  private final List<Site> sites = new ArrayList<>();

  TracingLoader() {
    super(TracingLoader.class.getClassLoader());
  }

  /** A loader for a class of the tests and everything nested in it. */
  static TracingLoader of(Class<?> original) {
    TracingLoader loader = new TracingLoader();
    for (Class<?> member : original.getNestMembers()) {
      loader.add(member.getName(), ProbedLoader.bytesOf(member));
    }
    return loader;
  }

  TracingLoader add(String name, byte[] original) {
    byte[] traced = ComparisonTracer.insert(original, RECORDER, this::number);
    classFiles.put(name, traced == null ? original : traced);
    return this;
  }

  private int number(Site site) {
    sites.add(site);
    return sites.size() - 1;
  }

  List<Site> sites() {
    return sites;
  }

  byte[] tracedBytes(String name) {
    return classFiles.get(name);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    byte[] classFile = classFiles.get(name);
    if (classFile == null || findLoadedClass(name) != null) {
      return super.loadClass(name, resolve);
    }
    ProbedLoader.check(classFile, getParent());
    return defineClass(name, classFile, 0, classFile.length);
  }

  /** What a static method returns, or the class name of what it throws. */
  Object call(String className, String method, Object... arguments) {
    try {
      return ProbedLoader.call(loadClass(className), method, arguments);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  /** The comparisons of one call, such as {@code NUMBERS 5 1234 EQUALITY RIGHT []}. */
  List<String> trace(String className, String method, Object... arguments) {
    Comparisons.begin();
    call(className, method, arguments);
    return Comparisons.end().stream().map(this::describe).toList();
  }

  private String describe(Comparison comparison) {
    Site site = sites.get(comparison.site());
    return String.join(
        " ",
        comparison.relation().toString(),
        textOf(comparison.left()),
        textOf(comparison.right()),
        site.test().toString(),
        site.constant().toString(),
        site.wanted().toString());
  }

  /** Text in quotes, and bytes in hexadecimal. */
  private static String textOf(Object value) {
    if (value instanceof String text) {
      return '\'' + text + '\'';
    }
    if (value instanceof Bytes bytes) {
      return "0x" + hex(bytes.latin1());
    }
    if (value instanceof Elements elements) {
      return elements.size() + "*0x" + hex(elements.latin1());
    }
    return String.valueOf(value);
  }

  private static String hex(String latin1) {
    return HexFormat.of().formatHex(latin1.getBytes(StandardCharsets.ISO_8859_1));
  }
}
