package io.github.mavenfuzz.failure;

/** How bad a failure is, as the exception itself states it: one of Jazzer's security issues. */
public enum Severity {
  LOW("Low"),
  MEDIUM("Medium"),
  HIGH("High"),
  CRITICAL("Critical");

  private static final String ISSUE = "com.code_intelligence.jazzer.api.FuzzerSecurityIssue";

  private final String className;

  Severity(String suffix) {
    this.className = ISSUE + suffix;
  }

  /** What an exception's class states, itself or by what it extends; null when it states none. */
  static Severity statedBy(Throwable thrown) {
    for (Class<?> type = thrown.getClass(); type != null; type = type.getSuperclass()) {
      // By name: the project has the API, and possibly in a class loader of its own.
      if (type.getName().startsWith(ISSUE)) {
        for (Severity severity : values()) {
          if (type.getName().equals(severity.className)) {
            return severity;
          }
        }
      }
    }
    return null;
  }
}
