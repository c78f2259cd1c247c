package io.github.mavenfuzz.instrument;

import io.github.mavenfuzz.comm.WorkerSettings;
import io.github.mavenfuzz.coverage.ClassFilter;
import io.github.mavenfuzz.coverage.Guidance;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.net.URI;
import java.nio.file.Path;
import java.util.jar.JarFile;

/** What the JVM calls in a worker before the main class, on the main thread. */
public final class FuzzAgent {
  private FuzzAgent() {}

  /**
   * @param args the location of the worker's settings file, in ASCII: agents get their options
   *     decoded as UTF-8, whatever the locale is
   * @throws IOException when the settings or the boot jar cannot be read; the JVM then ends
   */
  public static void premain(String args, Instrumentation instrumentation) throws IOException {
    WorkerSettings settings = WorkerSettings.load(Path.of(URI.create(args)));
    // Before anything loads Counters and its kin: the class path holds them a second time, and
    // those must never be used.
    try (JarFile bootJar = new JarFile(settings.bootJar().toFile())) {
      instrumentation.appendToBootstrapClassLoaderSearch(bootJar);
    }
    settings.properties().forEach(System::setProperty);
    ClassFilter filter = new ClassFilter(settings.includes(), settings.excludes());
    ProbeRegistry registry = ProbeRegistry.ofThisJvm();
    Guidance.countWith(registry::registerFeatures);
    if (settings.probes()) {
      CoverageTransformer.prepare();
      ThrowableTransformer.install(instrumentation);
    }
    // In this order: once probes are added to ASM, what uses ASM can no longer be loaded here.
    instrumentation.addTransformer(new JazzerApiTransformer());
    if (settings.probes()) {
      instrumentation.addTransformer(new CoverageTransformer(filter, registry));
    }
  }
}
