package io.github.mavenfuzz.finding;

import io.github.mavenfuzz.failure.Signature;

/**
 * Another way to the cause of a finding: neither made smaller nor confirmed, and no test case of
 * its own. Its input is run again by the next run, so that a second bug which only looked like the
 * first one comes back as a finding when the first is fixed.
 */
public record Variant(Signature signature, KeptInput kept) {}
