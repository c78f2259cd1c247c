package io.github.mavenfuzz.target;

import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.input.TargetPlace;
import io.github.mavenfuzz.type.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InnerClassNode;
import org.objectweb.asm.tree.MethodNode;

/** The targets of one class file, and what is wrong with them. */
final class ClassTargets {
  private static final String AUTOFUZZ = "com/code_intelligence/jazzer/api/Autofuzz";

  private final byte[] classFile;
  private final ClassNode classNode;
  private final List<MethodNode> methods;
  private final String className;
  private final DeclaredTypes declared;

  /** Each once, however often the targets are read. */
  private final Set<String> warnings = new LinkedHashSet<>();

  /**
   * @param classes for the enums and records that targets take
   * @throws CorruptClassException when the bytes are no class file or one of a future version
   */
  ClassTargets(byte[] classFile, ClassSource classes) throws CorruptClassException {
    this.classFile = classFile;
    int outlineOnly = ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG;
    ClassNode outline = ClassFile.parse(classFile, outlineOnly, ClassTargets::checkSignatures);
    // only a full look, which is slower, knows the names of local variables
    classNode =
        marked(outline).isEmpty()
            ? outline
            : ClassFile.parse(classFile, ClassReader.SKIP_FRAMES, ClassTargets::checkSignatures);
    methods = marked(classNode);
    className = classNode.name.replace('/', '.');
    declared = new DeclaredTypes(classes);
  }

  private static void checkSignatures(ClassNode node) {
    for (MethodNode method : marked(node)) {
      Type.getArgumentTypes(method.desc);
      TypeUseParser.parameters(method).forEach(TypeUse::toString);
    }
  }

  private static List<MethodNode> marked(ClassNode node) {
    return node.methods.stream().filter(m -> TargetForm.of(m).isPresent()).toList();
  }

  String className() {
    return className;
  }

  String internalName() {
    return classNode.name;
  }

  /** Whether there are methods that are targets, or would be if nothing were wrong with them. */
  boolean hasCandidates() {
    return !methods.isEmpty();
  }

  /** The internal name of the superclass; null for java.lang.Object. */
  String superName() {
    return classNode.superName;
  }

  /**
   * What a subclass that declares no target inherits: the one that is a target by its name.
   *
   * @param subclass its binary name
   */
  TargetScan scanInherited(String subclass) {
    List<MethodNode> named =
        methods.stream().filter(m -> m.name.equals(FuzzTarget.JAZZERS_METHOD)).toList();
    TargetScan scan =
        scan(named.stream().allMatch(m -> form(m) == TargetForm.NAMED) ? named : List.of());
    return new TargetScan(
        scan.targets().stream()
            .map(
                target ->
                    new FuzzTarget(
                        subclass,
                        target.methodName(),
                        target.shape(),
                        new TargetPlace(List.of(subclass), className, target.place().parameters())))
            .toList(),
        scan.problems(),
        scan.warnings());
  }

  TargetScan scan() {
    return scan(methods);
  }

  private TargetScan scan(List<MethodNode> candidates) {
    List<FuzzTarget> targets = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (String name : candidates.stream().map(m -> m.name).distinct().toList()) {
      scan(candidates.stream().filter(m -> m.name.equals(name)).toList(), targets, problems);
    }
    if (!targets.isEmpty() && ClassFile.refersTo(classFile, AUTOFUZZ)) {
      targets.clear();
      problems.add(
          className
              + " uses Autofuzz, which the fuzzer does not have; write a fuzz target with typed"
              + " parameters that calls the method");
    }
    return new TargetScan(targets, problems, List.copyOf(warnings));
  }

  /** A helper that has the name of a target beside one that is annotated is none. */
  private void scan(List<MethodNode> namesakes, List<FuzzTarget> targets, List<String> problems) {
    List<MethodNode> annotated =
        namesakes.stream().filter(m -> form(m) != TargetForm.NAMED).toList();
    if (annotated.size() > 1) {
      problems.add(
          "%s has %d fuzz targets named %s; give each a name of its own"
              .formatted(className, annotated.size(), annotated.get(0).name));
    } else if (annotated.size() == 1) {
      scan(annotated.get(0), targets, problems);
    } else {
      TargetForm.choose(namesakes)
          .ifPresentOrElse(
              method -> scan(method, targets, problems), () -> problems.add(nearMiss(namesakes)));
    }
  }

  /**
   * The types of the parameters of a method that says it is a target.
   *
   * @throws IllegalArgumentException with a sentence when it is not there, or takes what no target
   *     can take
   */
  InputShape shape(String name, String descriptor) {
    MethodNode method =
        methods.stream()
            .filter(m -> m.name.equals(name) && m.desc.equals(descriptor))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        className + '#' + name + " is no target; " + TargetForm.FORMS));
    List<String> problems = new ArrayList<>();
    List<ValueType> types = parameterTypes(method, form(method), problems);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(problems.get(0));
    }
    return new InputShape(types);
  }

  /** Whether a method is the one that is a target by its name. */
  boolean isNamed(String name, String descriptor) {
    List<MethodNode> namesakes = methods.stream().filter(m -> m.name.equals(name)).toList();
    return namesakes.stream().allMatch(m -> form(m) == TargetForm.NAMED)
        && TargetForm.choose(namesakes).filter(m -> m.desc.equals(descriptor)).isPresent();
  }

  private String nearMiss(List<MethodNode> named) {
    return className
        + (named.stream().anyMatch(TargetForm::isPublicStatic)
            ? " has several methods fuzzerTestOneInput that could be the fuzz target; leave one of"
                + " them public static"
            : "#fuzzerTestOneInput is no fuzz target, because it is not public static; make it"
                + " public static void fuzzerTestOneInput(byte[]) or (FuzzedDataProvider)");
  }

  private static TargetForm form(MethodNode method) {
    return TargetForm.of(method).orElseThrow();
  }

  private void scan(MethodNode method, List<FuzzTarget> targets, List<String> problems) {
    List<String> found = new ArrayList<>();
    if (!isText(className) || !isText(method.name)) {
      found.add(id(method) + " has half a character in its name; rename it");
    }
    if ((method.access & Opcodes.ACC_ABSTRACT) != 0) {
      found.add(id(method) + " is abstract; a fuzz target is a method with a body");
    } else if ((method.access & Opcodes.ACC_STATIC) == 0) {
      targetClass().problem(method.name).ifPresent(found::add);
    }
    List<ValueType> types = parameterTypes(method, form(method), found);
    if (found.isEmpty()) {
      targets.add(new FuzzTarget(className, method.name, new InputShape(types)));
    }
    problems.addAll(found);
  }

  /** A class file can have the half of a character outside the Basic Multilingual Plane. */
  private static boolean isText(String name) {
    return name.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
  }

  private List<ValueType> parameterTypes(
      MethodNode method, TargetForm form, List<String> problems) {
    List<TypeUse> uses = TypeUseParser.parameters(method);
    if (uses.isEmpty()) {
      problems.add(
          id(method)
              + " takes no parameter that a fuzzer could vary; give it one or more of these types: "
              + TypeReader.SUPPORTED);
    }
    Marks.unsupported(method).forEach(mark -> warnIgnored(mark, id(method)));
    TypeReader reader = new TypeReader(declared, form.nullByDefault());
    List<ValueType> types = new ArrayList<>();
    for (int i = 0; i < uses.size(); i++) {
      try {
        types.add(reader.read(uses.get(i), uses.size() == 1));
        String place = "parameter " + parameterName(method, i) + " of " + id(method);
        reader.unsupported().forEach(mark -> warnIgnored(mark, place));
      } catch (UnsupportedTypeException e) {
        problems.add(
            "parameter %s of %s is a %s, %s"
                .formatted(parameterName(method, i), id(method), uses.get(i), e.getMessage()));
      }
    }
    return types;
  }

  private void warnIgnored(Mark mark, String place) {
    warnings.add("@%s on %s is not supported and has no effect".formatted(mark.name(), place));
  }

  /** The name in the source, in quotes, or the number when the class was compiled without names. */
  private static String parameterName(MethodNode method, int index) {
    if (method.parameters != null && index < method.parameters.size()) {
      return '"' + method.parameters.get(index).name + '"';
    }
    int slot = (method.access & Opcodes.ACC_STATIC) != 0 ? 0 : 1;
    Type[] types = Type.getArgumentTypes(method.desc);
    for (int i = 0; i < index; i++) {
      slot += types[i].getSize();
    }
    int ofParameter = slot;
    return method.localVariables == null
        ? Integer.toString(index + 1)
        : method.localVariables.stream()
            .filter(v -> v.index == ofParameter)
            .findFirst()
            .map(v -> '"' + v.name + '"')
            .orElse(Integer.toString(index + 1));
  }

  private TargetClass targetClass() {
    return new TargetClass(
        className,
        (classNode.access & Opcodes.ACC_INTERFACE) != 0,
        (classNode.access & Opcodes.ACC_ABSTRACT) != 0,
        isInner(),
        classNode.methods.stream().anyMatch(ClassTargets::isNoArgConstructor));
  }

  private boolean isInner() {
    for (InnerClassNode entry : classNode.innerClasses) {
      if (entry.name.equals(classNode.name)) {
        return entry.outerName != null && (entry.access & Opcodes.ACC_STATIC) == 0;
      }
    }
    return false;
  }

  private static boolean isNoArgConstructor(MethodNode method) {
    return method.name.equals("<init>") && method.desc.equals("()V");
  }

  private String id(MethodNode method) {
    return className + '#' + method.name;
  }
}
