package io.github.mavenfuzz.lifecycle;

import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.type.ValueType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the method of a target in its loaded class, and makes instances of that. */
public final class TargetMethod {
  private TargetMethod() {}

  /**
   * @return empty when there is no such method
   */
  public static Optional<Method> find(Class<?> type, FuzzTarget target) {
    List<String> wanted = target.shape().types().stream().map(ValueType::descriptor).toList();
    Method[] declared = type.getDeclaredMethods();
    // Jazzer's driver takes the method that it knows by name from a superclass, too.
    Method[] inherited =
        target.methodName().equals(FuzzTarget.JAZZERS_METHOD) ? type.getMethods() : new Method[0];
    return Stream.concat(
            Arrays.stream(declared),
            Arrays.stream(inherited).filter(m -> Modifier.isStatic(m.getModifiers())))
        .filter(m -> m.getName().equals(target.methodName()))
        .filter(
            m ->
                Arrays.stream(m.getParameterTypes())
                    .map(Class::descriptorString)
                    .toList()
                    .equals(wanted))
        .findFirst();
  }

  /**
   * @throws LifecycleException when the class has no instances or its constructor throws something
   */
  static Object newInstance(Class<?> type) throws LifecycleException {
    try {
      Constructor<?> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (NoSuchMethodException e) {
      throw new LifecycleException("class has no constructor without parameters", null);
    } catch (InstantiationException e) {
      throw new LifecycleException("class is abstract", null);
    } catch (InvocationTargetException e) {
      throw new LifecycleException("constructor threw an exception", e.getCause());
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw new LifecycleException("constructor cannot be called", e);
    }
  }
}
