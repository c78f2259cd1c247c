/**
 * An input while it is being mutated or minimised: a tree of slots that follows the types of its
 * arguments, holds their values and keeps to their bounds.
 */
package io.github.mavenfuzz.slot;
