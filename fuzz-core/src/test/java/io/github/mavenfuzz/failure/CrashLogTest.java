package io.github.mavenfuzz.failure;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrashLogTest {
  private static final String INTERPRETED =
      """
      #
      # A fatal error has been detected by the Java Runtime Environment:
      #
      #  SIGSEGV (0xb) at pc=0x00007f9be00d430c, pid=25536, tid=25537
      #
      # JRE version: OpenJDK Runtime Environment (17.0.15+6) (build 17.0.15+6)
      # Problematic frame:
      # V  [libjvm.so+0xed430c]  Unsafe_GetLong+0x12c
      #

      ---------------  T H R E A D  ---------------

      Current thread (0x00007f9bd8017fb0):  JavaThread "main" [_thread_in_vm, id=25537]

      Native frames: (J=compiled Java code, j=interpreted, Vv=VM code, C=native code)
      V  [libjvm.so+0xed430c]  Unsafe_GetLong+0x12c
      j  jdk.internal.misc.Unsafe.getLong(Ljava/lang/Object;J)J+0 java.base@17.0.15
      C  [libjli.so+0x4592]  JavaMain+0xd82

      Java frames: (J=compiled Java code, j=interpreted, Vv=VM code)
      j  jdk.internal.misc.Unsafe.getLong(Ljava/lang/Object;J)J+0 java.base@17.0.15
      j  sun.misc.Unsafe.getLong(J)J+4 jdk.unsupported@17.0.15
      j  org.example.Reader.read at once(J)J+4
      J 123 c2 org.example.Reader.<init>(J[B)V (7 bytes) @ 0x00007f7544ec7a44 [0x00+0x24]
      J 42% c1 org.example.Parser.lambda$parse$0(Ljava/lang/String;)V org.example@1.0 (9 bytes)
      j  org.example.Fuzz.target([B)V+1
      j  io.github.mavenfuzz.worker.TargetInvoker.call()V+1
      j  io.github.mavenfuzz.worker.WorkerMain.main([Ljava/lang/String;)V+14
      v  ~StubRoutines::call_stub

      siginfo: si_signo: 11 (SIGSEGV), si_code: 1 (SEGV_MAPERR), si_addr: 0x08
      """;

  private static final String COMPILED =
      """
      #  SIGBUS (0x7) at pc=0x00007fc1a7ed14b2, pid=3824, tid=3825
      # Problematic frame:
      # J 90 c2 org.example.Parser.parse(J)J (7 bytes) @ 0x00007fc1a7ed14b2 [0x07+0x32]

      Native frames: (J=compiled Java code, j=interpreted, Vv=VM code, C=native code)
      J 90 c2 org.example.Parser.parse(J)J (7 bytes) @ 0x00007fc1a7ed14b2 [0x07+0x32]
      J 91  org.example.Codec.decode(J)J (0 bytes) @ 0x00007fc1a7ed14b2 [0x07+0x32]
      j  org.example.Fuzz$$Lambda$1+0x00007f74d8000a08.run()V+0
      v  ~StubRoutines::call_stub 0x00007f7a37938fa6
      """;

  private static final String INTERNAL =
      """
      #
      #  Internal Error (sharedRuntime.cpp:553), pid=11010, tid=11011
      #  guarantee(cb != NULL && cb->is_compiled()) failed: must be a compiled Java method
      #
      Native frames: (J=compiled Java code, j=interpreted, Vv=VM code, C=native code)
      V  [libjvm.so+0xf21801]  VMError::report_and_die(int, char const*)
      """;

  private static final String NO_MEMORY =
      """
      #
      # There is insufficient memory for the Java Runtime Environment to continue.
      # Native memory allocation (mmap) failed to map 16384 bytes for committing reserved memory.
      # Possible reasons:
      #   The system is out of physical RAM or swap space
      #
      #  Out of Memory Error (os_linux.cpp:2717), pid=5, tid=6
      #
      Java frames: (J=compiled Java code, j=interpreted, Vv=VM code)
      j  org.example.Parser.parse(J)J+4
      """;

  private static final String HEAP_FULL =
      """
      #  Internal Error (debug.cpp:362), pid=11010, tid=11011
      #  fatal error: OutOfMemory encountered: Java heap space
      """;

  @Test
  void namesTheCauseByTheSignalAndTheFramesOfTheProject() {
    Failure failure = CrashLog.parse(INTERPRETED).failure();

    assertThat(failure.kind()).isEqualTo(FailureKind.SIGNAL);
    assertThat(failure.exception()).isEqualTo("SIGSEGV");
    assertThat(failure.message()).isEqualTo("in Unsafe_GetLong of libjvm.so");
    assertThat(failure.signature())
        .hasToString(
            "SIGSEGV at org.example.Reader.read at once < org.example.Reader.<init>"
                + " < org.example.Parser.lambda$parse");
  }

  @Test
  void showsTheStackDownToTheTarget() {
    assertThat(CrashLog.parse(INTERPRETED).failure().stackTrace())
        .isEqualTo(
            """
            SIGSEGV: in Unsafe_GetLong of libjvm.so
            \tat java.base/jdk.internal.misc.Unsafe.getLong(Unknown Source)
            \tat jdk.unsupported/sun.misc.Unsafe.getLong(Unknown Source)
            \tat org.example.Reader.read at once(Unknown Source)
            \tat org.example.Reader.<init>(Unknown Source)
            \tat org.example/org.example.Parser.lambda$parse$0(Unknown Source)
            \tat org.example.Fuzz.target(Unknown Source)
            """);
  }

  /** Then the JVM prints the Java frames among the native ones only. */
  @Test
  void readsACrashInCompiledCode() {
    Failure failure = CrashLog.parse(COMPILED).failure();

    assertThat(failure.message()).isNull();
    assertThat(failure.signature())
        .hasToString(
            "SIGBUS at org.example.Parser.parse < org.example.Codec.decode"
                + " < org.example.Fuzz$$Lambda.run");
  }

  @Test
  void namesAFaultOfTheJvmByItsPlace() {
    Failure failure = CrashLog.parse(INTERNAL).failure();

    assertThat(failure.kind()).isEqualTo(FailureKind.SIGNAL);
    assertThat(failure.signature())
        .hasToString(failure.exception())
        .hasToString("JVM internal error (sharedRuntime.cpp:553)");
    assertThat(failure.message()).startsWith("guarantee(cb != NULL && cb->is_compiled()) failed:");
    assertThat(failure.stackTrace()).isEmpty();
  }

  @Test
  void tellsThatNoMemoryWasLeftWhoeverNoticed() {
    Failure failure = CrashLog.parse(NO_MEMORY).failure();

    assertThat(failure.kind()).isEqualTo(FailureKind.OUT_OF_MEMORY);
    assertThat(failure.signature()).hasToString("JVM out of memory");
    assertThat(failure.message()).startsWith("Native memory allocation (mmap) failed to map 16384");
    assertThat(failure.stackTrace()).contains("\tat org.example.Parser.parse(");
    assertThat(CrashLog.parse(HEAP_FULL).failure().kind()).isEqualTo(FailureKind.OUT_OF_MEMORY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "#  SIGILL (0x4) at pc=0x1, pid=2, tid=3|SIGILL",
        "#  SIGFPE (0x8) at pc=0x1, pid=2, tid=3|SIGFPE",
        "#  SIGBUS (0x7) at pc=0x00 (sent by kill), pid=25652, tid=25652|SIGBUS",
        "#  EXCEPTION_ACCESS_VIOLATION (0xc0000005) at pc=0x0, pid=1|EXCEPTION_ACCESS_VIOLATION",
        "#  Internal Error (os_linux_x86.cpp:103), pid=1|JVM internal error (os_linux_x86.cpp:103)",
      })
  void readsTheNameOfTheCrash(String line, String name) {
    assertThat(CrashLog.parse(line).failure().signature()).hasToString(name);
  }

  @ParameterizedTest
  @CsvSource({"''", "nothing of the kind", "# SIGSEGV", "'#\n# A fatal error has been detected'"})
  void isNothingWhereNoCrashIsToldOf(String text) {
    assertThat(CrashLog.parse(text)).isNull();
  }

  @Test
  void takesWhatThereIsOfAFileThatEndsAnywhere() {
    int named = INTERPRETED.indexOf("(0xb)") + 3;
    for (int end = 0; end <= INTERPRETED.length(); end++) {
      CrashLog log = CrashLog.parse(INTERPRETED.substring(0, end));
      if (end < named) {
        assertThat(log).isNull();
      } else {
        assertThat(log.failure().signature().toString()).startsWith("SIGSEGV");
      }
    }
  }

  @Test
  void whatTheJvmPrintedIsFoundAmongOtherOutput() {
    String output = "of the target\n" + INTERPRETED.lines().limit(9).collect(joining("\n"));

    CrashLog log = CrashLog.parseOutput(output);

    assertThat(log.name()).isEqualTo("SIGSEGV");
    assertThat(log.detail()).isEqualTo("in Unsafe_GetLong of libjvm.so");
    assertThat(log.stack()).isEmpty();
    assertThat(CrashLog.parseOutput("#  SIGSEGV (0xb) at pc=0x0\n")).isNull();
  }

  @Test
  void aJvmWithoutMemoryPrintsThat() {
    CrashLog log =
        CrashLog.parseOutput(
            """
            #
            # There is insufficient memory for the Java Runtime Environment to continue.
            # Native memory allocation (malloc) failed to allocate 32 bytes for a table
            """);

    assertThat(log.outOfMemory()).isTrue();
    assertThat(log.detail()).startsWith("Native memory allocation (malloc)");
  }
}
