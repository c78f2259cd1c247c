package io.github.mavenfuzz.process;

import java.nio.file.Path;

/**
 * What all JVMs of a session have in common.
 *
 * @param engine the engine's code, for worker JVMs
 * @param jvm how they are started
 * @param heapMegabytes the largest heap of each, unless the user has chosen one
 * @param crashLogs the folder for what they tell of their own crash
 */
public record JvmSetup(Engine engine, JvmSettings jvm, int heapMegabytes, Path crashLogs) {}
