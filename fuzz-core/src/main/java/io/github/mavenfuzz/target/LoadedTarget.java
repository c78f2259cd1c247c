package io.github.mavenfuzz.target;

import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.input.TargetPlace;
import io.github.mavenfuzz.target.Supertypes.Supertype;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes targets of methods of loaded classes, in the JVM of the tests. It reads their class files,
 * so that a target has the same name and takes the same values as for the fuzzer.
 */
public final class LoadedTarget {
  private LoadedTarget() {}

  /**
   * @param classes the class that runs, after those in whose instances one of it is made
   * @param method which it declares or inherits, and which says that it is a target
   * @throws IllegalArgumentException with a sentence that says why it cannot be a target
   */
  public static FuzzTarget of(List<Class<?>> classes, Method method) {
    Lookup lookup = lookup(classes.get(0));
    ClassChain chain = chain(classes, lookup);
    Supertype owner = owner(chain, method.getDeclaringClass(), lookup);
    Candidate candidate =
        candidates(owner, lookup).stream()
            .filter(c -> isSame(c, method))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        chain.name()
                            + '#'
                            + method.getName()
                            + " is no target; "
                            + TargetForm.FORMS));
    InputShape shape = new ClassTargets(chain, lookup, new ScanResult()).shape(candidate);
    TargetPlace place =
        new TargetPlace(chain.classNames(), owner.type().className(), candidate.erasedParameters());
    return new FuzzTarget(chain.name(), method.getName(), shape, place);
  }

  /** Whether a method of the name that Jazzer's driver looks for is the one that it takes. */
  public static boolean isNamed(Method method) {
    Class<?> type = method.getDeclaringClass();
    try {
      Lookup lookup = lookup(type);
      List<Candidate> namesakes =
          candidates(owner(chain(List.of(type), lookup), type, lookup), lookup).stream()
              .filter(c -> c.name().equals(method.getName()))
              .toList();
      return namesakes.stream().allMatch(c -> c.form() == TargetForm.NAMED)
          && TargetForm.choose(namesakes).filter(c -> isSame(c, method)).isPresent();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Lookup lookup(Class<?> type) {
    return Lookup.in(ClassPath.of(type.getClassLoader()));
  }

  private static ClassChain chain(List<Class<?>> classes, Lookup lookup) {
    List<ParsedClass> types = new ArrayList<>();
    String name = classes.get(0).getName();
    for (Class<?> each : classes) {
      if (!types.isEmpty()) {
        name += each.getName().substring(each.getEnclosingClass().getName().length());
      }
      types.add(
          lookup
              .classes()
              .find(each.getName().replace('.', '/'))
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "the class file of "
                              + each.getName()
                              + " cannot be found by its class loader")));
    }
    return new ClassChain(name, types);
  }

  private static Supertype owner(ClassChain chain, Class<?> declaring, Lookup lookup) {
    return chain.supertypes(lookup.classes()).stream()
        .filter(s -> s.type().className().equals(declaring.getName()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the class file of "
                        + declaring.getName()
                        + " cannot be found by its class loader"));
  }

  private static List<Candidate> candidates(Supertype owner, Lookup lookup) {
    return owner.type().methods().stream()
        .flatMap(m -> lookup.forms().of(m).map(f -> new Candidate(owner, m, f)).stream())
        .toList();
  }

  private static boolean isSame(Candidate candidate, Method method) {
    String descriptor =
        MethodType.methodType(method.getReturnType(), method.getParameterTypes())
            .toMethodDescriptorString();
    return candidate.name().equals(method.getName()) && candidate.method().desc.equals(descriptor);
  }
}
