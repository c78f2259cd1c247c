/**
 * Makes hints of comparisons: where in an input an operand stands, and what would have to stand
 * there instead. In a tracing JVM; pure.
 */
package io.github.mavenfuzz.hint;
