package io.github.mavenfuzz.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.BugDetectors;
import com.code_intelligence.jazzer.api.Jazzer;
import com.code_intelligence.jazzer.api.SilentCloseable;
import io.github.mavenfuzz.boot.Guidance;
import io.github.mavenfuzz.probe.ProbedLoader;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

class JazzerApiTransformerTest {
  private static final ClassLoader LOADER = JazzerApiTransformerTest.class.getClassLoader();

  private final JazzerApiTransformer transformer =
      new JazzerApiTransformer(loader -> Optional.of(Callees.DIRECT));

  /** The class as an agent would make it, in a loader of its own. */
  private Class<?> load(Class<?> original) {
    byte[] classFile =
        transformer.transform(
            LOADER,
            original.getName().replace('.', '/'),
            null,
            null,
            ProbedLoader.bytesOf(original));
    ProbedLoader.check(classFile, LOADER);
    return new ClassLoader(LOADER) {
      Class<?> define() {
        return defineClass(original.getName(), classFile, 0, classFile.length);
      }
    }.define();
  }

  private static Object call(Class<?> type, String method, Class<?> parameter, Object argument)
      throws Exception {
    return type.getMethod(method, parameter).invoke(null, argument);
  }

  @Test
  void everyHelperCallsTheEngineUnlessItLacksAnId() {
    ClassNode node = new ClassNode();
    new ClassReader(JazzerApiTransformer.rewrite(ProbedLoader.bytesOf(Jazzer.class)))
        .accept(node, 0);
    List<String> calling = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (MethodNode method : node.methods) {
      if ((method.access & Opcodes.ACC_PUBLIC) != 0) {
        String helper = method.name + method.desc;
        (calls(method).equals(List.of(helper)) ? calling : others).add(helper);
      }
    }

    assertThat(calling).hasSize(8).allMatch(guidance()::contains);
    assertThat(others)
        .containsExactlyInAnyOrder(
            "exploreState(B)V",
            "maximize(JJJ)V",
            "maximize(JJJI)V",
            "minimize(JJJ)V",
            "minimize(JJJI)V");
  }

  /** Which methods of the engine a method calls. */
  private static List<String> calls(MethodNode method) {
    List<String> calls = new ArrayList<>();
    for (AbstractInsnNode node : method.instructions) {
      if (node instanceof MethodInsnNode call
          && call.owner.equals(Type.getInternalName(Guidance.class))) {
        calls.add(call.name + call.desc);
      }
    }
    return calls;
  }

  private static List<String> guidance() {
    return Arrays.stream(Guidance.class.getMethods())
        .map(method -> method.getName() + Type.getMethodDescriptor(method))
        .toList();
  }

  @Test
  void callbacksReachTheEngine() throws Exception {
    StringBuilder called = new StringBuilder();
    Runnable callback = () -> called.append("once");

    call(load(Jazzer.class), "onFuzzTargetReady", Runnable.class, callback);
    Guidance.targetReady();

    assertThat(called).hasToString("once");
  }

  @Test
  void findingsReachTheEngine() throws Exception {
    Throwable finding = new Exception("finding");
    Class<?> jazzer = load(Jazzer.class);
    List<Throwable> thrown = new ArrayList<>();
    try {
      call(jazzer, "reportFindingFromHook", Throwable.class, finding);
    } catch (InvocationTargetException e) {
      thrown.add(e.getCause());
    }

    assertThat(thrown).containsExactly(finding);
    assertThat(Guidance.takeReported()).isSameAs(finding);
  }

  @Test
  void theSeedIsTheSameInEveryJvm() throws Exception {
    assertThat(load(Jazzer.class).getField("SEED").getInt(null)).isZero();
  }

  @Test
  void bugDetectorsTakeWhatTheyAreTold() throws Exception {
    BiPredicate<String, Integer> all = (host, port) -> true;
    Class<?> detectors = load(BugDetectors.class);

    try (SilentCloseable outer =
        (SilentCloseable) call(detectors, "allowNetworkConnections", BiPredicate.class, all)) {
      BiPredicate<String, Integer> none = (host, port) -> false;
      ((SilentCloseable) call(detectors, "allowNetworkConnections", BiPredicate.class, none))
          .close();
      assertThat(outer).isNotNull();
    }
  }

  @Test
  void otherClassesAndBrokenOnesStayAsTheyAre() {
    byte[] other = ProbedLoader.bytesOf(SilentCloseable.class);

    assertThat(transformer.transform(LOADER, "com/example/Other", null, null, other)).isNull();
    assertThat(transformer.transform(LOADER, JazzerApiTransformer.JAZZER, null, null, new byte[9]))
        .isNull();
  }

  @Test
  void aVersionOfTheApiWithOtherHelpersIsLeftAlone() {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(
        Opcodes.V17,
        Opcodes.ACC_PUBLIC,
        JazzerApiTransformer.JAZZER,
        null,
        "java/lang/Object",
        null);
    int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_NATIVE;
    writer.visitMethod(access, "maximize", "(JI)V", null, null);

    assertThat(JazzerApiTransformer.rewrite(writer.toByteArray())).isEqualTo(writer.toByteArray());
  }
}
