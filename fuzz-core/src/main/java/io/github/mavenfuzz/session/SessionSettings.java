package io.github.mavenfuzz.session;

import io.github.mavenfuzz.campaign.RunSettings;

/**
 * All settings of a session.
 *
 * @param run of the fuzzing of each target
 * @param workers of the workers
 */
public record SessionSettings(RunSettings run, WorkerSetup workers) {}
