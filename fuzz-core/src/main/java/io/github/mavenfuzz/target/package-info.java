/** Finds the fuzz targets of a project. */
package io.github.mavenfuzz.target;
