package io.github.mavenfuzz.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.boot.Comparisons;
import io.github.mavenfuzz.probe.ProbedLoader;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.chrono.ChronoLocalDate;
import java.time.chrono.ChronoLocalDateTime;
import java.time.chrono.ChronoZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

class TracedCallTest {
  /** Classes whose instance methods are traced. */
  private static final List<Class<?>> RECEIVERS =
      List.of(
          String.class,
          StringBuilder.class,
          StringBuffer.class,
          Comparable.class,
          Integer.class,
          Long.class,
          Short.class,
          Byte.class,
          Character.class,
          Float.class,
          Double.class,
          UUID.class,
          BigInteger.class,
          BigDecimal.class,
          ByteBuffer.class,
          CharBuffer.class,
          Duration.class,
          Instant.class,
          LocalTime.class,
          YearMonth.class,
          MonthDay.class,
          Year.class,
          OffsetDateTime.class,
          ChronoLocalDate.class,
          ChronoLocalDateTime.class,
          ChronoZonedDateTime.class,
          Pattern.class,
          Method.class,
          List.class,
          NavigableMap.class);

  static List<String> rows() {
    return TracedCall.all();
  }

  /** The public method that a row names, which is an error when there is none. */
  private static Method methodOf(String row) {
    int open = row.indexOf('(');
    int dot = row.lastIndexOf('.', open);
    String name = row.substring(dot + 1, open);
    return owners(dot < 0 ? null : row.substring(0, dot))
        .flatMap(owner -> Arrays.stream(owner.getMethods()))
        .filter(m -> m.getName().equals(name) && parameters(m).equals(row.substring(open)))
        .filter(m -> Modifier.isStatic(m.getModifiers()) == dot >= 0)
        .filter(m -> Modifier.isPublic(m.getDeclaringClass().getModifiers()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No method " + row));
  }

  private static Stream<Class<?>> owners(String internalName) {
    if (internalName == null) {
      return RECEIVERS.stream();
    }
    try {
      return Stream.of(Class.forName(internalName.replace('/', '.')));
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static String parameters(Method method) {
    String descriptor = Type.getMethodDescriptor(method);
    return descriptor.substring(0, descriptor.indexOf(')') + 1);
  }

  private static TracedCall tracedCall(Method method) {
    return TracedCall.of(
        new MethodInsnNode(
            GeneratedCalls.opcode(method),
            Type.getInternalName(method.getDeclaringClass()),
            method.getName(),
            Type.getMethodDescriptor(method)));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theRecorderOfEachKindExists(String row) {
    TracedCall traced = tracedCall(methodOf(row));

    assertThat(traced.operands()).hasSize(traced.types().length());
    assertThat(Comparisons.class.getDeclaredMethods())
        .filteredOn(m -> Modifier.isPublic(m.getModifiers()) && Modifier.isStatic(m.getModifiers()))
        .extracting(m -> m.getName() + Type.getMethodDescriptor(m))
        .contains(traced.recorder() + traced.descriptor());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aCallOfEachKindIsTracedAndPassesTheVerifier(String row) {
    TracingLoader loader =
        new TracingLoader().add(GeneratedCalls.NAME, GeneratedCalls.callerOf(methodOf(row)));

    ProbedLoader.check(loader.tracedBytes(GeneratedCalls.NAME), getClass().getClassLoader());
    assertThat(loader.sites()).hasSize(1);
  }

  @Test
  void noKindIsNamedTwice() {
    assertThat(TracedCall.all()).hasSizeGreaterThan(100).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pattern", "lookup", "element", "removal", "constant", "words"})
  void recordersOfWhichOnlyTheRightSideSaysWhatIsWantedAreInUse(String recorder) {
    assertThat(TracedCall.all().stream().map(row -> tracedCall(methodOf(row))))
        .filteredOn(TracedCall::wantsRight)
        .extracting(TracedCall::recorder)
        .contains(recorder);
  }

  @Test
  void aCallOfTheSuperclassIsNotTraced() {
    MethodInsnNode call =
        new MethodInsnNode(
            Opcodes.INVOKESPECIAL, "java/lang/Object", "equals", "(Ljava/lang/Object;)Z");

    assertThat(TracedCall.of(call)).isNull();
  }
}
