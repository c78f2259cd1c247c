package io.github.mavenfuzz.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The annotation costs a project without Jupiter nothing: no warning, whatever is switched on. */
class CompilesWithoutJUnitTest {
  private static final String DOCUMENTED =
      "package com.example;\n/** Targets. */\npublic class T {\n"
          + "  /** Has nothing to prepare. */\n  public T() {}\n";

  @TempDir Path classes;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "  /** A target.\n @param b its input */\n  @io.github.mavenfuzz.api.FuzzTest\n"
            + "  public void t(byte[] b) {}\n}\n",
        "  /** Another name. */\n  @io.github.mavenfuzz.api.FuzzTest\n  public @interface Nightly {}"
            + "\n  /** A target.\n @param b its input */\n  @Nightly public void t(byte[] b) {}\n}\n",
      })
  void theCompilerWarnsOfNothing(String members) {
    assertThat(compile(DOCUMENTED + members, List.of("-proc:none"))).isEmpty();
  }

  /** As most do: one that goes on from annotation to annotation for ever is another matter. */
  @Test
  void norWhenAProcessorReadsTheAnnotations() {
    Annotations processor = new Annotations();

    String messages =
        compile(
            DOCUMENTED
                + "  /** A target.\n @param b its input */\n  @io.github.mavenfuzz.api.FuzzTest\n"
                + "  public void t(byte[] b) {}\n}\n",
            List.of(),
            processor);

    assertThat(messages).isEmpty();
    assertThat(processor.seen)
        .contains("@io.github.mavenfuzz.api.FuzzTest", "@io.github.mavenfuzz.junit.Replayed");
  }

  private String compile(String code, List<String> more, Annotations... processors) {
    List<String> options =
        new ArrayList<>(
            List.of("-Xlint:all", "-Xdoclint:all", "-Werror", "-d", classes.toString()));
    // A class path without JUnit: only what has the annotation.
    options.addAll(List.of("-cp", location()));
    options.addAll(more);
    JavaFileObject source =
        new SimpleJavaFileObject(
            URI.create("string:///com/example/T.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return code;
          }
        };
    StringWriter messages = new StringWriter();
    JavaCompiler.CompilationTask task =
        ToolProvider.getSystemJavaCompiler()
            .getTask(messages, null, null, options, null, List.of(source));
    if (processors.length > 0) {
      task.setProcessors(List.of(processors));
    }
    boolean done = task.call();
    return done ? messages.toString() : "failed: " + messages;
  }

  private static String location() {
    try {
      return Path.of(FuzzTest.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Reads the annotations of what is compiled with their values, and which annotations these have.
   */
  private static final class Annotations extends AbstractProcessor {
    private final List<String> seen = new ArrayList<>();

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      round.getRootElements().forEach(this::read);
      return true;
    }

    private void read(Element element) {
      for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
        processingEnv.getElementUtils().getElementValuesWithDefaults(mirror);
        seen.add(mirror.toString());
        mirror
            .getAnnotationType()
            .asElement()
            .getAnnotationMirrors()
            .forEach(ofAnnotation -> seen.add(ofAnnotation.toString()));
      }
      element.getEnclosedElements().forEach(this::read);
    }
  }
}
