package io.github.mavenfuzz.hint;

import io.github.mavenfuzz.boot.Comparison;
import io.github.mavenfuzz.comparison.Site;

/** A comparison with the place in the code where it was made. */
public record Traced(Comparison comparison, Site site) {}
