/** Keeps inputs: the set of one run in memory, and their files on disk. */
package io.github.mavenfuzz.corpus;
