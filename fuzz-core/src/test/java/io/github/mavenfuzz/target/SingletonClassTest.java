package io.github.mavenfuzz.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What compilers of other languages make of methods without an instance, written in Java. */
class SingletonClassTest {
  @TempDir private Path classes;

  @Test
  void aKotlinCompanionsMethodIsTheTargetOfTheClassAroundIt() {
    new CompiledProject(classes)
        .source(
            """
            class Fuzzer {
              static final Companion Companion = new Companion();
              public static void fuzzerTestOneInput(byte[] b) { Companion.fuzzerTestOneInput(b); }
              @FuzzTest public static void annotated(int i) { Companion.annotated(i); }
              static final class Companion {
                private Companion() {}
                public void fuzzerTestOneInput(byte[] b) {}
                @FuzzTest public void annotated(int i) {}
                @FuzzTest public void alone(int i) {}
              }
            }
            """)
        .compile();

    TargetScan scan = TargetFinder.scan(List.of(classes), List.of());

    assertThat(Scans.targets(scan))
        .containsExactly(
            "p.Fuzzer#fuzzerTestOneInput(byte[])",
            "p.Fuzzer#annotated(int)",
            "p.Fuzzer$Companion#alone(int)");
    assertThat(scan.unusable()).isEmpty();
    assertThat(scan.warnings()).isEmpty();
  }

  @Test
  void aKotlinInterfacesMethodIsNoTargetOfTheClassWithItsCopy() {
    new CompiledProject(classes)
        .source(
            """
            interface Contract {
              @FuzzTest default void m(int i) {}
              class DefaultImpls { @FuzzTest public static void m(Contract self, int i) {} }
            }
            """)
        .source("class Sub implements Contract {}")
        .compile();

    TargetScan scan = TargetFinder.scan(List.of(classes), List.of());

    assertThat(Scans.targets(scan)).containsExactly("p.Sub#m(int)");
    assertThat(scan.unusable()).isEmpty();
  }

  @Test
  void aScalaObjectsMethodIsTheTargetOfTheClassWithItsName() {
    new CompiledProject(classes)
        .source(
            "class Fuzzer { public static void fuzzerTestOneInput(byte[] b) {"
                + " Fuzzer$.MODULE$.fuzzerTestOneInput(b); } }")
        .source(
            "p",
            "class Fuzzer$ { static final Fuzzer$ MODULE$ = new Fuzzer$();"
                + " public void fuzzerTestOneInput(byte[] b) {} }")
        .compile();

    TargetScan scan = TargetFinder.scan(List.of(classes), List.of());

    assertThat(Scans.targets(scan)).containsExactly("p.Fuzzer#fuzzerTestOneInput(byte[])");
    assertThat(scan.warnings()).isEmpty();
  }
}
