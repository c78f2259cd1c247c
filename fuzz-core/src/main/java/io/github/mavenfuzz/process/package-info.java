/** Starts, watches and ends JVMs, and knows nothing of what they are for. */
package io.github.mavenfuzz.process;
