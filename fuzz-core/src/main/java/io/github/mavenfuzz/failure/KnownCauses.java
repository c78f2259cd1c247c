package io.github.mavenfuzz.failure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The causes that are known, of one target. In the coordinator those of the whole run, on its
 * thread; in a worker JVM those that came with a call, in the main thread.
 */
public final class KnownCauses {
  /** So many ways to a cause are kept beside that of its finding. */
  public static final int MAX_VARIANTS = 5;

  private final Map<Cause, KnownCause> causes = new LinkedHashMap<>();

  public KnownCauses() {}

  public KnownCauses(Collection<KnownCause> causes) {
    causes.forEach(known -> this.causes.put(known.cause(), known));
  }

  /** All of them, in the order in which they were noted. */
  public List<KnownCause> all() {
    return List.copyOf(causes.values());
  }

  public boolean isEmpty() {
    return causes.isEmpty();
  }

  /**
   * The known cause of a failure, or null. An OutOfMemoryError without a stack may have any: a JVM
   * gives a stack to its first few only.
   */
  public Cause causeOf(Signature signature) {
    Cause cause = signature.cause();
    if (causes.containsKey(cause)) {
      return cause;
    }
    boolean isAnyMemory = cause.isOutOfMemory() && cause.places().isEmpty();
    if (!isAnyMemory && !cause.isStackOverflow()) {
      return null; // as most are, and it is asked at every failing run
    }
    for (KnownCause known : causes.values()) {
      if (isAnyMemory && known.cause().isOutOfMemory()
          || known.paths().stream()
              .anyMatch(way -> signature.hasCauseOf(new Signature(known.cause(), way)))) {
        return known.cause();
      }
    }
    return null;
  }

  public boolean isKnown(Signature signature) {
    return causeOf(signature) != null;
  }

  /** Whether the cause is unknown, or it is a way to a known one that would be kept. */
  public boolean isNews(Signature signature) {
    Cause cause = causeOf(signature);
    return cause == null || causes.get(cause).wants(signature.path());
  }

  /**
   * Takes note of a cause.
   *
   * @return false when it was known
   */
  public boolean add(Signature signature) {
    if (isKnown(signature)) {
      return false;
    }
    Cause cause = signature.cause();
    List<CallPath> ways = List.of(signature.path());
    causes.put(cause, new KnownCause(cause, ways, cause.hasWays()));
    return true;
  }

  /**
   * Takes note of another way to a known cause.
   *
   * @return false when the cause is not known, or the way is, or there are enough
   */
  public boolean addWay(Signature signature) {
    Cause cause = causeOf(signature);
    if (cause == null || !causes.get(cause).wants(signature.path())) {
      return false;
    }
    List<CallPath> ways = new ArrayList<>(causes.get(cause).paths());
    ways.add(signature.path());
    causes.put(cause, new KnownCause(cause, ways, ways.size() <= MAX_VARIANTS));
    return true;
  }

  /** Forgets a cause and all ways to it. */
  public void remove(Cause cause) {
    causes.remove(cause);
  }
}
