package io.github.mavenfuzz.failure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StackTraceTrimmerTest {

  @Test
  void leavesOutFramesThatAreNotTheProjects() {
    String trace =
        """
        java.lang.IllegalStateException: at first
        \tat java.base/java.util.ArrayList.get(ArrayList.java:1)
        \tat com.example.Parser.parse(Parser.java:2)
        \tat app//com.example.Parser.lambda$x$0(Parser.java:3)
        \tat loader/com.example@1.0/com.example.Parser.y(Parser.java:4)
        \tat java.base@17.0.1/java.util.Objects.z(Objects.java:5)
        \tat org.junit.jupiter.api.Assertions.fail(Assertions.java:6)
        \tSuppressed: java.io.IOException
        \t\tat sun.nio.X.x(Native Method)
        Caused by: java.lang.Error
        \t... 5 more
        """;

    assertThat(StackTraceTrimmer.trim(trace))
        .isEqualTo(
            """
            java.lang.IllegalStateException: at first
            \tat com.example.Parser.parse(Parser.java:2)
            \tat app//com.example.Parser.lambda$x$0(Parser.java:3)
            \tat loader/com.example@1.0/com.example.Parser.y(Parser.java:4)
            \tSuppressed: java.io.IOException
            Caused by: java.lang.Error
            \t... 5 more
            """);
  }

  @Test
  void leavesATraceWithoutFramesOfTheProjectAsItIs() {
    String trace = "java.lang.Error\n\tat java.base/java.util.ArrayList.get(ArrayList.java:1)\n";

    assertThat(StackTraceTrimmer.trim(trace)).isEqualTo(trace);
  }
}
