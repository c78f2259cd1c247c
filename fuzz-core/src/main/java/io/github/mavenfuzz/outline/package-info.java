/**
 * What a class file says of its methods, by which the place to blame is found. Pure bytecode:
 * nothing is loaded.
 */
package io.github.mavenfuzz.outline;
