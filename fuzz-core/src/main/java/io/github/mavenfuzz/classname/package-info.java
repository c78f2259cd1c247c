/** What the name of a class says: whether a pattern matches it, and whether it was generated. */
package io.github.mavenfuzz.classname;
