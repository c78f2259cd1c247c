/** Makes what a target takes of values in plain form, in the JVM that runs the target. */
package io.github.mavenfuzz.argument;
