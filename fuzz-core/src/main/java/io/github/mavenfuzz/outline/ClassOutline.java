package io.github.mavenfuzz.outline;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The methods of one class, as its file on the class path of this JVM has them. */
public final class ClassOutline {
  /** Of a class without a file, or one that cannot be read: nothing is known. */
  public static final ClassOutline UNKNOWN = new ClassOutline(null, List.of());

  private final String parent;
  private final Map<String, List<MethodOutline>> methods;

  private ClassOutline(String parent, List<MethodOutline> methods) {
    this.parent = parent;
    this.methods = methods.stream().collect(Collectors.groupingBy(m -> m.key().name()));
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

  private static ClassOutline read(byte[] bytes) {
    List<MethodOutline> methods = new ArrayList<>();
    ClassVisitor visitor =
        new ClassVisitor(Opcodes.ASM9) {
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
    return new ClassOutline(parent == null ? null : parent.replace('/', '.'), methods);
  }

  /** The name of the class that it extends, with dots; null when it is not known. */
  public String parent() {
    return parent;
  }

  /** The method of a name that has a line; overloads have different ones. */
  public Optional<MethodOutline> method(String name, int line) {
    return named(name).filter(m -> m.relative(line) >= 0).findFirst();
  }

  /** A method that the class has itself; that of an interface or an abstract one has no calls. */
  public Optional<MethodOutline> method(MethodOutline.Key key) {
    return named(key.name()).filter(m -> m.key().equals(key)).findFirst();
  }

  private Stream<MethodOutline> named(String name) {
    return methods.getOrDefault(name, List.of()).stream();
  }
}
