package io.github.mavenfuzz.agent;

import io.github.mavenfuzz.boot.Guidance;
import io.github.mavenfuzz.classname.ClassFilter;
import io.github.mavenfuzz.classname.GeneratedNames;
import io.github.mavenfuzz.comm.WorkerSettings;
import io.github.mavenfuzz.comm.WorkerSettings.Insertion;
import io.github.mavenfuzz.coverage.LeftOut.Reason;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;

/**
 * The JVM of a worker calls it before the main class, on the main thread. A target may start a JVM
 * with the arguments of its own; that calls it, too. It does no harm there, and does nothing once
 * the worker's files are gone.
 */
public final class FuzzAgent {
  private FuzzAgent() {}

  /**
   * @param args the location of the worker's settings file, in ASCII: agents get their options
   *     decoded as UTF-8, whatever the locale is
   * @throws IOException when the settings or the boot jar cannot be read; the JVM then ends
   */
  public static void premain(String args, Instrumentation instrumentation) throws IOException {
    List<String> earlier = loadedByOthers(instrumentation);
    Path file = Path.of(URI.create(args));
    if (Files.notExists(file)) {
      return;
    }
    WorkerSettings settings = WorkerSettings.load(file);
    // Before anything loads Counters and its kin: the class path holds them a second time, and
    // those must never be used.
    try (JarFile bootJar = new JarFile(settings.bootJar().toFile())) {
      instrumentation.appendToBootstrapClassLoaderSearch(bootJar);
    }
    settings.properties().forEach(System::setProperty);
    ClassFilter filter = new ClassFilter(settings.includes(), settings.excludes());
    ProbeRegistry registry = ProbeRegistry.ofThisJvm();
    earlier.stream()
        .filter(filter::accepts)
        .forEach(name -> registry.leftOut().add(Reason.BY_TIME, name));
    Guidance.countWith(registry::registerFeatures);
    ClassFiles files = new ClassFiles();
    GeneratedNames.tellBy(files::has);
    LoaderViews views = new LoaderViews(Bridge.install(instrumentation));
    if (settings.insertion() == Insertion.PROBES) {
      CoverageTransformer.prepare();
      ThrowableTransformer.install(instrumentation);
    } else if (settings.insertion() == Insertion.TRACES) {
      TraceTransformer.prepare();
    }
    // In this order: once probes are added to ASM, what uses ASM can no longer be loaded here.
    instrumentation.addTransformer(new JazzerApiTransformer(views::of));
    instrumentation.addTransformer(new JazzerTestTransformer());
    instrumentation.addTransformer(new NumberedClasses(files));
    if (settings.insertion() == Insertion.TRACES) {
      instrumentation.addTransformer(
          new TraceTransformer(filter, views::of, TraceRegistry.ofThisJvm()));
    } else if (settings.insertion() == Insertion.PROBES) {
      // A transformer that retransforms comes after others of that kind, too.
      instrumentation.addTransformer(
          new CoverageTransformer(filter, views::of, files, registry), true);
    }
  }

  /** Other agents come first, and may have loaded what is to be tested. */
  private static List<String> loadedByOthers(Instrumentation instrumentation) {
    ClassLoader loader = FuzzAgent.class.getClassLoader();
    List<String> names = new ArrayList<>();
    for (Class<?> loaded : instrumentation.getInitiatedClasses(loader)) {
      if (loaded.getClassLoader() == loader && !loaded.isArray()) {
        names.add(loaded.getName());
      }
    }
    return names;
  }
}
