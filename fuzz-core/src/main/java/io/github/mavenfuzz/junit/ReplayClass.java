package io.github.mavenfuzz.junit;

import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;

/** A class with targets that Jupiter does not run. */
final class ReplayClass extends ReplayNode {
  static final String SEGMENT = "class";

  private final Class<?> type;

  ReplayClass(TestDescriptor parent, Class<?> type) {
    super(
        parent.getUniqueId().append(SEGMENT, type.getName()),
        type.getName().substring(type.getPackageName().length()).replaceFirst("^\\.", ""),
        ClassSource.from(type),
        type);
    this.type = type;
  }

  Class<?> type() {
    return type;
  }

  @Override
  public Type getType() {
    return Type.CONTAINER;
  }

  /** The name of the class for Surefire. */
  @Override
  public String getLegacyReportingName() {
    return type.getName();
  }
}
