/**
 * What a class file says of its methods, for those who name where something was thrown. Pure
 * bytecode: nothing is loaded.
 */
package io.github.mavenfuzz.outline;
