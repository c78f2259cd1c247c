package io.github.mavenfuzz.junit;

import java.util.LinkedList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The classes in which Jupiter runs a test: those around a nested class may be subclasses. */
final class ContextClasses {
  private ContextClasses() {}

  static TestClasses of(ExtensionContext context) {
    LinkedList<Class<?>> classes = new LinkedList<>();
    for (Optional<ExtensionContext> c = Optional.of(context);
        c.isPresent();
        c = c.get().getParent()) {
      c.get()
          .getTestClass()
          .filter(type -> classes.isEmpty() || classes.getFirst() != type)
          .ifPresent(classes::addFirst);
    }
    return new TestClasses(List.copyOf(classes));
  }
}
