package io.github.mavenfuzz.bench.micro;

import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.type.LeafKind;
import io.github.mavenfuzz.type.LeafType;
import io.github.mavenfuzz.type.SequenceType;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;

/** What a target takes, and an input for it. */
public enum Kind {
  BYTES {
    @Override
    InputShape shape() {
      return InputShape.of(LeafKind.BYTES);
    }

    @Override
    List<Object> values(int length) {
      return List.of(text(length).getBytes(StandardCharsets.UTF_8));
    }
  },

  TEXT {
    @Override
    InputShape shape() {
      return InputShape.of(LeafKind.STRING);
    }

    @Override
    List<Object> values(int length) {
      return List.of(text(length));
    }
  },

  /** A number, a text and a list of texts, whose file form is JSON. */
  TYPED {
    @Override
    InputShape shape() {
      LeafType text = LeafType.of(LeafKind.STRING);
      return new InputShape(
          List.of(
              LeafType.of(LeafKind.INT),
              text,
              new SequenceType(
                  SequenceType.Form.LIST, "Ljava/util/List;", text, 0, Integer.MAX_VALUE)));
    }

    @Override
    List<Object> values(int length) {
      return List.of(
          length, text(length / 2), Collections.nCopies(4, text(Math.max(1, length / 8))));
    }
  };

  private static final String SAMPLE = "{\"name\": [1, true, null, \"text\"]} ";

  abstract InputShape shape();

  /**
   * @param length about how many bytes the values have
   */
  abstract List<Object> values(int length);

  private static String text(int length) {
    return SAMPLE.repeat(length / SAMPLE.length() + 1).substring(0, length);
  }
}
