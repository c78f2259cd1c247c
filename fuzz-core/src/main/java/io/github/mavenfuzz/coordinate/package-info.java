/** Plans a run: hands inputs to workers, merges what they report, keeps the budget. */
package io.github.mavenfuzz.coordinate;
