package io.github.mavenfuzz.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.probe.ProbedLoader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Without an agent, so that nobody finds the engine's classes on the boot class path. */
class LoaderViewsTest {
  private final LoaderViews views = new LoaderViews(true);

  @Test
  void theLoaderOfTheClassPathSeesAll() {
    assertThat(views.of(ClassLoader.getSystemClassLoader())).contains(Callees.DIRECT);
  }

  @Test
  void anotherLoaderIsAskedOnceAndMayHideAnything() {
    List<String> asked = new ArrayList<>();
    ClassLoader hiding =
        new ClassLoader() {
          @Override
          protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            asked.add(name);
            throw new ClassNotFoundException(name);
          }
        };

    assertThat(views.of(hiding)).isEmpty();
    assertThat(views.of(hiding)).isEmpty();
    assertThat(asked).containsExactly(Bridge.CLASS_NAME);
  }

  /** As one that loads whatever lies on the class path itself. */
  @Test
  void aSecondCopyOfTheEnginesClassesIsNotSeen() {
    assertThat(new LoaderViews(false).of(new ProbedLoader(0))).isEmpty();
  }
}
