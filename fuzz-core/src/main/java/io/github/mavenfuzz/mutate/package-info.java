/**
 * Mutates inputs. A worker JVM does so in its hot loop, and the coordinator replays what a worker
 * did from the value, the state of the random numbers and the number of mutations; therefore a
 * mutation depends on these and on the maximal length only, and on nothing else.
 */
package io.github.mavenfuzz.mutate;
