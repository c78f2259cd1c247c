package io.github.mavenfuzz.maven;

import io.github.mavenfuzz.process.EngineModule;
import io.github.mavenfuzz.process.ModulePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import org.apache.maven.plugin.logging.Log;
import org.codehaus.plexus.languages.java.jpms.JavaModuleDescriptor;
import org.codehaus.plexus.languages.java.jpms.LocationManager;
import org.codehaus.plexus.languages.java.jpms.ResolvePathRequest;
import org.codehaus.plexus.languages.java.jpms.ResolvePathsRequest;
import org.codehaus.plexus.languages.java.jpms.ResolvePathsResult;

/**
 * Splits a test class path into modules and the rest, as Surefire does for the same project.
 *
 * @param mainClasses the folder of the module's compiled classes
 * @param testClasses the folder of its compiled test classes
 * @param jdkHome where the worker JVMs' JDK is; null when it is the one that runs Maven
 */
record TestModules(Path mainClasses, Path testClasses, Path jdkHome) {
  private static final String DESCRIPTOR = "module-info.class";

  /**
   * @param classPath what lies on no module path
   */
  record Split(List<Path> classPath, ModulePath modulePath) {}

  /** Whether the project has a module-info.java, for its classes or its tests. */
  boolean areThere() {
    return has(mainClasses) || has(testClasses);
  }

  private static boolean has(Path classes) {
    return Files.exists(classes.resolve(DESCRIPTOR));
  }

  /**
   * @param log hears when the module path cannot be used
   */
  Split split(List<Path> testClassPath, Log log) {
    try {
      LocationManager locations = new LocationManager();
      JavaModuleDescriptor main = descriptor(locations, mainClasses);
      JavaModuleDescriptor test = descriptor(locations, testClasses);
      ResolvePathsResult<Path> paths =
          locations.resolvePaths(request(testClassPath, test == null ? main : test));
      paths
          .getPathExceptions()
          .forEach((path, e) -> log.warn("It is not known whether " + path + " is a module: " + e));
      ModulePath modules = modulePath(paths, main, test);
      List<Path> rest = new ArrayList<>(testClassPath);
      rest.removeAll(modules.elements());
      if (test != null) {
        rest.removeAll(modules.patches());
      }
      return new Split(rest, modules);
    } catch (IOException | RuntimeException e) {
      log.warn(
          "The module path cannot be made ("
              + e.getMessage()
              + "), so the worker JVMs put everything on the class path and ignore module-info.java:"
              + " services that only it provides are missing, which may make false findings.");
      return new Split(testClassPath, ModulePath.NONE);
    }
  }

  private static JavaModuleDescriptor descriptor(LocationManager locations, Path classes)
      throws IOException {
    return has(classes)
        ? locations.resolvePath(ResolvePathRequest.ofPath(classes)).getModuleDescriptor()
        : null;
  }

  private ResolvePathsRequest<Path> request(
      List<Path> testClassPath, JavaModuleDescriptor descriptor) {
    ResolvePathsRequest<Path> request =
        ResolvePathsRequest.ofPaths(testClassPath)
            .setIncludeAllProviders(true)
            .setIncludeStatic(true)
            .setModuleDescriptor(descriptor);
    return jdkHome == null ? request : request.setJdkHome(jdkHome);
  }

  private ModulePath modulePath(
      ResolvePathsResult<Path> paths, JavaModuleDescriptor main, JavaModuleDescriptor test)
      throws IOException {
    List<Path> modules = new ArrayList<>(paths.getModulepathElements().keySet());
    List<Path> patches = new ArrayList<>();
    if (test == null) {
      patches.add(testClasses);
    } else if (main != null && main.name().equals(test.name())) {
      patches.add(mainClasses);
      modules.remove(mainClasses);
    }
    JavaModuleDescriptor descriptor = test == null ? main : test;
    boolean requiresEngine =
        descriptor.requires().stream().anyMatch(r -> r.name().equals(EngineModule.NAME));
    return new ModulePath(descriptor.name(), modules, patches, packages(), requiresEngine);
  }

  /** The packages of the test classes. */
  private List<String> packages() throws IOException {
    if (!Files.isDirectory(testClasses)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(testClasses)) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .map(file -> testClasses.relativize(file.getParent()).toString())
          .map(folder -> folder.replace('\\', '/').replace('/', '.'))
          .filter(SourceVersion::isName)
          .distinct()
          .sorted()
          .toList();
    }
  }
}
