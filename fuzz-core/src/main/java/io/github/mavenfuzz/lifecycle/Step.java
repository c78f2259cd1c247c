package io.github.mavenfuzz.lifecycle;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;

/**
 * One call of a method of the target's class.
 *
 * @param label what users call the method
 * @param arguments those that it takes
 */
record Step(String label, Method method, Object[] arguments) {

  static boolean isStatic(Method method) {
    return Modifier.isStatic(method.getModifiers());
  }

  /**
   * @param instance of the target's class; null when only static methods are called
   * @throws LifecycleException when the method throws something or cannot be called
   */
  void run(Object instance) throws LifecycleException {
    try {
      method.setAccessible(true);
      method.invoke(isStatic(method) ? null : instance, arguments);
    } catch (InvocationTargetException e) {
      throw new LifecycleException(label + " threw an exception", e.getCause());
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw new LifecycleException(label + " cannot be called", e);
    }
  }
}
