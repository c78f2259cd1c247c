package io.github.mavenfuzz.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.mavenfuzz.classname.ClassFilter;
import io.github.mavenfuzz.comparison.Site;
import io.github.mavenfuzz.probe.Constructs;
import io.github.mavenfuzz.probe.ProbedLoader;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TraceTransformerTest {
  private static final ClassLoader LOADER = TraceTransformerTest.class.getClassLoader();
  private static final ClassLoader HIDING = new ProbedLoader(0);
  private static final byte[] CLASS_FILE = ProbedLoader.bytesOf(Constructs.IfElse.class);

  private final TraceRegistry registry = new TraceRegistry();
  private final TraceTransformer transformer =
      new TraceTransformer(
          new ClassFilter(List.of(), List.of("com.example.no.*")),
          loader -> loader == HIDING ? Optional.empty() : Optional.of(Callees.DIRECT),
          registry);

  private byte[] transform(ClassLoader loader, String name, byte[] classFile) {
    return transformer.transform(loader, name, null, null, classFile);
  }

  private int nextSite() {
    return registry.register(new Site("A", "a", 1, Site.Test.ORDER, Site.Constant.NONE, List.of()));
  }

  @Test
  void aClassOfTheTargetIsTracedAndItsWordsAreKept() {
    byte[] transformed = transform(LOADER, "com/example/Yes", CLASS_FILE);

    ProbedLoader.check(transformed, LOADER);
    assertThat(transformed).isNotEqualTo(CLASS_FILE);
    assertThat(registry.site(0).className()).isEqualTo(Constructs.IfElse.class.getName());
    assertThat(registry.site(0).test()).isEqualTo(Site.Test.ORDER);
    assertThat(registry.drainWords()).containsExactly("positive", "other");
  }

  static Stream<Arguments> classesOfOthers() {
    return Stream.of(
        arguments("of the JVM", null, "com/example/Yes"),
        arguments("of the JDK", ClassLoader.getPlatformClassLoader(), "com/example/Yes"),
        arguments("hidden", LOADER, null),
        arguments("excluded", LOADER, "com/example/no/Excluded"),
        arguments("of a framework", LOADER, "org/hamcrest/Matcher"),
        arguments("of the engine", LOADER, "io/github/mavenfuzz/worker/WorkerMain"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("classesOfOthers")
  void classesThatAreNotOfTheTargetStayAsTheyAre(
      String description, ClassLoader loader, String name) {
    assertThat(transform(loader, name, CLASS_FILE)).isNull();
    assertThat(registry.drainWords()).isEmpty();
    assertThat(nextSite()).isZero();
  }

  @Test
  void classesOfTheJdkAreToldByTheirModule() {
    Module project = LOADER.getUnnamedModule();
    Module jdk = Object.class.getModule();

    assertThat(transformer.transform(jdk, LOADER, "com/sun/x/Yes", null, null, CLASS_FILE))
        .isNull();
    assertThat(transformer.transform(project, LOADER, "com/example/Yes", null, null, CLASS_FILE))
        .isNotNull();
  }

  @Test
  void aClassThatIsRedefinedStaysAsItIs() {
    assertThat(
            transformer.transform(
                LOADER, "com/example/Yes", Constructs.IfElse.class, null, CLASS_FILE))
        .isNull();
  }

  @Test
  void aClassOfALoaderThatHidesTheEngineStaysAsItIs() {
    assertThat(transform(HIDING, "com/example/Plugin", CLASS_FILE)).isNull();
    assertThat(nextSite()).isZero();
  }

  static Stream<Arguments> unreadable() {
    byte[] fromTheFuture = CLASS_FILE.clone();
    fromTheFuture[6] = 1; // the high byte of the class file version
    return Stream.of(
        arguments("empty", new byte[0]),
        arguments("cut", Arrays.copyOf(CLASS_FILE, CLASS_FILE.length / 2)),
        arguments("of a future version", fromTheFuture),
        arguments("that compares nothing", ProbedLoader.bytesOf(Runnable.class)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unreadable")
  void aClassThatCannotBeTracedStaysAsItIs(String description, byte[] classFile) {
    assertThat(transform(LOADER, "com/example/Bad", classFile)).isNull();

    assertThat(transform(LOADER, "com/example/Yes", CLASS_FILE)).isNotNull();
  }

  @Test
  void preparingTracesNothing() {
    assertThatCode(TraceTransformer::prepare).doesNotThrowAnyException();
  }
}
