package io.github.mavenfuzz.junit;

import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.discovery.EngineDiscoveryRequestResolver;
import org.junit.platform.engine.support.hierarchical.EngineExecutionContext;
import org.junit.platform.engine.support.hierarchical.HierarchicalTestEngine;

/**
 * Runs the targets that JUnit Jupiter does not, with the same inputs as {@link FuzzTestExtension}
 * runs the others: static and private ones, those that return something, and all of them when
 * Jupiter's engine is not on the class path. Around each run it calls what the fuzzer calls there.
 * Targets written for Jazzer are run with the files that exist, and with nothing else.
 *
 * <p>JUnit's launcher finds the engine as a service, so it sees every class of a project's tests:
 * it passes over those without targets quickly, and leaves it to others to report what is wrong
 * with them. Works with version 1.10 of the platform and up.
 */
public final class ReplayTestEngine extends HierarchicalTestEngine<EngineExecutionContext> {
  static final String ID = "fuzz-replay";

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId id) {
    return discover(request, id, new ReplayTargets(Jupiter.hasEngine()));
  }

  /**
   * @param targets which are looked for
   */
  static TestDescriptor discover(
      EngineDiscoveryRequest request, UniqueId id, ReplayTargets targets) {
    EngineDescriptor engine = new EngineDescriptor(id, "Fuzz targets");
    EngineDiscoveryRequestResolver.<EngineDescriptor>builder()
        .addClassContainerSelectorResolver(type -> !targets.of(type).isEmpty())
        .addSelectorResolver(context -> new ReplayResolver(targets, context.getClassNameFilter()))
        .build()
        .resolve(request, engine);
    return engine;
  }

  @Override
  protected EngineExecutionContext createExecutionContext(ExecutionRequest request) {
    return new EngineExecutionContext() {};
  }
}
