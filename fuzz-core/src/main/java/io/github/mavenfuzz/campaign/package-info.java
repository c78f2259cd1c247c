/** Plans the work on one target and decides what its results mean. */
package io.github.mavenfuzz.campaign;
