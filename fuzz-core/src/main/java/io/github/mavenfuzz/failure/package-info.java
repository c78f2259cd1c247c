/** What a failure of a target is, and what makes two of them the same. */
package io.github.mavenfuzz.failure;
