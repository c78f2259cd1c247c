package io.github.mavenfuzz.type;

/**
 * The type of a value that the fuzzer makes, with everything that bounds the value. Read once from
 * class files; from then on the coordinator and the worker JVMs know types by this tree and not by
 * classes of the project, which the coordinator never loads.
 *
 * <p>Both sides hold a value in its plain form, which consists of classes of the JDK only; each
 * subtype says which. What the target takes is made of it in the JVM that runs the target.
 */
public sealed interface ValueType
    permits LeafType,
        ChoiceType,
        EnumType,
        JdkType,
        NullableType,
        SequenceType,
        MapType,
        RecordType {

  /** The erased type of the parameter, field or element, as class files write it. */
  String descriptor();

  /** The type as it stands in source code, with simple names and type arguments. */
  String javaName();

  /** Calls the method for this type. */
  <R> R accept(Visitor<R> visitor);

  /** One method for each type. */
  interface Visitor<R> {
    R leaf(LeafType type);

    R choice(ChoiceType type);

    R enumeration(EnumType type);

    R jdk(JdkType type);

    R nullable(NullableType type);

    R sequence(SequenceType type);

    R map(MapType type);

    R record(RecordType type);
  }
}
