package io.github.mavenfuzz.target;

/**
 * The fuzzer cannot make values of a parameter's type. The message continues a sentence that says
 * what the parameter is, as in "it is a java.util.List, but ...".
 */
final class UnsupportedTypeException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Where the type is, or an empty text. */
  private final String place;

  /** What may be done about it. */
  private final String advice;

  UnsupportedTypeException(String problem, String advice) {
    this(problem, "", advice);
  }

  private UnsupportedTypeException(String problem, String place, String advice) {
    super(problem, null, false, false);
    this.place = place;
    this.advice = advice;
  }

  /** The same with the place of the type, unless a place nearer to it is known. */
  UnsupportedTypeException in(String format, Object... arguments) {
    return place.isEmpty()
        ? new UnsupportedTypeException(
            super.getMessage(), ' ' + format.formatted(arguments), advice)
        : this;
  }

  @Override
  public String getMessage() {
    return super.getMessage() + place + "; " + advice;
  }
}
