package io.github.mavenfuzz.type;

/**
 * An immutable value of one of the JDK's classes that has parts, such as a date. Its plain form is
 * the object.
 */
public record JdkType(JdkClass of) implements ValueType {
  @Override
  public String descriptor() {
    return of.type().descriptorString();
  }

  @Override
  public String javaName() {
    return of.type().getSimpleName();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.jdk(this);
  }
}
