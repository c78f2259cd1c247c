package io.github.mavenfuzz.argument;

import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.jazzer.TakenLog;
import io.github.mavenfuzz.type.LeafType;
import io.github.mavenfuzz.type.ValueType;

/**
 * Makes the arguments of a target's calls. Built once for a target; used by one thread. Values that
 * are passed as they are in plain form cost nothing.
 */
public final class ArgumentFactory {
  /** Null where the plain form is what the target takes. */
  private final Converter[] converters;

  private ArgumentFactory(Converter[] converters) {
    this.converters = converters;
  }

  /**
   * @param targetClass arguments are made with the access that its code has
   * @throws IllegalArgumentException with a sentence when a class that the target takes cannot be
   *     loaded, or is another one than that whose file was read
   */
  public static ArgumentFactory of(InputShape shape, Class<?> targetClass) {
    return of(shape, targetClass, null);
  }

  /**
   * As {@link #of(InputShape, Class)}.
   *
   * @param log told what the target takes from providers, or null
   */
  public static ArgumentFactory of(InputShape shape, Class<?> targetClass, TakenLog log) {
    ConverterBuilder builder = new ConverterBuilder(new Access(targetClass), log);
    return new ArgumentFactory(
        shape.types().stream()
            .map(type -> isPlain(type) ? null : type.accept(builder))
            .toArray(Converter[]::new));
  }

  private static boolean isPlain(ValueType type) {
    return type instanceof LeafType leaf
        && switch (leaf.kind()) {
          case INPUT_STREAM, BYTE_BUFFER, FUZZED_DATA -> false;
          default -> true;
        };
  }

  /**
   * Makes the arguments for one call.
   *
   * @param values in plain form, which are replaced by the arguments; a {@code byte[]} that is a
   *     parameter's value is passed as it is
   * @throws RefusedArgumentException when the values are no input of the target
   */
  public void convert(Object[] values) throws RefusedArgumentException {
    for (int i = 0; i < converters.length; i++) {
      if (converters[i] != null) {
        values[i] = converters[i].convert(values[i]);
      }
    }
  }
}
