/** Finds the fuzz targets of a project in its class files, and selects among them. */
package io.github.mavenfuzz.target;
