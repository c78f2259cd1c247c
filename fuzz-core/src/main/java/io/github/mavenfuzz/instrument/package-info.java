/** Adds coverage probes to classes as a worker JVM loads them. */
package io.github.mavenfuzz.instrument;
