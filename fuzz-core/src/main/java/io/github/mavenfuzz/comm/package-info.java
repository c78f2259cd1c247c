/** Everything that the coordinator and a worker JVM must agree on. */
package io.github.mavenfuzz.comm;
