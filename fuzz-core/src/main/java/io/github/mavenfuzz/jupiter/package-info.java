/** Runs targets in a worker JVM as JUnit Jupiter runs tests. */
package io.github.mavenfuzz.jupiter;
