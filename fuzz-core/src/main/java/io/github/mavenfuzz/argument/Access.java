package io.github.mavenfuzz.argument;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;

/**
 * The access with which arguments of a target are made: that of code in the target's module. The
 * engine has less, since the module opens only the target's package to it.
 *
 * @param target the target's class
 */
record Access(Class<?> target) {
  private static final String HELPER = "$FuzzLookup";

  /** A lookup that finds the members of a class, as far as anything can. */
  Lookup to(Class<?> type) {
    try {
      return MethodHandles.privateLookupIn(type, MethodHandles.lookup());
    } catch (IllegalAccessException hidden) {
      return fromWithin(type);
    }
  }

  /** The end of a sentence about what cannot be called: what the module lacks, if it is that. */
  String reason() {
    Module engine = Access.class.getModule();
    String name = engine.isNamed() ? " to " + engine.getName() : "";
    return target.getModule().isOpen(target.getPackageName(), engine)
        ? ""
        : "; the module "
            + target.getModule().getName()
            + " needs 'opens "
            + target.getPackageName()
            + name
            + ";'";
  }

  private Lookup fromWithin(Class<?> type) {
    Lookup from = MethodHandles.lookup();
    try {
      from = ofTargetsModule();
      return MethodHandles.privateLookupIn(type, from);
    } catch (ReflectiveOperationException | LinkageError e) {
      return from; // what the other module exports can be called
    }
  }

  /**
   * A lookup that has the rights of the target's whole module. Only code of the module can make
   * one: such code is put beside the target's class.
   */
  private Lookup ofTargetsModule() throws ReflectiveOperationException {
    Lookup inPackage = MethodHandles.privateLookupIn(target, MethodHandles.lookup());
    try {
      inPackage.defineClass(LookupClass.file(target.getName() + HELPER));
    } catch (LinkageError e) {
      // An earlier call has defined it.
    }
    Class<?> helper = inPackage.findClass(target.getName() + HELPER);
    try {
      return (Lookup)
          inPackage.findStatic(helper, LookupClass.METHOD, LookupClass.SIGNATURE).invokeExact();
    } catch (Error | RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("the lookup of a module throws nothing", e);
    }
  }
}
