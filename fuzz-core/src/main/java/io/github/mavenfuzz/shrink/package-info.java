/**
 * Makes inputs smaller: which candidates to try, and in which order. Knows of no target, no clock
 * and no chance: the same input and the same answers lead to the same result.
 */
package io.github.mavenfuzz.shrink;
