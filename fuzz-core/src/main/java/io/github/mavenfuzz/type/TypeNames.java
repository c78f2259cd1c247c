package io.github.mavenfuzz.type;

/** The forms in which a class is named. */
final class TypeNames {
  private TypeNames() {}

  /** {@code java.util.List} to {@code Ljava/util/List;}. */
  static String descriptor(String className) {
    return 'L' + className.replace('.', '/') + ';';
  }

  /** {@code Ljava/util/List;} to {@code java.util.List}. */
  static String className(String descriptor) {
    return descriptor.substring(1, descriptor.length() - 1).replace('/', '.');
  }

  /** {@code com.example.Outer$Inner} to {@code Inner}. */
  static String simple(String className) {
    return className.substring(
        Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
  }
}
