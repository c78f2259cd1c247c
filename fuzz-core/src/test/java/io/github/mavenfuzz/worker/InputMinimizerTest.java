package io.github.mavenfuzz.worker;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.targets.Counted;
import com.example.targets.Recursion;
import io.github.mavenfuzz.comm.Call;
import io.github.mavenfuzz.comm.Response;
import io.github.mavenfuzz.comm.SharedMemory;
import io.github.mavenfuzz.failure.Failures;
import io.github.mavenfuzz.failure.KnownCause;
import io.github.mavenfuzz.failure.Signature;
import io.github.mavenfuzz.slot.MutableInput;
import io.github.mavenfuzz.type.LeafKind;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputMinimizerTest {
  private static final Response.Instrumented NONE = new Response.Instrumented(List.of(), 0);
  private static final int PLENTY = 1_000_000;

  @TempDir Path directory;
  private WorkerFixture fixture;
  private SharedMemory memory;

  @BeforeEach
  void prepare() throws Exception {
    fixture = WorkerFixture.of(directory);
    memory = fixture.coordinator();
  }

  @AfterEach
  void close() throws Exception {
    fixture.close();
  }

  @Test
  void findsTheSmallestInputThatFailsForTheSameCause() throws Exception {
    Counted.runs(failing("bug"));
    fixture.pass(bytes("some bug in much text"));

    Response.Minimized response = minimize(keep(signatureOf("bug"), PLENTY));

    assertThat(response.reproduced()).isTrue();
    assertThat(response.failure().message()).isEqualTo("length 3");
    assertThat(response.coverageLength()).isZero();
    assertThat(left()).isEqualTo(bytes("bug"));
  }

  @Test
  void anotherFailureOnTheWayIsNotTheOneToKeep() throws Exception {
    Signature signature = signatureOf("bug");
    Counted.runs(
        data -> {
          if (data.length < 10) {
            throw new UnsupportedOperationException();
          }
          failing("bug").accept(data);
        });
    fixture.pass(bytes("some bug in much text"));

    Response.Minimized response = minimize(keep(signature, PLENTY));

    assertThat(left()).hasSize(10).contains(bytes("bug"));
    assertThat(response.failure().signature()).isEqualTo(signature);
  }

  @Test
  void otherFailuresOnTheWayAreToldOnceEach() throws Exception {
    Signature signature = signatureOf("bug");
    Consumer<byte[]> body =
        data -> {
          if (data.length < 5) {
            throw new UnsupportedOperationException();
          }
          if (data.length < 10) {
            throw new IndexOutOfBoundsException();
          }
          failing("bug").accept(data);
        };
    Counted.runs(body);
    fixture.pass(bytes("some bug in much text"));

    Response.Minimized response = minimize(keep(signature, PLENTY));

    assertThat(response.others())
        .extracting(other -> other.failure().exception())
        .containsExactlyInAnyOrder(
            UnsupportedOperationException.class.getName(),
            IndexOutOfBoundsException.class.getName());
    assertThat(response.others())
        .allSatisfy(
            other -> assertThatThrownBy(() -> body.accept(bytesOf(other.input()))).isNotNull());
  }

  @Test
  void otherFailuresThatAreKnownAreNotTold() throws Exception {
    Signature signature = signatureOf("bug");
    Counted.runs(
        data -> {
          if (data.length < 5) {
            throw new UnsupportedOperationException();
          }
          failing("bug").accept(data);
        });
    Signature known = signatureOfRun(new byte[0]);
    fixture.pass(bytes("some bug in much text"));

    assertThat(minimize(keep(signature, PLENTY, known)).others()).isEmpty();
  }

  @Test
  void aFailureDeepWithinARecursionBecomesShallower() throws Exception {
    Counted.runs(data -> Recursion.descend(data.length));
    Signature deep = signatureOfRun(new byte[2000]);
    assertThat(deep.path().cut()).isTrue();
    fixture.pass(new byte[2000]);

    Response.Minimized response = minimize(keep(deep, PLENTY));

    assertThat(response.reproduced()).isTrue();
    assertThat(left()).hasSize(100);
    assertThat(response.failure().signature()).isNotEqualTo(deep);
    assertThat(response.others()).isEmpty();
  }

  @Test
  void coverageOfOneRunOnlyDoesNotCount() throws Exception {
    boolean[] odd = {false};
    Counted.runs(
        data -> {
          Counted.hit(5);
          odd[0] = !odd[0];
          Counted.hit(odd[0] ? 1 : 2);
        });
    fixture.pass(bytes("0123456789"));

    Response.Minimized response = minimize(keepCoverage(5, PLENTY));

    assertThat(response.reproduced()).isTrue();
    assertThat(fixture.bits(response.coverageLength())).startsWith(0, 0, 0, 0, 0, 1, 0);
  }

  @Test
  void onlyTheCoverageToKeepCountsWhenThereIsNoRunLeft() throws Exception {
    Counted.runs(
        data -> {
          Counted.hit(5);
          Counted.hit(1);
        });
    fixture.pass(bytes("0123456789"));

    Response.Minimized response = minimize(keepCoverage(5, 1));

    assertThat(fixture.bits(response.coverageLength())).startsWith(0, 0, 0, 0, 0, 1, 0);
  }

  @Test
  void coverageThatDoesNotComeAgainIsLost() throws Exception {
    Counted.runs(
        data -> {
          if (data.length > 0 || Counted.inputs().size() == 2) {
            Counted.hit(5);
          }
        });
    fixture.pass(bytes("0123456789"));

    assertThat(minimize(keepCoverage(5, PLENTY)).reproduced()).isFalse();
  }

  @Test
  void saysHowAnInputFailsThatFailsOtherwise() throws Exception {
    Counted.runs(failing("bug"));
    fixture.pass(bytes("some bug"));

    Response.Minimized response = minimize(keep(Failures.signature("another"), PLENTY));

    assertThat(response.reproduced()).isFalse();
    assertThat(response.failure().signature()).isEqualTo(signatureOf("bug"));
    assertThat(left()).isEqualTo(bytes("some bug"));
  }

  @Test
  void saysThatAnInputNoLongerFails() throws Exception {
    Counted.runs(data -> {});
    fixture.pass(bytes("passes"));

    Response.Minimized response =
        minimize(keep(Failures.signature("java.lang.Error at a.B.c"), PLENTY));

    assertThat(response.reproduced()).isFalse();
    assertThat(response.failure()).isNull();
    assertThat(left()).isEqualTo(bytes("passes"));
    assertThat(memory.count()).isEqualTo(1);
  }

  @Test
  void findsAShortInputWithTheSameCoverage() throws Exception {
    Counted.runs(
        data -> {
          Counted.hit(0);
          if (data.length >= 4) {
            Counted.hit(5);
          }
        });
    fixture.pass(bytes("0123456789"));

    Response.Minimized response = minimize(keepCoverage(5, PLENTY));

    assertThat(response.reproduced()).isTrue();
    assertThat(response.failure()).isNull();
    assertThat(left()).isEqualTo(bytes("0123"));
    assertThat(fixture.bits(response.coverageLength())).startsWith(1, 0, 0, 0, 0, 1, 0);
  }

  @Test
  void theCoverageIsThatOfTheInputItLeavesAndNotOfTheOneTriedLast() throws Exception {
    Counted.runs(
        data -> {
          Counted.hit(data.length < 4 ? 1 : 2);
          if (data.length >= 4) {
            Counted.hit(5);
          }
        });
    fixture.pass(bytes("012345678"));

    Response.Minimized response = minimize(keepCoverage(5, PLENTY));

    assertThat(fixture.bits(response.coverageLength())).startsWith(0, 0, 1, 0, 0, 1, 0);
  }

  @Test
  void saysThatCoverageDoesNotRepeat() throws Exception {
    Counted.runs(data -> {});
    fixture.pass(bytes("x"));

    assertThat(minimize(keepCoverage(5, PLENTY)).reproduced()).isFalse();
  }

  @Test
  void aFailureIsWorthMoreThanCoverage() throws Exception {
    Counted.runs(
        data -> {
          Counted.hit(5);
          if (data.length < 6) {
            throw new IllegalStateException("short");
          }
        });
    fixture.pass(bytes("0123456789"));

    Response.Minimized response = minimize(keepCoverage(5, PLENTY));

    assertThat(response.failure().message()).isEqualTo("short");
    assertThat(response.coverageLength()).isZero();
    List<byte[]> inputs = Counted.inputs();
    assertThat(left()).isEqualTo(inputs.get(inputs.size() - 1)).hasSizeLessThan(6);
  }

  @Test
  void aFailureThatIsKnownIsWorthLess() throws Exception {
    Counted.runs(
        data -> {
          if (data.length > 3) {
            Counted.hit(5);
          }
          if (data.length < 6) {
            throw new IllegalStateException("short");
          }
        });
    Signature known = signatureOfRun(new byte[0]);
    fixture.pass(bytes("0123456789"));

    Response.Minimized response = minimize(keepCoverage(5, PLENTY, known));

    assertThat(response.reproduced()).isTrue();
    assertThat(response.failure()).isNull();
    assertThat(left()).hasSize(6);
    assertThat(fixture.bits(response.coverageLength())).startsWith(0, 0, 0, 0, 0, 1, 0);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 10, 40})
  void neverMakesMoreRunsThanItMay(long limit) throws Exception {
    Signature signature = signatureOf("bug");
    fixture.pass(bytes("x".repeat(90) + "bug"));

    assertThat(minimize(keep(signature, limit)).reproduced()).isTrue();
    assertThat(memory.count()).isEqualTo(limit);
    assertThat(Counted.inputs()).hasSize((int) limit);

    memory.setCount(0);
    Counted.runs(data -> Counted.hit(5));
    fixture.pass(bytes("x".repeat(90)));
    assertThat(minimize(keepCoverage(5, limit)).reproduced()).isTrue();
    assertThat(memory.count()).isLessThanOrEqualTo(limit);
    assertThat(Counted.inputs()).hasSize((int) memory.count());
  }

  @Test
  void whatIsAboutToRunLiesInTheSharedMemory() throws Exception {
    Signature signature = signatureOf("bug");
    Counted.runs(
        data -> {
          assertThat(left()).isEqualTo(data);
          failing("bug").accept(data);
        });
    fixture.pass(bytes("some bug in much text"));

    assertThat(minimize(keep(signature, PLENTY)).reproduced()).isTrue();
    assertThat(left()).isEqualTo(bytes("bug"));
  }

  @Test
  void allArgumentsBecomeSmaller() throws Exception {
    fixture.close();
    fixture = WorkerFixture.of(directory, "typed", LeafKind.INT, LeafKind.STRING, LeafKind.DOUBLE);
    memory = fixture.coordinator();
    Signature signature = signatureOfTyped();
    fixture.pass(123456, "some text", 12.75);

    minimize(keep(signature, PLENTY));

    assertThat(fixture.left()).isEqualTo(List.of(101, "x", 1.0));
  }

  private byte[] bytesOf(byte[] memoryForm) throws Exception {
    MutableInput input = fixture.parts().newInput();
    input.read(memoryForm);
    return (byte[]) input.arguments()[0];
  }

  private byte[] left() {
    return (byte[]) fixture.left().get(0);
  }

  private Signature signatureOfTyped() {
    MutableInput input = fixture.parts().newInput();
    input.load(List.of(1000, "x", 1d));
    RunFailure failure = fixture.parts().runs().run(input, 0);
    fixture.coordinator().setCount(0);
    return failure.signature();
  }

  private Response.Minimized minimize(Call.Minimize call) throws Exception {
    return new InputMinimizer(fixture.parts()).minimize(call, () -> NONE);
  }

  private static Call.Minimize keep(Signature signature, long limit, Signature... known) {
    return new Call.Minimize(0, limit, Call.Keep.failure(signature, closed(known)));
  }

  private Call.Minimize keepCoverage(int probe, long limit, Signature... known) {
    byte[] bits = new byte[WorkerFixture.PROBES];
    bits[probe] = 1;
    memory.writeCoverage(bits, bits.length);
    return new Call.Minimize(0, limit, Call.Keep.coverage(bits.length, closed(known)));
  }

  private static List<KnownCause> closed(Signature... known) {
    return Stream.of(known).map(KnownCause::closed).toList();
  }

  private static Consumer<byte[]> failing(String word) {
    return data -> {
      if (new String(data, ISO_8859_1).contains(word)) {
        throw new IllegalStateException("length " + data.length);
      }
    };
  }

  /** The signature of a failure for that word, as the target runs it. */
  private Signature signatureOf(String word) {
    Counted.runs(failing(word));
    Signature signature = signatureOfRun(bytes(word));
    Counted.runs(failing(word));
    return signature;
  }

  private Signature signatureOfRun(byte[] data) {
    MutableInput input = fixture.parts().newInput();
    input.load(List.of(data));
    RunFailure failure = fixture.parts().runs().run(input, 0);
    fixture.coordinator().setCount(0);
    return failure.signature();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }
}
