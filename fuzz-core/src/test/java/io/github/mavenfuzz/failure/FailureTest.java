package io.github.mavenfuzz.failure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureTest {

  @ParameterizedTest
  @CsvSource({
    "hang at a.A.a < a.T.t, hang at a.A.a < a.T.t, true",
    "hang at a.A.a < a.T.t, hang at a.T.t, true",
    "hang at a.B.b < a.A.a < a.T.t, hang at a.T.t, true",
    "hang, hang at a.T.t, true",
    "hang at a.A.a < a.T.t, hang at a.B.b < a.T.t, false",
    "hang at a.A.a, hang at aa.A.a, false",
    "java.lang.Error at a.A.a < a.T.t, java.lang.Error at a.T.t, false",
    "exit, exit at a.T.t, false",
    "hang, exit at a.T.t, false"
  })
  void hangsMayBeSeenMoreOrLessExactly(String one, String other, boolean expected) {
    assertThat(failure(one).isLike(failure(other))).isEqualTo(expected);
    assertThat(failure(other).isLike(failure(one))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "a.E at an unknown place, a.E at an unknown place, true",
    "a.E at an unknown place, a.E at a.A.a < a.T.t, true",
    "a.E at an unknown place, a.E, true",
    "a.E at an unknown place, a.E by a.F at a.T.t, false",
    "a.E at an unknown place, a.Er at a.T.t, false",
    "a.E, a.E at a.T.t, false"
  })
  void aFailureOfUnknownPlaceMayBeThatOfAnyPlace(String one, String other, boolean expected) {
    assertThat(failure(one).isLike(failure(other))).isEqualTo(expected);
    assertThat(failure(other).isLike(failure(one))).isEqualTo(expected);
  }

  private static Failure failure(String signature) {
    boolean isHang = signature.matches("hang( at .*)?");
    return Failures.failure(isHang ? FailureKind.HANG : FailureKind.EXCEPTION, signature);
  }
}
