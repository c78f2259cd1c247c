/** The goals; the only code that sees Maven, and where all configuration is read. */
package io.github.mavenfuzz.maven;
