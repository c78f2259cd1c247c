package io.github.mavenfuzz.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.input.TargetPlace;
import io.github.mavenfuzz.type.LeafKind;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TargetMethodTest {
  private static final InputShape TEXT = InputShape.of(LeafKind.STRING);

  abstract static class Base<T> {
    private void hidden(String text) {}

    void generic(T value) {}
  }

  interface Contract<T> {
    default void byDefault(T value) {}
  }

  interface Deeper extends Contract<String> {}

  static class Concrete extends Base<String> implements Deeper, Consumer<String> {
    /** Beside which the compiler writes one that takes an Object. */
    @Override
    public void accept(String text) {}

    void own(String text) {}
  }

  static class Outer {
    class Middle {
      class Inner {
        String path() {
          return Outer.this.getClass().getSimpleName() + Middle.this.getClass().getSimpleName();
        }
      }
    }

    class Picky {
      Picky(int number) {}
    }
  }

  static class SubOfOuter extends Outer {}

  static class Fails {
    Fails() {
      throw new IllegalStateException("not today");
    }

    class Inner {}
  }

  private static Method find(Class<?> declaring, String method, Class<?> parameter)
      throws LifecycleException {
    TargetPlace place =
        new TargetPlace(
            List.of(Concrete.class.getName()),
            declaring.getName(),
            List.of(parameter.descriptorString()));
    return TargetMethod.find(Concrete.class, new FuzzTarget("p.Name", method, TEXT, place));
  }

  @Test
  void isFoundWhereverTheClassHasItFrom() throws Exception {
    assertThat(find(Concrete.class, "own", String.class).getDeclaringClass())
        .isEqualTo(Concrete.class);
    assertThat(find(Base.class, "hidden", String.class).getDeclaringClass()).isEqualTo(Base.class);
    assertThat(find(Base.class, "generic", Object.class).getDeclaringClass()).isEqualTo(Base.class);
    assertThat(find(Contract.class, "byDefault", Object.class).getDeclaringClass())
        .isEqualTo(Contract.class);
  }

  @Test
  void isNotTheOneThatTheCompilerWritesBesideIt() throws Exception {
    assertThat(find(Concrete.class, "accept", String.class).isBridge()).isFalse();
  }

  @Test
  void isNamedWhenThereIsNone() {
    for (Class<?> declaring : List.of(Concrete.class, Outer.class)) {
      assertThatExceptionOfType(LifecycleException.class)
          .isThrownBy(() -> find(declaring, "other", String.class))
          .withMessage("class has no method other(String)");
    }
  }

  private static List<Object> instances(Class<?>... classes) throws LifecycleException {
    List<String> names = Arrays.stream(classes).map(Class::getName).toList();
    Class<?> last = classes[classes.length - 1];
    return TargetMethod.newInstances(
        last, new FuzzTarget("p.Name", "m", TEXT, new TargetPlace(names, "p.Name", List.of())));
  }

  @Test
  void isCalledOnAnInstanceWithThoseAroundIt() throws Exception {
    List<Object> instances = instances(Outer.class, Outer.Middle.class, Outer.Middle.Inner.class);

    assertThat(instances)
        .map(Object::getClass)
        .containsExactly(Outer.class, Outer.Middle.class, Outer.Middle.Inner.class);
    assertThat(((Outer.Middle.Inner) instances.get(2)).path()).isEqualTo("OuterMiddle");
  }

  @Test
  void ofAnInheritedInnerClassIsCalledWithinTheSubclass() throws Exception {
    List<Object> instances =
        instances(SubOfOuter.class, Outer.Middle.class, Outer.Middle.Inner.class);

    assertThat(((Outer.Middle.Inner) instances.get(2)).path()).isEqualTo("SubOfOuterMiddle");
  }

  @Test
  void saysWhichInstanceCannotBeMade() {
    assertThatExceptionOfType(LifecycleException.class)
        .isThrownBy(() -> instances(Fails.class, Fails.Inner.class))
        .withMessage("constructor of the class around it threw an exception")
        .havingCause()
        .withMessage("not today");
    assertThatExceptionOfType(LifecycleException.class)
        .isThrownBy(() -> instances(Outer.class, Outer.Picky.class))
        .withMessage("class has no constructor without parameters");
    assertThatExceptionOfType(LifecycleException.class)
        .isThrownBy(() -> instances(Base.class))
        .withMessage("class is abstract");
  }
}
