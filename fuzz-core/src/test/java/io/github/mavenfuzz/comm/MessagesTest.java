package io.github.mavenfuzz.comm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.mavenfuzz.coverage.ClassProbes;
import io.github.mavenfuzz.coverage.SparseBits;
import io.github.mavenfuzz.failure.Failure;
import io.github.mavenfuzz.failure.FailureKind;
import io.github.mavenfuzz.failure.Failures;
import io.github.mavenfuzz.failure.KnownCause;
import io.github.mavenfuzz.failure.Severity;
import io.github.mavenfuzz.mutate.Hint;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;

class MessagesTest {
  private static final Response.Instrumented INSTRUMENTED =
      new Response.Instrumented(
          List.of(
              new ClassProbes("com.example.Outer$Inner", 0xFFFF_FFFFL, 0, 17),
              new ClassProbes("com.example.Größe", 0, 17, Integer.MAX_VALUE)),
          3);

  private static final Call.Fuzz FUZZ =
      new Call.Fuzz(
          new Call.Parents(List.of(0), List.of(1)), List.of(), new Call.Slice(0, 0), 0, List.of());

  private static final Hint HINT =
      new Hint(
          List.of(new Hint.Edit(0, 3, 7, new byte[] {1, -1}), Hint.Edit.whole(2, new byte[] {0})));

  /** Of a class that no compiler makes. */
  private static final KnownCause ODD =
      KnownCause.closed(Failures.signature("\uD800 \uDC00 at an unknown place"));

  @TempDir Path directory;

  static Stream<Message> messages() {
    return Stream.concat(calls(), responses());
  }

  static Stream<Call> calls() {
    return Stream.of(
        new Call.Ping(),
        new Call.TearDown(),
        new Call.WarmUp(List.of(0, 1 << 20), 2, 100),
        new Call.Confirm(),
        new Call.Trace(List.of(3, 0), 200),
        new Call.Fuzz(
            new Call.Parents(
                List.of(0, 1 << 20),
                List.of(1, 64),
                List.of(new Call.Hints(List.of(HINT), 1), Call.Hints.NONE)),
            List.of("SELECT", "\u00ff"),
            new Call.Slice(100, Long.MAX_VALUE),
            1 << 21,
            List.of(Failures.open("a at b.C.d+7 < e.F.g < ..."), ODD)),
        FUZZ,
        new Call.Minimize(
            10_000,
            1_000_000,
            Call.Keep.failure(
                Failures.signature("x.Issue by java.lang.Error at a.B.c+1 < d.E.<init>"),
                List.of(ODD))),
        new Call.Minimize(0, 1, Call.Keep.coverage(4096, List.of(ODD, Failures.open("b")))));
  }

  private static Response.Reached reached(Integer... probes) {
    byte[] bits = new byte[probes.length];
    Arrays.fill(bits, (byte) -1);
    return new Response.Reached(new SparseBits(List.of(probes), bits), 7);
  }

  static Stream<Response> responses() {
    return Stream.of(
        new Response.Pong(INSTRUMENTED, Preparation.done(List.of("Beware."), "By JUnit.")),
        new Response.Pong(INSTRUMENTED, Preparation.skipped("")),
        new Response.Pong(INSTRUMENTED, Preparation.failed("It has no method.\n\t\"run(int)\"")),
        new Response.TornDown(INSTRUMENTED, null),
        new Response.TornDown(INSTRUMENTED, "It threw."),
        new Response.WarmedUp(outcome(null), List.of()),
        new Response.WarmedUp(
            outcome(null), List.of(Response.Reached.NOTHING, reached(0, 1, 128, 1 << 20))),
        new Response.Confirmed(outcome(new Response.Failed(new byte[1], failure("boom"), false))),
        new Response.Fuzzed(outcome(null), List.of(), List.of(new Response.Turn(1, 0, 0))),
        new Response.Fuzzed(
            outcome(new Response.Failed(new byte[] {0, -1}, failure("late"), true)),
            List.of(new Response.Found(1, new byte[] {1}, reached(3, 9))),
            List.of(new Response.Turn(1L << 40, 3, 0, 12, List.of(0, 11)))),
        new Response.Traced(outcome(null), List.of(), List.of()),
        new Response.Traced(
            outcome(null),
            List.of(
                new Response.Trace(List.of(), 0, List.of()),
                new Response.Trace(List.of(HINT, HINT), 1, List.of("a"))),
            List.of("\u00ff", "SELECT")),
        new Response.ExitReport(outcome(new Response.Failed(null, failure("exit"), false))),
        new Response.Minimized(INSTRUMENTED, true, 12, null, List.of(), false),
        new Response.Minimized(
            INSTRUMENTED,
            false,
            0,
            failure(null),
            List.of(new Response.Other(failure("other"), new byte[] {1})),
            true));
  }

  @Test
  void everyKindOfMessageIsTested() {
    assertThat(calls().map(Object::getClass)).containsAll(kindsOf(Call.class));
    assertThat(responses().map(Object::getClass)).containsAll(kindsOf(Response.class));
  }

  private static List<Class<?>> kindsOf(Class<?> sealed) {
    return Stream.of(sealed.getPermittedSubclasses())
        .flatMap(kind -> kind.isSealed() ? kindsOf(kind).stream() : Stream.of(kind))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("messages")
  void arrivesAsItWasSent(Message message) throws Exception {
    assertThat(passOn(message)).usingRecursiveComparison().isEqualTo(message);
  }

  @ParameterizedTest
  @EnumSource
  void everyKindOfFailureArrives(FailureKind kind) throws Exception {
    Response message =
        confirmed(new Failure(Failures.signature(kind, "s"), "java.lang.Error", "m", "trace"));

    assertThat(passOn(message)).usingRecursiveComparison().isEqualTo(message);
  }

  @ParameterizedTest
  @EnumSource
  @NullSource
  void theSeverityOfAFailureArrives(Severity severity) throws Exception {
    Failure failure = new Failure(Failures.signature("s"), "e.Issue", "m", "trace", severity);
    Response message = confirmed(failure);

    assertThat(passOn(message)).usingRecursiveComparison().isEqualTo(message);
  }

  /** Messages of exceptions quote the inputs that caused them. */
  @ParameterizedTest
  @MethodSource("oddTexts")
  void anyTextArrives(String text) throws Exception {
    Response message = confirmed(failure(text));

    assertThat(passOn(message)).usingRecursiveComparison().isEqualTo(message);
  }

  static Stream<String> oddTexts() {
    return Stream.of(
        "",
        "\0\u0001\u001b\u007f\u0085",
        "\uD800",
        "\uDC00",
        "\uDC00\uD800",
        "a\uD83D",
        "\uD83D\uDE00",
        "\uFFFE\uFFFF\uFEFF",
        "\u2028\u2029",
        "\"\\/'\r\n\t",
        "x".repeat(100_000));
  }

  /** A target may write whatever it likes where its JVM's connection is. */
  @ParameterizedTest
  @MethodSource("messages")
  void noPartOfAMessageIsTakenForOne(Message message) {
    byte[] whole = MessageCodec.write(message);

    for (int length = 0; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThatIllegalStateException()
          .isThrownBy(() -> MessageCodec.read(part))
          .withMessageStartingWith("not a message: ");
    }
  }

  @ParameterizedTest
  @MethodSource("messages")
  void aMessageWithOneByteMoreIsNone(Message message) {
    byte[] whole = MessageCodec.write(message);

    assertThatIllegalStateException()
        .isThrownBy(() -> MessageCodec.read(Arrays.copyOf(whole, whole.length + 1)))
        .withMessage("not a message: 1 bytes follow");
  }

  /** Else a few bytes would fill the coordinator's heap. */
  @Test
  void noRoomIsMadeForMoreThanWhatHasCome() {
    byte[] message = MessageCodec.write(FUZZ);
    ByteBuffer.wrap(message).putInt(message.length - Integer.BYTES, Integer.MAX_VALUE);

    assertThatIllegalStateException()
        .isThrownBy(() -> MessageCodec.read(message))
        .withMessage("not a message: there are no 2147483647 elements");
  }

  private Message passOn(Message message) throws Exception {
    try (Connection connection = Connection.in(directory);
        WorkerComm from = new WorkerComm(connection.near(), cause -> {});
        WorkerComm to = new WorkerComm(connection.far(), cause -> {})) {
      from.send(message);
      Class<? extends Message> type = message instanceof Call ? Call.class : Response.class;
      return to.receive(type, 60_000).orElseThrow();
    }
  }

  private static Response.Outcome outcome(Response.Failed failed) {
    return new Response.Outcome(INSTRUMENTED, null, failed, failed != null && failed.late());
  }

  private static Response confirmed(Failure failure) {
    return new Response.Confirmed(
        new Response.Outcome(
            INSTRUMENTED,
            new Response.Refusals(7, "refused"),
            new Response.Failed(new byte[] {1}, failure, false),
            false));
  }

  private static Failure failure(String message) {
    return new Failure(
        Failures.signature("java.lang.Error at com.example.A.b"),
        "java.lang.Error",
        message,
        "java.lang.Error: " + message + "\n\tat com.example.A.b(A.java:3)\n");
  }
}
