/**
 * Which probe of a class is where. It depends on nothing but the bytes of the class, so that both
 * sides can work it out.
 */
package io.github.mavenfuzz.probe;
