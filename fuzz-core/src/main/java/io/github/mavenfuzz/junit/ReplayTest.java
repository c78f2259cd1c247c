package io.github.mavenfuzz.junit;

import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.hierarchical.EngineExecutionContext;

/** One run of a target with one input, which is read when the run begins. */
final class ReplayTest extends ReplayNode {
  static final String SEGMENT = "input";

  private final ReplayMethod target;
  private final ReplayInput input;

  ReplayTest(ReplayMethod target, ReplayInput input) {
    super(id(target, input), input.name(), target.getSource().orElseThrow(), target.method());
    this.target = target;
    this.input = input;
  }

  static UniqueId id(ReplayMethod target, ReplayInput input) {
    return target.getUniqueId().append(SEGMENT, input.name());
  }

  @Override
  public Type getType() {
    return Type.TEST;
  }

  /** The name of the test for Surefire: as Jupiter's, with the file instead of a number. */
  @Override
  public String getLegacyReportingName() {
    return target.getDisplayName() + '[' + input.name() + ']';
  }

  /** An input that the target does not take is no failure. */
  @Override
  public SkipResult shouldBeSkipped(EngineExecutionContext context) {
    SkipResult byAnnotation = super.shouldBeSkipped(context);
    return byAnnotation.isSkipped()
        ? byAnnotation
        : target.obstacle().or(input::refusal).map(SkipResult::skip).orElse(byAnnotation);
  }

  @Override
  public EngineExecutionContext execute(
      EngineExecutionContext context, DynamicTestExecutor executor) {
    Object[] arguments = input.values().toArray();
    try {
      Deadline.run(input, () -> StartedThreads.run(input, () -> target.run(arguments)));
    } catch (Throwable thrown) {
      FailedInput.note(thrown, input);
      throw ReplayTest.<RuntimeException>unchecked(thrown);
    }
    return context;
  }

  /** Throws what the target has thrown, as it is, whatever its type. */
  @SuppressWarnings("unchecked")
  private static <T extends Throwable> T unchecked(Throwable thrown) throws T {
    throw (T) thrown;
  }
}
