/** The types that arguments of a target can have, as far as the fuzzer needs to know them. */
package io.github.mavenfuzz.type;
