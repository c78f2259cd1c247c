/** What a run found. */
package io.github.mavenfuzz.finding;
