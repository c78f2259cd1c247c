/** What a target's class does before its first run and after its last one. */
package io.github.mavenfuzz.lifecycle;
