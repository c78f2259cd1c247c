/**
 * What an input is: the types of a target's parameters, their values, and the form in which files
 * hold them.
 */
package io.github.mavenfuzz.input;
