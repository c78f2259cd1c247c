package io.github.mavenfuzz.agent;

import io.github.mavenfuzz.boot.Comparisons;
import io.github.mavenfuzz.boot.Counters;
import io.github.mavenfuzz.boot.Exits;
import io.github.mavenfuzz.boot.Guidance;
import io.github.mavenfuzz.boot.StackTraces;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A class of the package {@code java.lang}, made when a worker JVM starts, by which instrumented
 * code reaches the engine's classes. A class loader of plugins or scripts may hide the engine's
 * classes, or find a second copy of them on its own class path. But every loader needs the JDK's
 * own packages, and none can define classes in them.
 */
final class Bridge {
  static final String NAME = "java/lang/$FuzzBridge";

  /** The same by its binary name. */
  static final String CLASS_NAME = NAME.replace('/', '.');

  private static final String INITIALISER = "<clinit>";
  private static final String NO_ARGUMENTS = "()V";

  private Bridge() {}

  /**
   * Defines the class. Only an isolated module gets access to {@code java.lang}, so that the target
   * can reach no more than before.
   *
   * @return whether that could be done in this kind of JVM
   */
  static boolean install(Instrumentation instrumentation) {
    try {
      Isolated isolated = new Isolated(read(BridgeDefiner.class));
      Class<?> definer = isolated.loadClass(BridgeDefiner.class.getName());
      instrumentation.redefineModule(
          Object.class.getModule(),
          Set.of(Counters.class.getModule()),
          Map.of(),
          Map.of(Object.class.getPackageName(), Set.of(definer.getModule())),
          Set.of(),
          Map.of());
      definer.getMethod("define", byte[].class).invoke(null, (Object) classFile());
      return true;
    } catch (ReflectiveOperationException | IOException | RuntimeException | LinkageError e) {
      return false;
    }
  }

  private static byte[] read(Class<?> type) throws IOException {
    try (InputStream in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
      return in.readAllBytes();
    }
  }

  static byte[] classFile() {
    ClassWriter writer = new ClassWriter(0);
    int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC;
    writer.visit(Opcodes.V17, access, NAME, null, Type.getInternalName(Object.class), null);
    MethodVisitor init =
        writer.visitMethod(Opcodes.ACC_STATIC, INITIALISER, NO_ARGUMENTS, null, null);
    init.visitCode();
    share(writer, init, Type.getInternalName(Counters.class), "HITS", "[B");
    share(writer, init, Type.getInternalName(StackTraces.class), "SWITCHES", "[Z");
    init.visitInsn(Opcodes.RETURN);
    init.visitMaxs(1, 0);
    init.visitEnd();
    forwardAll(writer, Exits.class);
    forwardAll(writer, Guidance.class);
    forwardAll(writer, Comparisons.class);
    writer.visitEnd();
    return writer.toByteArray();
  }

  /** The same array under the same name. */
  private static void share(
      ClassWriter writer, MethodVisitor init, String owner, String field, String type) {
    int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL;
    writer.visitField(access, field, type, null, null).visitEnd();
    init.visitFieldInsn(Opcodes.GETSTATIC, owner, field, type);
    init.visitFieldInsn(Opcodes.PUTSTATIC, NAME, field, type);
  }

  private static void forwardAll(ClassWriter writer, Class<?> owner) {
    for (Method method : owner.getDeclaredMethods()) {
      boolean open = Modifier.isPublic(method.getModifiers());
      if (open && method.getReturnType() == void.class) {
        forward(writer, owner, method);
      }
    }
  }

  private static void forward(ClassWriter writer, Class<?> owner, Method method) {
    String descriptor = Type.getMethodDescriptor(method);
    int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC;
    MethodVisitor code = writer.visitMethod(access, method.getName(), descriptor, null, null);
    code.visitCode();
    int slot = 0;
    for (Type argument : Type.getArgumentTypes(descriptor)) {
      code.visitVarInsn(argument.getOpcode(Opcodes.ILOAD), slot);
      slot += argument.getSize();
    }
    code.visitMethodInsn(
        Opcodes.INVOKESTATIC, Type.getInternalName(owner), method.getName(), descriptor, false);
    code.visitInsn(Opcodes.RETURN);
    code.visitMaxs(slot, slot);
    code.visitEnd();
  }

  /** A loader with one class, in a module of its own. */
  private static final class Isolated extends ClassLoader {
    Isolated(byte[] classFile) {
      super(null);
      defineClass(BridgeDefiner.class.getName(), classFile, 0, classFile.length);
    }
  }
}
