/**
 * Which branches a run took: the counters that instrumented code increments, and the bits and masks
 * that both sides compute from them.
 */
package io.github.mavenfuzz.coverage;
