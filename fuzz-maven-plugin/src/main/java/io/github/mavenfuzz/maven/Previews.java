package io.github.mavenfuzz.maven;

import io.github.mavenfuzz.finding.Finding;
import io.github.mavenfuzz.input.InputCodec;
import io.github.mavenfuzz.input.InputPreview;
import io.github.mavenfuzz.input.MalformedInputException;

/** Shows the input of a finding in one line. */
final class Previews {
  private static final int MAX_LENGTH = 300;

  private Previews() {}

  static String of(Finding finding) {
    try {
      var shape = finding.target().shape();
      return InputPreview.of(shape, new InputCodec(shape).decode(finding.input()), MAX_LENGTH);
    } catch (MalformedInputException e) {
      throw new IllegalStateException("an input that the target ran: " + e.getMessage(), e);
    }
  }
}
