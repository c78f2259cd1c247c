package com.example.own;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import io.github.mavenfuzz.api.FuzzTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.commons.text.StringSubstitutor;
import org.brotli.dec.BrotliInputStream;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessagePackException;
import org.msgpack.core.MessageUnpacker;
import org.threeten.extra.LocalDateRange;

/** The plugin's own annotation, with everything that a parameter can be besides bytes and texts. */
class OwnFuzzTest {
  enum Side {
    BEFORE,
    AFTER
  }

  record Booking(LocalDate from, int days, Side side) {
    LocalDateRange range() {
      return side == Side.AFTER
          ? LocalDateRange.of(from, from.plusDays(days & 0xFFF))
          : LocalDateRange.of(from.minusDays(days & 0xFFF), from);
    }
  }

  @FuzzTest
  void inflates(InputStream data) {
    try (BrotliInputStream in = new BrotliInputStream(data)) {
      in.readNBytes(1 << 16);
    } catch (IOException refused) {
      // as documented
    }
  }

  @FuzzTest
  void unpacks(ByteBuffer data) {
    try (MessageUnpacker unpacker = MessagePack.newDefaultUnpacker(data)) {
      while (unpacker.hasNext()) {
        unpacker.skipValue();
      }
    } catch (IOException | MessagePackException refused) {
      // as documented
    }
  }

  @FuzzTest
  void overlapsBothWays(List<Booking> bookings) {
    try {
      for (Booking one : bookings) {
        for (Booking other : bookings) {
          if (one.range().overlaps(other.range()) != other.range().overlaps(one.range())) {
            throw new IllegalStateException(one + " and " + other);
          }
        }
      }
    } catch (DateTimeException | ArithmeticException refused) {
      // beyond the ends of time
    }
  }

  @FuzzTest
  void substitutes(Map<String, String> values, String template) {
    new StringSubstitutor(values).setEnableSubstitutionInVariables(true).replace(template);
  }

  @FuzzTest
  void picksWithoutRepeating(FuzzedDataProvider data) {
    List<Integer> picked = data.pickValues(List.of(1, 2, 3, 4), data.consumeInt(0, 4));
    if (new HashSet<>(picked).size() != picked.size()) {
      throw new IllegalStateException("picked twice: " + picked);
    }
  }
}
