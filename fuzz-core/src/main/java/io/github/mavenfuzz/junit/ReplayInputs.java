package io.github.mavenfuzz.junit;

import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.input.InputCodec;
import io.github.mavenfuzz.target.TargetFinder;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.List;

/** What a target is run with as a test, whoever runs it. */
final class ReplayInputs {
  private ReplayInputs() {}

  /**
   * Finds the seeds and crashers of a target, without reading them.
   *
   * @param testClass the class that runs, which declares the method or inherits it
   * @return one for each file, by name; without any file the input of empty and zero values
   * @throws ReplayException when the method cannot be a target, or its files cannot be listed
   */
  static List<ReplayInput> find(Class<?> testClass, Method method) {
    FuzzTarget target = target(testClass, method);
    List<SeedFile> files = files(testClass.getClassLoader(), target);
    String directory = SeedFiles.directory(target);
    if (files.isEmpty()) {
      return List.of(
          new ReplayInput(
              "empty input",
              "empty and zero values, as there is no file in " + directory,
              () -> target.shape().zeroValues()));
    }
    InputCodec codec = new InputCodec(target.shape());
    return files.stream()
        .map(
            file ->
                new ReplayInput(
                    file.name(), directory + file.name(), () -> codec.decode(file.read())))
        .toList();
  }

  private static FuzzTarget target(Class<?> testClass, Method method) {
    try {
      return new FuzzTarget(testClass.getName(), method.getName(), TargetFinder.shape(method));
    } catch (IllegalArgumentException e) {
      throw new ReplayException(e.getMessage());
    }
  }

  private static List<SeedFile> files(ClassLoader loader, FuzzTarget target) {
    try {
      return SeedFiles.find(loader, target);
    } catch (IOException | IllegalArgumentException e) {
      throw new ReplayException("the seeds of " + target.id() + " cannot be listed: " + e);
    }
  }
}
