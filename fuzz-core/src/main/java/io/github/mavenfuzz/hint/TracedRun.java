package io.github.mavenfuzz.hint;

import io.github.mavenfuzz.jazzer.TakenValue;
import java.util.List;

/**
 * What was seen of one run.
 *
 * @param comparisons in their order
 * @param taken what the target has taken from a provider
 */
public record TracedRun(List<Traced> comparisons, List<TakenValue> taken) {}
