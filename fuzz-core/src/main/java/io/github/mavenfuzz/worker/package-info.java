/** Runs the target in a worker JVM, as the coordinator asks. */
package io.github.mavenfuzz.worker;
