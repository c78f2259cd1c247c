package io.github.mavenfuzz.outline;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The methods of one class, as its file on the class path of this JVM has them. */
public final class ClassOutline {
  /** The outline of a class without a readable file: nothing is known. */
  public static final ClassOutline UNKNOWN = new ClassOutline(null, CallSiteLines.NONE, List.of());

  private final String parent;
  private final CallSiteLines callSites;
  private final List<MethodOutline> methods;
  private final Map<String, List<MethodOutline>> byName;

  private ClassOutline(String parent, CallSiteLines callSites, List<MethodOutline> methods) {
    this.parent = parent;
    this.callSites = callSites;
    this.methods = List.copyOf(methods);
    this.byName = methods.stream().collect(Collectors.groupingBy(m -> m.key().name()));
  }

  /**
   * Reads a class file by the system's class loader, which loads nothing for that and runs no code
   * of the project.
   *
   * @param className with dots
   */
  public static ClassOutline read(String className) {
    String file = className.replace('.', '/') + ".class";
    try (InputStream in = ClassLoader.getSystemResourceAsStream(file)) {
      return in == null ? UNKNOWN : read(in.readAllBytes());
    } catch (IOException | RuntimeException unreadable) {
      return UNKNOWN;
    }
  }

  static ClassOutline read(byte[] bytes) {
    List<MethodOutline> methods = new ArrayList<>();
    CallSiteLines[] callSites = {CallSiteLines.NONE};
    ClassVisitor visitor =
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public void visitSource(String source, String debug) {
            callSites[0] = CallSiteLines.parse(debug);
          }

          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            return new MethodReader(
                api, access, new MethodOutline.Key(name, descriptor), methods::add);
          }
        };
    ClassReader reader = new ClassReader(bytes);
    reader.accept(visitor, ClassReader.SKIP_FRAMES);
    String parent = reader.getSuperName();
    return new ClassOutline(
        parent == null ? null : parent.replace('/', '.'), callSites[0], methods);
  }

  /** The name of the class that it extends, with dots; null when it is not known. */
  public String parent() {
    return parent;
  }

  /** All methods that the class has itself, constructors and initialisers included. */
  public List<MethodOutline> methods() {
    return methods;
  }

  /**
   * The methods that a frame of a stack can be of: the one of the name that has the line, for
   * overloads have different ones; without a line all of the name.
   *
   * @param line negative when it is not known
   */
  public List<MethodOutline> methods(String name, int line) {
    List<MethodOutline> named = byName.getOrDefault(name, List.of());
    return line < 0 ? named : named.stream().filter(m -> m.hasLine(line)).limit(1).toList();
  }

  /** A method that the class has itself; that of an interface or an abstract one has no calls. */
  public Optional<MethodOutline> method(MethodOutline.Key key) {
    return byName.getOrDefault(key.name(), List.of()).stream()
        .filter(m -> m.key().equals(key))
        .findFirst();
  }

  /**
   * How many lines below the first of its method the line of a frame is; one of a function that the
   * compiler has put into the method counts as the line of its call.
   *
   * @return {@link MethodOutline#NO_LINE} when it is not known
   */
  public int lineInMethod(String name, int line) {
    return methods(name, line).stream()
        .filter(m -> m.hasLine(line))
        .mapToInt(m -> m.relative(callSites.of(line)))
        .findFirst()
        .orElse(MethodOutline.NO_LINE);
  }
}
