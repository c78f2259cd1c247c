package io.github.mavenfuzz.failure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Failures for tests, by the text of their signatures. */
public final class Failures {
  private Failures() {}

  /** A failure whose class and trace say nothing. */
  public static Failure failure(String signature) {
    return failure(FailureKind.EXCEPTION, signature);
  }

  public static Failure failure(FailureKind kind, String signature) {
    return new Failure(signature(kind, signature), "java.lang.Error", null, "");
  }

  public static Signature signature(String text) {
    return signature(FailureKind.EXCEPTION, text);
  }

  /**
   * The signature that is written like this: {@code a.Issue by a.Root at a.B.c+3 < a.D.e < ...}.
   * All places of a hang belong to the cause, of anything else the first.
   */
  public static Signature signature(FailureKind kind, String text) {
    String[] whatAndWhere = text.split(" at ", 2);
    String[] what = whatAndWhere[0].split(" by ", 2);
    List<String> frames = new ArrayList<>();
    if (whatAndWhere.length == 2) {
      frames.addAll(Arrays.asList(whatAndWhere[1].split(" < ")));
    }
    boolean cut = frames.remove("...");
    List<Place> places = frames.stream().map(Failures::place).toList();
    int own = kind == FailureKind.HANG ? places.size() : Math.min(1, places.size());
    Cause cause =
        new Cause(
            kind, what[what.length - 1], what.length == 2 ? what[0] : null, places.subList(0, own));
    return new Signature(cause, new CallPath(places.subList(own, places.size()), cut));
  }

  private static Place place(String text) {
    if (text.equals(Place.UNKNOWN.toString())) {
      return Place.UNKNOWN;
    }
    int dot = text.lastIndexOf('.');
    int plus = text.indexOf('+', dot);
    String method = text.substring(dot + 1, plus < 0 ? text.length() : plus);
    int line = plus < 0 ? Place.NO_LINE : Integer.parseInt(text.substring(plus + 1));
    return new Place(text.substring(0, dot), method, line);
  }

  /** A known cause of which other ways are still wanted. */
  public static KnownCause open(String signature) {
    KnownCauses causes = new KnownCauses();
    causes.add(signature(signature));
    return causes.all().get(0);
  }
}
