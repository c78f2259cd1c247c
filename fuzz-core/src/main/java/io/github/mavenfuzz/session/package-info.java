/** Runs the targets of a build: one coordinator, and a worker for each forked JVM. */
package io.github.mavenfuzz.session;
