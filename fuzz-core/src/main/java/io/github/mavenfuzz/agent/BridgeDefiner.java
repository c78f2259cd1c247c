package io.github.mavenfuzz.agent;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;

/**
 * Defines a class of the package {@code java.lang}. Is loaded a second time by a loader of {@link
 * Bridge}'s, into a module that may do that.
 */
public final class BridgeDefiner {
  private BridgeDefiner() {}

  /** Defines and initialises a class. */
  public static void define(byte[] classFile) throws IllegalAccessException {
    Lookup lookup = MethodHandles.privateLookupIn(Object.class, MethodHandles.lookup());
    lookup.ensureInitialized(lookup.defineClass(classFile));
  }
}
