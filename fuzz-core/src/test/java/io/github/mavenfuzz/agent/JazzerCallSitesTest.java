package io.github.mavenfuzz.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.Jazzer;
import io.github.mavenfuzz.probe.ProbedLoader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

class JazzerCallSitesTest {
  /** Calls without ids and with, straight and at the joint of two branches. */
  static final class Calls {
    static Object run(int number) {
      Jazzer.exploreState((byte) number);
      Jazzer.exploreState(number > 3 ? (byte) 1 : (byte) 2);
      Jazzer.maximize(number, 0, 10);
      Jazzer.minimize(number, 0, 10, 7);
      Jazzer.exploreState((byte) number, 5);
      return number;
    }
  }

  private record Call(String helper, Object constantBefore, Object constantBeforeThat) {}

  private static List<Call> calls() {
    ProbedLoader loader = ProbedLoader.of(Calls.class, EngineCalls.DIRECT);
    // Verified by ASM and by the JVM.
    assertThat(loader.run(Calls.class.getName(), 4)).isEqualTo(4);
    ClassNode node = new ClassNode();
    new ClassReader(loader.probedBytes(Calls.class.getName())).accept(node, 0);
    List<Call> calls = new ArrayList<>();
    for (MethodNode method : node.methods) {
      for (AbstractInsnNode instruction : method.instructions) {
        if (instruction instanceof MethodInsnNode call && call.owner.endsWith("/Jazzer")) {
          AbstractInsnNode before = call.getPrevious();
          calls.add(
              new Call(call.name + call.desc, constant(before), constant(before.getPrevious())));
        }
      }
    }
    return calls;
  }

  private static Object constant(AbstractInsnNode node) {
    return node instanceof LdcInsnNode ldc ? ldc.cst : null;
  }

  @Test
  void everyCallGetsAnId() {
    assertThat(calls())
        .extracting(Call::helper)
        .containsExactly(
            "exploreState(BI)V",
            "exploreState(BI)V",
            "maximize(JJJII)V",
            "minimize(JJJII)V",
            "exploreState(BI)V");
  }

  @Test
  void theIdsDifferFromCallToCallButNotFromJvmToJvm() {
    List<Object> ids = calls().subList(0, 4).stream().map(Call::constantBefore).toList();

    assertThat(ids).doesNotHaveDuplicates().doesNotContainNull();
    String place = Calls.class.getName().replace('.', '/') + ".run(I)Ljava/lang/Object;";
    assertThat(ids.get(0)).isEqualTo((place + 0).hashCode());
  }

  @Test
  void whoNamesNoNumberOfCountersGetsTheDefaultOfTheApi() {
    assertThat(calls().get(2).constantBeforeThat()).isEqualTo(Jazzer.DEFAULT_NUM_COUNTERS);
  }
}
