package io.github.mavenfuzz.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.mavenfuzz.probe.ProbedLoader;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

class ClassWordsTest {

  @interface Named {
    String value();

    String[] aliases() default {};
  }

  interface Code {
    static String run(int x) {
      return x > 0 ? "in code" : "x";
    }
  }

  interface Field {
    String CONSTANT = "in a field";
    int NUMBER = 17;
  }

  enum Shade {
    LIGHT,
    DARK_GREY
  }

  @Named("of a class")
  interface Annotated {
    @Named(
        value = "of a field",
        aliases = {"first alias", "second alias"})
    int FIELD = 1;

    @Named("of a method")
    void run();
  }

  static Stream<Arguments> classes() {
    return Stream.of(
        arguments(Code.class, List.of("in code")),
        arguments(Field.class, List.of("in a field")),
        arguments(Shade.class, List.of("LIGHT", "DARK_GREY")),
        arguments(
            Annotated.class,
            List.of("of a class", "of a field", "first alias", "second alias", "of a method")));
  }

  @ParameterizedTest
  @MethodSource("classes")
  void theConstantsOfAClassAreItsWords(Class<?> type, List<String> expected) {
    assertThat(ClassWords.of(ProbedLoader.bytesOf(type)))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void wordsHaveTwoTo64Characters() {
    String longest = "x".repeat(64);

    assertThat(wordsOf("a", "ab", longest, longest + "x", "")).containsExactly("ab", longest);
  }

  @Test
  void eachWordIsThereOnce() {
    assertThat(wordsOf("ab", "cd", "ab")).containsExactly("ab", "cd");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0001", "\u0007bell", "\u001b[0m"})
  void textWithControlCharactersIsNone(String text) {
    assertThat(wordsOf(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "\r\n", "\tcolumn", "\u00e4\u20ac"})
  void textWithWhiteSpaceAndOtherLettersIsOne(String text) {
    assertThat(wordsOf(text)).containsExactly(text);
  }

  private static List<String> wordsOf(String... constants) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "Words", null, "java/lang/Object", null);
    int access = Opcodes.ACC_STATIC | Opcodes.ACC_FINAL;
    for (int i = 0; i < constants.length; i++) {
      writer.visitField(access, "f" + i, "Ljava/lang/String;", null, constants[i]).visitEnd();
    }
    writer.visitEnd();
    return ClassWords.of(writer.toByteArray());
  }
}
