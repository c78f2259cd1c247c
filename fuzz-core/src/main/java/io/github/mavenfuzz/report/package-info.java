/** Tells people and CI servers what a run does and what it found. */
package io.github.mavenfuzz.report;
