/**
 * Which comparisons the code of a class makes, and the calls that tell of them: pure bytecode, for
 * the agent of a tracing JVM.
 */
package io.github.mavenfuzz.comparison;
