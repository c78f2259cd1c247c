package io.github.mavenfuzz.coverage;

/**
 * Classes that were loaded and have no probes for one reason, as a worker JVM tells of them.
 *
 * @param name of one of the classes, or of the package that they are in with a dot at its end
 * @param classes how many there are
 */
public record LeftOut(Reason reason, String name, int classes) {

  /** Why classes have no probes; the more it says, the earlier it stands. */
  public enum Reason {
    BY_EXCLUDES("by the excludes"),
    BY_LOADER("because their class loader hides the fuzzer's own classes from them"),
    BY_FAULT("because they cannot be instrumented"),
    BY_BOOT_LOADER("because they are on the boot class path"),
    BY_TIME("because another agent loaded them before the fuzzer's could"),
    BY_INCLUDES("because no include matches them"),
    BY_DEFAULT("by default, as a test framework");

    private final String text;

    Reason(String text) {
      this.text = text;
    }
  }

  /** The same as a part of a sentence. */
  public String text() {
    String example = reason == Reason.BY_DEFAULT ? name + "**" : name;
    String loaded =
        classes == 1
            ? "1 class (" + example + ") was"
            : classes + " classes (" + example + ") were";
    return loaded + " loaded and left out " + reason.text;
  }
}
