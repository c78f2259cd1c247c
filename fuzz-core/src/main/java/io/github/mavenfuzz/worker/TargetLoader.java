package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.argument.ArgumentFactory;
import io.github.mavenfuzz.boot.Guidance;
import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.jazzer.TakenLog;
import io.github.mavenfuzz.jupiter.JupiterHost;
import io.github.mavenfuzz.lifecycle.DirectHost;
import io.github.mavenfuzz.lifecycle.JupiterFeatures;
import io.github.mavenfuzz.lifecycle.LifecycleException;
import io.github.mavenfuzz.lifecycle.TargetHost;
import io.github.mavenfuzz.lifecycle.TargetMethod;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

/**
 * Loads a target's class and decides on who runs the target: JUnit Jupiter where the target has
 * something that only Jupiter can do, else nobody between. Lives in the worker JVM's main thread.
 */
final class TargetLoader {
  /**
   * A target whose class is loaded.
   *
   * @param host prepares, runs and ends it
   * @param arguments makes what it takes
   * @param warnings sentences about what the target should not rely on
   * @param note a sentence about how the target is run, or null when it is run as most are
   */
  record Loaded(TargetHost host, ArgumentFactory arguments, List<String> warnings, String note) {}

  private final FuzzTarget target;
  private final List<String> arguments;
  private final TakenLog log;

  /**
   * @param arguments for the target's class, if it asks for them
   * @param log told what the target takes from providers, or null
   */
  TargetLoader(FuzzTarget target, List<String> arguments, TakenLog log) {
    this.target = target;
    this.arguments = arguments;
    this.log = log;
  }

  /**
   * Loads and initialises the class. Nothing else of the target is run.
   *
   * @throws TargetLoadException when the target cannot be run at all
   */
  Loaded load() throws TargetLoadException {
    Class<?> type = initialise(target.place().calledClass());
    callBack();
    try {
      Method method = TargetMethod.find(type, target);
      ArgumentFactory factory = ArgumentFactory.of(target.shape(), type, log);
      List<Class<?>> classes = classes(type);
      List<String> features = isNamed(method) ? List.of() : JupiterFeatures.of(classes, method);
      return !features.isEmpty() && JupiterFeatures.isJupiters(type, method)
          ? ofJupiter(classes, method, factory, features)
          : direct(type, method, factory, features);
    } catch (LifecycleException e) {
      throw new TargetLoadException("its " + e.getMessage(), e.getCause());
    } catch (IllegalArgumentException e) {
      throw new TargetLoadException(e.getMessage(), e.getCause());
    } catch (ClassNotFoundException | LinkageError e) {
      throw notLoaded(e);
    }
  }

  private static Class<?> initialise(String className) throws TargetLoadException {
    try {
      return Class.forName(className);
    } catch (ClassNotFoundException e) {
      throw new TargetLoadException("its class is not on the class path", null);
    } catch (ExceptionInInitializerError e) {
      throw new TargetLoadException("a static initialiser threw an exception", e.getCause());
    } catch (LinkageError e) {
      throw notLoaded(e);
    } catch (Throwable e) { // the JVM passes on the errors of a static initialiser as they are
      throw new TargetLoadException("a static initialiser threw an exception", e);
    }
  }

  /** Runs what waits for the target, before anything of the target itself runs, as in Jazzer. */
  private static void callBack() throws TargetLoadException {
    try {
      Guidance.targetReady();
    } catch (Throwable e) {
      throw new TargetLoadException("a callback of onFuzzTargetReady threw an exception", e);
    }
  }

  private static TargetLoadException notLoaded(Throwable cause) {
    return new TargetLoadException("its class could not be loaded", cause);
  }

  /** The target's class, and before it the classes in whose instances its own are made. */
  private List<Class<?>> classes(Class<?> type) throws ClassNotFoundException {
    List<Class<?>> classes = new ArrayList<>();
    for (String name : target.place().classes()) {
      classes.add(
          name.equals(type.getName()) ? type : Class.forName(name, true, type.getClassLoader()));
    }
    return classes;
  }

  /** Whether the target is known by its name, which nothing of JUnit concerns. */
  private static boolean isNamed(Method method) {
    return method.getName().equals(FuzzTarget.JAZZERS_METHOD)
        && Modifier.isStatic(method.getModifiers());
  }

  private Loaded ofJupiter(
      List<Class<?>> classes, Method method, ArgumentFactory factory, List<String> features)
      throws TargetLoadException {
    String why = String.join(", ", features);
    if (!JupiterHost.isAvailable(method.getDeclaringClass().getClassLoader())) {
      throw new TargetLoadException(
          "only JUnit Jupiter can do what it wants (%s), and that is not on the class path; add"
                  .formatted(why)
              + " org.junit.jupiter:junit-jupiter-engine to it",
          null);
    }
    String note =
        "%s is run by JUnit Jupiter, which takes longer than a call, because of: %s."
            .formatted(target.id(), why);
    JupiterHost host = new JupiterHost(classes, method, DirectHost.isPerTest(method));
    return new Loaded(host, factory, List.of(), note);
  }

  private Loaded direct(
      Class<?> type, Method method, ArgumentFactory factory, List<String> features) {
    DirectHost host = new DirectHost(type, target, method, arguments);
    List<String> warnings = new ArrayList<>();
    if (!host.uncallable().isEmpty()) {
      warnings.add(
          "The fuzzer does not call %s of %s, because only JUnit knows what to pass."
              .formatted(String.join(", ", host.uncallable()), target.className()));
    }
    List<String> ignored = features.stream().filter(f -> !f.startsWith("@Disabled")).toList();
    if (!ignored.isEmpty()) {
      warnings.add(
          ("%s does without %s: JUnit Jupiter runs no method that is static or private or returns"
                  + " something.")
              .formatted(target.id(), String.join(", ", ignored)));
    }
    return new Loaded(host, factory, warnings, null);
  }
}
