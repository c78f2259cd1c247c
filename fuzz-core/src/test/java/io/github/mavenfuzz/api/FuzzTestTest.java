package io.github.mavenfuzz.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FuzzTestTest {

  static class Target {
    @FuzzTest
    void target(int i) {}
  }

  @Test
  void doesNoHarmWithoutJUnitOnTheClassPath() throws Exception {
    Method target =
        new LoaderWithoutJUnit()
            .loadClass(Target.class.getName())
            .getDeclaredMethod("target", int.class);

    assertThat(target.getAnnotations())
        .singleElement()
        .extracting(Annotation::annotationType)
        .satisfies(
            type -> {
              assertThat(type.getName()).isEqualTo(FuzzTest.class.getName());
              assertThat(
                      Arrays.stream(type.getAnnotations()).map(a -> a.annotationType().getName()))
                  .isNotEmpty()
                  .noneMatch(name -> name.startsWith("org.junit"));
            });
  }

  /** Sees the classes of this package and of the JDK. */
  private static final class LoaderWithoutJUnit extends ClassLoader {
    LoaderWithoutJUnit() {
      super(ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      String file = '/' + name.replace('.', '/') + ".class";
      try (InputStream in = FuzzTest.class.getResourceAsStream(file)) {
        if (!name.startsWith(FuzzTest.class.getPackageName() + '.') || in == null) {
          throw new ClassNotFoundException(name);
        }
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
