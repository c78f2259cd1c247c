package io.github.mavenfuzz.shrink;

import java.util.ArrayList;
import java.util.List;

/**
 * A number in a run of symbols that may say how much follows it: a byte or the low bits of one, two
 * bytes, or decimal digits. {@code 17:} before 17 characters is one, and so is the {@code 0xAC}
 * before the twelve entries of a map in CBOR.
 *
 * @param at where it begins
 * @param width how many symbols it takes
 * @param number the whole of it
 * @param count what it may say: the number, or its low bits
 * @param start where what it counts may begin
 */
record CountField(Form form, int at, int width, int number, int count, int start) {
  private static final int BYTE_BITS = 8;

  /** Bits of a byte that are a count in one format or another, beside something else. */
  private static final int[] MASKS = {0xFF, 0x7F, 0x1F, 0x0F};

  private static final int MOST_DIGITS = 7;

  /** How the number is written. */
  enum Form {
    BYTE,
    HIGHEST_FIRST,
    LOWEST_FIRST,
    DECIMAL
  }

  /** All fields that may begin at an index. */
  static List<CountField> at(int[] run, int index, RunKind kind) {
    List<CountField> fields = new ArrayList<>();
    if (kind.hasBytes()) {
      addBytes(fields, run, index);
    }
    addDecimal(fields, run, index);
    return fields;
  }

  private static void addBytes(List<CountField> fields, int[] run, int index) {
    int low = run[index];
    int before = 0;
    for (int mask : MASKS) {
      if ((low & mask) != before && (low & mask) != 0) {
        addWithZeros(fields, run, new CountField(Form.BYTE, index, 1, low, low & mask, index + 1));
      }
      before = low & mask;
    }
    if (index + 1 < run.length) {
      int next = run[index + 1];
      if (low != 0) {
        int number = low << BYTE_BITS | next;
        fields.add(new CountField(Form.HIGHEST_FIRST, index, 2, number, number, index + 2));
      }
      if (next != 0) {
        int number = next << BYTE_BITS | low;
        addWithZeros(
            fields, run, new CountField(Form.LOWEST_FIRST, index, 2, number, number, index + 2));
      }
    }
  }

  /** Zeros behind may be the higher bytes of a number whose lowest byte comes first. */
  private static void addWithZeros(List<CountField> fields, int[] run, CountField field) {
    fields.add(field);
    int zeros = 0;
    while (zeros < 3 && field.start + zeros < run.length && run[field.start + zeros] == 0) {
      zeros++;
      int whole = field.width + zeros;
      if (whole == 2 || whole == 4) {
        fields.add(field.startingAt(field.start + zeros));
      }
    }
  }

  private static void addDecimal(List<CountField> fields, int[] run, int index) {
    if (!Run.isDigit(run[index]) || index > 0 && Run.isDigit(run[index - 1])) {
      return;
    }
    int end = index;
    int number = 0;
    while (end < run.length && Run.isDigit(run[end]) && end - index < MOST_DIGITS) {
      number = number * 10 + run[end] - '0';
      end++;
    }
    if (number == 0) {
      return;
    }
    CountField field = new CountField(Form.DECIMAL, index, end - index, number, number, end);
    fields.add(field);
    for (int start = end + 1; start <= end + 2 && start <= run.length; start++) {
      if (Run.isWordPart(run[start - 1])) {
        break;
      }
      fields.add(field.startingAt(start));
    }
  }

  private CountField startingAt(int other) {
    return new CountField(form, at, width, number, count, other);
  }

  /** Whether it may count the symbols behind it, as there are that many. */
  boolean countsSymbols(int[] run) {
    return count <= run.length - start;
  }

  /** Whether the count is the whole number. */
  boolean isWhole() {
    return count == number;
  }

  /** The run with a lower number, and without some symbols behind it. */
  int[] lowered(int[] run, int by, int from, int to) {
    return Run.with(Run.without(run, from, to), at, at + width, written(number - by));
  }

  private int[] written(int lower) {
    return switch (form) {
      case BYTE -> new int[] {lower};
      case HIGHEST_FIRST -> new int[] {lower >> BYTE_BITS, lower & 0xFF};
      case LOWEST_FIRST -> new int[] {lower & 0xFF, lower >> BYTE_BITS};
      case DECIMAL -> Integer.toString(lower).chars().toArray();
    };
  }

  /** The field as it is in a run made by {@link #lowered}. */
  CountField after(int by) {
    int shift = written(number - by).length - width;
    return new CountField(form, at, width + shift, number - by, count - by, start + shift);
  }
}
