/**
 * Runs seeds and crashers as ordinary JUnit tests, in the JVM that Surefire forks or an IDE starts:
 * inside JUnit Jupiter what Jupiter can run, in an engine of its own what it cannot.
 */
package io.github.mavenfuzz.junit;
