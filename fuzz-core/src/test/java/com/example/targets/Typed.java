package com.example.targets;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.mutation.annotation.InRange;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.code_intelligence.jazzer.mutation.annotation.WithSize;
import io.github.mavenfuzz.api.FuzzTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Targets whose arguments have parts. */
public final class Typed {
  private Typed() {}

  enum Status {
    OPEN,
    PAID,
    SHIPPED
  }

  record Line(String article, @InRange(min = 1, max = 9) int count) {}

  record Order(Status status, Optional<String> note, List<Line> lines) {}

  record Range(int from, int to) {
    Range {
      if (from > to) {
        throw new IllegalArgumentException("from > to");
      }
    }
  }

  record Unmakeable(int value) {
    Unmakeable {
      throw new IllegalArgumentException("never " + 1);
    }
  }

  record Tree(int value, List<Tree> children) {
    int depth() {
      return 1 + children.stream().mapToInt(Tree::depth).max().orElse(0);
    }
  }

  @FuzzTest
  static void findsABugDeepInside(List<Order> orders) {
    for (Order order : orders) {
      for (Line line : order.lines()) {
        if (line.count() < 1 || line.count() > 9) {
          throw new AssertionError("out of bounds");
        }
        if (order.status() == Status.SHIPPED && line.count() == 7) {
          throw new IllegalStateException("lost");
        }
      }
    }
  }

  @FuzzTest
  static void takesValidRangesOnly(Range range, @WithSize(max = 2) Set<Range> more) {
    if (range.from() > range.to() || more.size() > 2) {
      throw new AssertionError("invalid");
    }
  }

  @com.code_intelligence.jazzer.junit.FuzzTest
  static void takesEveryDigit(
      @NotNull @WithSize(min = 10, max = 10) Set<@NotNull @InRange(min = 0, max = 9) Integer> set) {
    if (set.size() != 10) {
      throw new AssertionError(set.toString());
    }
  }

  @FuzzTest
  static void takesMostDigits(
      @WithSize(min = 6) Map<@InRange(min = 0, max = 6) Integer, String> map) {
    if (map.size() < 6) {
      throw new AssertionError(map.toString());
    }
  }

  @FuzzTest
  static void isNeverReached(Unmakeable value) {
    throw new AssertionError("reached");
  }

  @FuzzTest
  static void takesTrees(Tree tree) {
    if (tree.depth() > 3) {
      throw new IllegalStateException("deep");
    }
  }

  @com.code_intelligence.jazzer.junit.FuzzTest
  static void meetsNull(Map<String, Integer> map) {
    if (map == null) {
      throw new IllegalStateException("null");
    }
  }

  @FuzzTest
  static void neverMeetsNull(Map<String, Integer> map, Order order) {
    if (map.containsValue(null) || order.note().isPresent() && order.note().get() == null) {
      throw new IllegalStateException("null");
    }
  }

  @FuzzTest
  static void readsBytes(InputStream in, ByteBuffer buffer, FuzzedDataProvider data)
      throws IOException {
    if (in.read() > 10 && buffer.hasRemaining() && data.consumeByte() > 10) {
      throw new IllegalStateException("read");
    }
  }
}
