package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.argument.ArgumentFactory;
import io.github.mavenfuzz.lifecycle.TargetHost;
import java.util.List;

/**
 * A target whose class is loaded.
 *
 * @param host prepares, runs and ends it
 * @param arguments makes what it takes
 * @param warnings sentences about what the target should not rely on
 * @param note a sentence about how the target is run, or null when it is run as most are
 */
record LoadedTarget(
    TargetHost host, ArgumentFactory arguments, List<String> warnings, String note) {}
