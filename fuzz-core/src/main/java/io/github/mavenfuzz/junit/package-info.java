/**
 * Runs seeds and crashers as ordinary JUnit tests, in the JVM that Surefire forks or an IDE starts.
 */
package io.github.mavenfuzz.junit;
