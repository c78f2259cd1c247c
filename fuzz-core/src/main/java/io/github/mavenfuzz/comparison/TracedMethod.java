package io.github.mavenfuzz.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Makes one method tell of its comparisons. What is inserted has no jumps, and keeps what it moves
 * in variables of its own, so the frames of the method stay as they are.
 */
final class TracedMethod {
  /** What is inserted needs so much more room on the stack. */
  private static final int STACK = 6;

  /** Keys of a switch beyond that are not traced. */
  private static final int MOST_KEYS = 256;

  private final String className;
  private final MethodNode method;
  private final String recorder;
  private final ToIntFunction<Site> numbering;
  private final InsnList code;

  /** Texts that the method names. */
  private final List<String> texts = new ArrayList<>();

  private boolean changed;

  /**
   * @param className with dots
   * @param recorder the internal name of the class that is told
   * @param numbering of the sites; negative when there is no room for one more
   */
  TracedMethod(
      String className, MethodNode method, String recorder, ToIntFunction<Site> numbering) {
    this.className = className;
    this.method = method;
    this.recorder = recorder;
    this.numbering = numbering;
    this.code = method.instructions;
  }

  /**
   * Inserts the calls.
   *
   * @return whether there are any
   */
  boolean trace() {
    AbstractInsnNode[] nodes = code.toArray();
    for (AbstractInsnNode node : nodes) {
      if (node instanceof LdcInsnNode ldc && ldc.cst instanceof String text) {
        texts.add(text);
      }
    }
    for (AbstractInsnNode node : nodes) {
      trace(node);
    }
    method.maxStack += changed ? STACK : 0;
    return changed;
  }

  private void trace(AbstractInsnNode node) {
    if (node instanceof JumpInsnNode jump) {
      traceJump(jump);
    } else if (node instanceof TableSwitchInsnNode table) {
      traceSwitch(node, keys(table));
    } else if (node instanceof LookupSwitchInsnNode lookup) {
      traceSwitch(node, lookup.keys.stream().map(Integer::longValue).toList());
    } else if (node instanceof MethodInsnNode call) {
      traceCall(call);
    } else if (node instanceof InvokeDynamicInsnNode dynamic) {
      traceTypeSwitch(dynamic);
    } else {
      traceWide(node);
    }
  }

  private static List<Long> keys(TableSwitchInsnNode table) {
    List<Long> keys = new ArrayList<>();
    for (int i = 0; i < table.labels.size(); i++) {
      if (table.labels.get(i) != table.dflt) {
        keys.add((long) table.min + i);
      }
    }
    return keys;
  }

  private void traceJump(JumpInsnNode jump) {
    int opcode = jump.getOpcode();
    if (opcode >= Opcodes.IF_ICMPEQ && opcode <= Opcodes.IF_ICMPLE) {
      boolean equality = opcode <= Opcodes.IF_ICMPNE;
      Site.Constant constant = Instructions.constant(jump);
      String arithmetic =
          equality && constant == Site.Constant.RIGHT
              ? arithmetic(Instructions.before(Instructions.before(jump)))
              : null;
      int site = number(jump, test(equality), constant, List.of());
      tell(jump, new InsnNode(Opcodes.DUP2), arithmetic == null ? "ints" : arithmetic, "II", site);
    } else if (opcode >= Opcodes.IFEQ && opcode <= Opcodes.IFLE) {
      AbstractInsnNode before = Instructions.before(jump);
      if (Instructions.isVerdict(before)) {
        return;
      }
      boolean equality = opcode <= Opcodes.IFNE;
      String arithmetic = equality ? arithmetic(before) : null;
      int site = number(jump, test(equality), Site.Constant.RIGHT, List.of());
      if (arithmetic == null) {
        tell(jump, new InsnNode(Opcodes.DUP), "zero", "I", site);
      } else {
        InsnList both = new InsnList();
        both.add(new InsnNode(Opcodes.DUP));
        both.add(new InsnNode(Opcodes.ICONST_0));
        tell(jump, both, arithmetic, "II", site);
      }
    }
  }

  private static Site.Test test(boolean equality) {
    return equality ? Site.Test.EQUALITY : Site.Test.ORDER;
  }

  /**
   * Makes a remainder or a mask tell of its operands.
   *
   * @return what a comparison behind it is told with, or null when it is neither
   */
  private String arithmetic(AbstractInsnNode node) {
    int opcode = node == null ? -1 : node.getOpcode();
    if (opcode == Opcodes.IREM || opcode == Opcodes.IAND) {
      InsnList before = new InsnList();
      before.add(new InsnNode(Opcodes.DUP2));
      if (isMaskFirst(node)) {
        before.add(new InsnNode(Opcodes.SWAP));
      }
      before.add(call("operands", "(II)V"));
      code.insertBefore(node, before);
      changed = true;
      return opcode == Opcodes.IREM ? "remainder" : "mask";
    }
    return null;
  }

  /** Whether the mask, a constant, stands before what is masked. */
  private static boolean isMaskFirst(AbstractInsnNode node) {
    boolean isMask = node.getOpcode() == Opcodes.IAND || node.getOpcode() == Opcodes.LAND;
    return isMask && Instructions.constant(node) == Site.Constant.LEFT;
  }

  /** Comparisons of long and floating numbers, whose verdict a jump then looks at. */
  private void traceWide(AbstractInsnNode node) {
    switch (node.getOpcode()) {
      case Opcodes.LCMP -> traceTwoSlots(node, "longs", "J", Opcodes.LSTORE, Opcodes.LLOAD);
      case Opcodes.DCMPL, Opcodes.DCMPG ->
          traceTwoSlots(node, "doubles", "D", Opcodes.DSTORE, Opcodes.DLOAD);
      case Opcodes.FCMPL, Opcodes.FCMPG ->
          tell(node, new InsnNode(Opcodes.DUP2), "floats", "FF", wide(node));
      default -> {} // compares nothing
    }
  }

  private int wide(AbstractInsnNode node) {
    AbstractInsnNode jump = Instructions.after(node);
    int opcode = jump == null ? -1 : jump.getOpcode();
    boolean equality = opcode == Opcodes.IFEQ || opcode == Opcodes.IFNE;
    return number(node, test(equality), Instructions.constant(node), List.of());
  }

  private void traceTwoSlots(AbstractInsnNode node, String told, String type, int store, int load) {
    int site = wide(node);
    if (site < 0) {
      return;
    }
    int variable = newVariable(2);
    boolean constant = Instructions.isConstant(Instructions.before(node));
    String arithmetic = constant ? wideArithmetic(node) : null;
    InsnList before = new InsnList();
    before.add(new VarInsnNode(store, variable));
    before.add(new InsnNode(Opcodes.DUP2));
    before.add(new VarInsnNode(load, variable));
    tell(node, before, arithmetic == null ? told : arithmetic, type + type, site);
    code.insertBefore(node, new VarInsnNode(load, variable));
  }

  private String wideArithmetic(AbstractInsnNode node) {
    AbstractInsnNode arithmetic = Instructions.before(Instructions.before(node));
    int opcode = arithmetic == null ? -1 : arithmetic.getOpcode();
    if (opcode != Opcodes.LREM && opcode != Opcodes.LAND) {
      return null;
    }
    int variable = newVariable(2);
    InsnList before = new InsnList();
    before.add(new VarInsnNode(Opcodes.LSTORE, variable));
    before.add(new InsnNode(Opcodes.DUP2));
    before.add(new VarInsnNode(Opcodes.LLOAD, variable));
    if (isMaskFirst(arithmetic)) {
      before.add(new InsnNode(Opcodes.DUP2_X2));
      before.add(new InsnNode(Opcodes.POP2));
    }
    before.add(call("operands", "(JJ)V"));
    before.add(new VarInsnNode(Opcodes.LLOAD, variable));
    code.insertBefore(arithmetic, before);
    return opcode == Opcodes.LREM ? "remainder" : "mask";
  }

  private void traceSwitch(AbstractInsnNode node, List<Long> keys) {
    AbstractInsnNode before = Instructions.before(node);
    if (isTextsHash(before)) {
      List<String> words = texts.stream().filter(t -> keys.contains((long) t.hashCode())).toList();
      int site = number(node, Site.Test.EQUALITY, Site.Constant.RIGHT, words);
      tell(before, new InsnNode(Opcodes.DUP), "words", "L", site);
    } else if (keys.size() <= MOST_KEYS) {
      int site = number(node, Site.Test.EQUALITY, Site.Constant.RIGHT, keys);
      tell(node, new InsnNode(Opcodes.DUP), "key", "I", site);
    }
  }

  private static boolean isTextsHash(AbstractInsnNode node) {
    return node instanceof MethodInsnNode call
        && call.owner.equals("java/lang/String")
        && call.name.equals("hashCode");
  }

  /** A switch over patterns of types, of which some labels may be constants. */
  private void traceTypeSwitch(InvokeDynamicInsnNode dynamic) {
    if (!dynamic.bsm.getOwner().equals("java/lang/runtime/SwitchBootstraps")
        || Type.getArgumentTypes(dynamic.desc)[0].getSort() < Type.ARRAY) {
      return; // the latter are switches over primitive values
    }
    List<Object> wanted = new ArrayList<>();
    for (Object label : dynamic.bsmArgs) {
      if (label instanceof String) {
        wanted.add(label);
      } else if (label instanceof Integer number) {
        wanted.add(number.longValue());
      }
    }
    if (!wanted.isEmpty()) {
      InsnList target = new InsnList();
      target.add(new InsnNode(Opcodes.DUP2));
      target.add(new InsnNode(Opcodes.POP));
      int site = number(dynamic, Site.Test.EQUALITY, Site.Constant.RIGHT, wanted);
      tell(dynamic, target, "words", "L", site);
    }
  }

  private void traceCall(MethodInsnNode call) {
    TracedCall traced = TracedCall.of(call);
    if (traced == null) {
      return;
    }
    int site = number(call, Site.Test.EQUALITY, constantOf(call, traced), traced.samples());
    if (site < 0) {
      return;
    }
    List<Type> types = new ArrayList<>(List.of(Type.getArgumentTypes(call.desc)));
    if (call.getOpcode() != Opcodes.INVOKESTATIC) {
      types.add(0, Type.getObjectType(call.owner));
    }
    int[] variables = new int[types.size()];
    for (int i = 0; i < variables.length; i++) {
      variables[i] = newVariable(types.get(i).getSize());
    }
    InsnList around = new InsnList();
    for (int i = variables.length - 1; i >= 0; i--) {
      around.add(new VarInsnNode(types.get(i).getOpcode(Opcodes.ISTORE), variables[i]));
    }
    for (int operand : traced.operands()) {
      around.add(load(types.get(operand), variables[operand]));
    }
    around.add(new LdcInsnNode(site));
    around.add(call(traced.recorder(), traced.descriptor()));
    for (int i = 0; i < variables.length; i++) {
      around.add(load(types.get(i), variables[i]));
    }
    code.insertBefore(call, around);
    changed = true;
  }

  /**
   * @param size in slots
   */
  private int newVariable(int size) {
    method.maxLocals += size;
    return method.maxLocals - size;
  }

  private static VarInsnNode load(Type type, int variable) {
    return new VarInsnNode(type.getOpcode(Opcodes.ILOAD), variable);
  }

  /** The constant operand of a call, if it is the last argument, or stands before a simple one. */
  private static Site.Constant constantOf(MethodInsnNode call, TracedCall traced) {
    if (traced.wantsRight()) {
      return Site.Constant.RIGHT;
    }
    Site.Constant constant = Instructions.constant(call);
    boolean inOrder = traced.operands().length == 2 && traced.operands()[0] == 0;
    int values =
        Type.getArgumentTypes(call.desc).length
            + (call.getOpcode() == Opcodes.INVOKESTATIC ? 0 : 1);
    return inOrder && values == 2 ? constant : Site.Constant.NONE;
  }

  private int number(
      AbstractInsnNode node, Site.Test test, Site.Constant constant, List<?> wanted) {
    int line = Instructions.line(node);
    return numbering.applyAsInt(
        new Site(className, method.name, line, test, constant, List.copyOf(wanted)));
  }

  private void tell(
      AbstractInsnNode before, AbstractInsnNode copy, String told, String types, int site) {
    InsnList list = new InsnList();
    list.add(copy);
    tell(before, list, told, types, site);
  }

  /**
   * Inserts a call.
   *
   * @param operands what pushes them
   * @param types of the operands, where {@code L} is an object
   */
  private void tell(
      AbstractInsnNode before, InsnList operands, String told, String types, int site) {
    if (site < 0) {
      operands.clear();
      return;
    }
    operands.add(new LdcInsnNode(site));
    String descriptor = '(' + types.replace("L", "Ljava/lang/Object;") + "I)V";
    operands.add(call(told, descriptor));
    code.insertBefore(before, operands);
    changed = true;
  }

  private MethodInsnNode call(String told, String descriptor) {
    return new MethodInsnNode(Opcodes.INVOKESTATIC, recorder, told, descriptor, false);
  }
}
