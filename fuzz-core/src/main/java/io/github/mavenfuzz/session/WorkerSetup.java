package io.github.mavenfuzz.session;

import io.github.mavenfuzz.classname.ClassPatterns;
import io.github.mavenfuzz.process.JvmSetup;
import java.time.Duration;
import java.util.List;

/**
 * What all workers of a session have in common, whichever target they serve.
 *
 * @param jvms how their JVMs are started
 * @param timeout the deadline of one run
 * @param guiding which classes are instrumented
 * @param targetArguments passed to a target's class when it is prepared, if it asks for them
 */
public record WorkerSetup(
    JvmSetup jvms, Duration timeout, ClassPatterns guiding, List<String> targetArguments) {}
