/**
 * What an input is: the types of a target's parameters, their values, and the file form in which
 * both sides of a run exchange and store them.
 */
package io.github.mavenfuzz.input;
