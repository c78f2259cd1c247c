package io.github.mavenfuzz.lifecycle;

import io.github.mavenfuzz.input.FuzzTarget;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Set;

/** Finds the method of a target among loaded classes, and makes what it is called on. */
public final class TargetMethod {
  private TargetMethod() {}

  /**
   * The method, which the class declares or inherits.
   *
   * @param type the class on which it is called
   * @throws LifecycleException when there is none
   */
  public static Method find(Class<?> type, FuzzTarget target) throws LifecycleException {
    for (Class<?> declaring : withSupertypes(type)) {
      if (declaring.getName().equals(target.place().declaringClass())) {
        return findIn(declaring, target);
      }
    }
    throw missing(target);
  }

  /**
   * A class with all that it inherits from, each once, in the order in which a method of one
   * overrides those of the others: the class, its superclasses, then interfaces, each before those
   * that it extends.
   */
  public static List<Class<?>> withSupertypes(Class<?> type) {
    List<Class<?>> superclasses = new ArrayList<>();
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      superclasses.add(c);
    }
    LinkedList<Class<?>> interfaces = new LinkedList<>();
    Set<Class<?>> seen = new HashSet<>();
    // As each is put before what it extends, what is to be last comes first.
    for (int i = superclasses.size() - 1; i >= 0; i--) {
      addInterfaces(superclasses.get(i), seen, interfaces);
    }
    superclasses.addAll(interfaces);
    return superclasses;
  }

  private static void addInterfaces(
      Class<?> type, Set<Class<?>> seen, LinkedList<Class<?>> interfaces) {
    Class<?>[] parents = type.getInterfaces();
    for (int i = parents.length - 1; i >= 0; i--) {
      if (seen.add(parents[i])) {
        addInterfaces(parents[i], seen, interfaces);
        interfaces.addFirst(parents[i]);
      }
    }
  }

  private static Method findIn(Class<?> declaring, FuzzTarget target) throws LifecycleException {
    return Arrays.stream(declaring.getDeclaredMethods())
        .filter(m -> m.getName().equals(target.methodName()))
        .filter(m -> descriptors(m).equals(target.place().parameters()))
        // What compilers write beside it differs in what it returns.
        .min(Comparator.comparing(Method::isSynthetic))
        .orElseThrow(() -> missing(target));
  }

  private static List<String> descriptors(Method method) {
    return Arrays.stream(method.getParameterTypes()).map(Class::descriptorString).toList();
  }

  private static LifecycleException missing(FuzzTarget target) {
    return new LifecycleException(
        "class has no method " + target.methodName() + "(" + target.shape() + ")", null);
  }

  /**
   * Makes an instance of a class and those around it: of an inner class in one of its enclosing
   * class, which may be an inner class itself.
   *
   * @return the outermost first, that of the class last
   * @throws LifecycleException when one of them cannot be made
   */
  public static List<Object> newInstances(Class<?> type, FuzzTarget target)
      throws LifecycleException {
    List<Object> instances = new ArrayList<>();
    for (String name : target.place().classes()) {
      Class<?> each = name.equals(type.getName()) ? type : load(name, type.getClassLoader());
      Object outer = instances.isEmpty() ? null : instances.get(instances.size() - 1);
      instances.add(newInstance(each, outer, each == type ? "" : " of the class around it"));
    }
    return instances;
  }

  /**
   * As {@link #newInstances}, when only the instance of the class itself is needed.
   *
   * @throws LifecycleException when one of them cannot be made
   */
  public static Object newInstance(Class<?> type, FuzzTarget target) throws LifecycleException {
    List<Object> instances = newInstances(type, target);
    return instances.get(instances.size() - 1);
  }

  private static Class<?> load(String name, ClassLoader loader) throws LifecycleException {
    try {
      return Class.forName(name, true, loader);
    } catch (ClassNotFoundException e) {
      throw new LifecycleException("class around it is not on the class path: " + name, null);
    }
  }

  /**
   * @param outer null for a class that needs none
   * @param place the end of a message's subject
   */
  private static Object newInstance(Class<?> type, Object outer, String place)
      throws LifecycleException {
    try {
      Constructor<?> constructor = constructor(type, outer);
      constructor.setAccessible(true);
      return outer == null ? constructor.newInstance() : constructor.newInstance(outer);
    } catch (NoSuchMethodException e) {
      throw new LifecycleException(
          place.isEmpty()
              ? "class has no constructor without parameters"
              : "constructor" + place + ", " + type.getName() + ", takes parameters",
          null);
    } catch (InstantiationException e) {
      throw new LifecycleException("class is abstract", null);
    } catch (IllegalAccessException e) {
      throw new LifecycleException("constructor" + place + " cannot be called", e);
    } catch (InvocationTargetException e) {
      throw new LifecycleException("constructor" + place + " threw an exception", e.getCause());
    }
  }

  private static Constructor<?> constructor(Class<?> type, Object outer)
      throws NoSuchMethodException {
    return outer == null
        ? type.getDeclaredConstructor()
        : type.getDeclaredConstructor(type.getEnclosingClass());
  }
}
