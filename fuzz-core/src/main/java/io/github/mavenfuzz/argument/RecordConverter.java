package io.github.mavenfuzz.argument;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/** Calls the canonical constructor of a record. */
final class RecordConverter implements Converter {
  private final Class<?> type;
  private final Converter[] components;
  private final MethodHandle constructor;

  private RecordConverter(Class<?> type, Converter[] components, MethodHandle constructor) {
    this.type = type;
    this.components = components;
    this.constructor = constructor;
  }

  /**
   * @param components in the order of the record's
   * @param access to the record
   * @throws IllegalArgumentException when the constructor cannot be called
   */
  static RecordConverter of(Class<?> type, Converter[] components, Access access) {
    try {
      MethodType signature =
          MethodType.methodType(
              void.class,
              Arrays.stream(type.getRecordComponents())
                  .map(RecordComponent::getType)
                  .toArray(Class[]::new));
      return new RecordConverter(
          type,
          components,
          access
              .to(type)
              .findConstructor(type, signature)
              .asFixedArity()
              .asSpreader(Object[].class, components.length)
              .asType(MethodType.methodType(Object.class, Object[].class)));
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw new IllegalArgumentException(
          "the constructor of "
              + type.getName()
              + ", of which it takes a value, cannot be called"
              + access.reason(),
          e);
    }
  }

  /**
   * @throws RefusedArgumentException when the constructor throws an exception; an error passes as
   *     it is
   */
  @Override
  public Object convert(Object plain) throws RefusedArgumentException {
    List<?> values = (List<?>) plain;
    Object[] arguments = new Object[components.length];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = components[i].convert(values.get(i));
    }
    try {
      return constructor.invokeExact(arguments);
    } catch (Exception e) {
      throw new RefusedArgumentException(type, e);
    } catch (Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("neither an exception nor an error", e);
    }
  }
}
