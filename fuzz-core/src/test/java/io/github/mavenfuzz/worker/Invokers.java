package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.lifecycle.LifecycleException;
import io.github.mavenfuzz.lifecycle.SkippedException;
import java.util.List;

/** Targets to run that need no end. */
final class Invokers {
  private Invokers() {}

  static TargetInvoker of(FuzzTarget target) throws TargetLoadException {
    TargetLoader.Loaded loaded = new TargetLoader(target, List.of(), null).load();
    TargetInvoker[] invoker = new TargetInvoker[1];
    try {
      loaded.host().host(prepared -> invoker[0] = new TargetInvoker(prepared, loaded.arguments()));
    } catch (LifecycleException e) {
      throw new TargetLoadException("its " + e.getMessage(), e.getCause());
    } catch (SkippedException e) {
      throw new AssertionError("skipped: " + e.getMessage());
    }
    return invoker[0];
  }
}
