/** Prepares targets, calls them, and calls what JUnit calls around a test. */
package io.github.mavenfuzz.lifecycle;
