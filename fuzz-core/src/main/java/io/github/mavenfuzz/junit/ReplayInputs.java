package io.github.mavenfuzz.junit;

import io.github.mavenfuzz.argument.ArgumentFactory;
import io.github.mavenfuzz.argument.RefusedArgumentException;
import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.input.InputCodec;
import io.github.mavenfuzz.target.LoadedTarget;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

/** The inputs that a target is run with as a test, by Jupiter or by our own engine. */
final class ReplayInputs {
  private final FuzzTarget target;
  private final ReplayForm form;
  private final Class<?> testClass;

  /**
   * @throws IllegalArgumentException with a sentence, when the method cannot be a target
   */
  private ReplayInputs(TestClasses classes, Method method, ReplayForm form) {
    this.target = LoadedTarget.of(classes.classes(), method);
    this.form = form;
    this.testClass = classes.testClass();
  }

  /**
   * Finds the seeds and crashers of a target, without reading them.
   *
   * @param classes those that run, of which the last declares the method or inherits it
   * @return one for each file, by name; without any file the input of empty and zero values, unless
   *     it is one of Jazzer's targets
   * @throws ReplayException when the method cannot be a target, or its files cannot be listed
   */
  static List<ReplayInput> find(TestClasses classes, Method method) {
    ReplayForm form = ReplayForm.of(method).orElse(ReplayForm.ANNOTATED);
    try {
      return new ReplayInputs(classes, method, form).find();
    } catch (IllegalArgumentException e) {
      throw new ReplayException(e.getMessage());
    }
  }

  /** Whether there are files for one of Jazzer's targets, or what there is cannot be known. */
  static boolean hasFiles(TestClasses classes, Method method, ReplayForm form) {
    try {
      return !new ReplayInputs(classes, method, form).files().isEmpty();
    } catch (IllegalArgumentException | ReplayException e) {
      return false; // the fuzzer says so; there are no files of what it cannot run
    }
  }

  private List<ReplayInput> find() {
    List<SeedFile> files = files();
    ArgumentFactory factory = ArgumentFactory.of(target.shape(), testClass);
    if (files.isEmpty() && form == ReplayForm.ANNOTATED) {
      return List.of(
          new ReplayInput(
              "empty input",
              "empty and zero values, as there is no file in " + SeedFiles.directory(target),
              () -> arguments(factory, target.shape().zeroValues())));
    }
    InputCodec codec = new InputCodec(target.shape());
    return files.stream()
        .map(
            file ->
                new ReplayInput(
                    file.name(),
                    file.origin(),
                    () -> arguments(factory, codec.decode(file.read()))))
        .toList();
  }

  private static List<Object> arguments(ArgumentFactory factory, List<Object> values)
      throws RefusedArgumentException {
    Object[] arguments = values.toArray();
    factory.convert(arguments);
    return Arrays.asList(arguments);
  }

  /** Jazzer's own files are those of its own replay, if it has one. */
  private List<SeedFile> files() {
    try {
      ClassLoader loader = testClass.getClassLoader();
      boolean ofJazzer = form == ReplayForm.NAMED && target.shape().holdsBytes();
      return ofJazzer ? SeedFiles.findWithJazzers(loader, target) : SeedFiles.find(loader, target);
    } catch (IOException | IllegalArgumentException e) {
      throw new ReplayException("the seeds of " + target.id() + " cannot be listed: " + e);
    }
  }
}
