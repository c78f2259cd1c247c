package com.example.junit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.ElementOf;
import com.code_intelligence.jazzer.mutation.annotation.InRange;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.code_intelligence.jazzer.mutation.annotation.WithSize;
import java.util.List;
import org.apache.commons.codec.binary.Base64;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.json.JSONException;
import org.json.JSONObject;
import org.json.XML;

/** Annotated as Jazzer's integration with JUnit wants it. */
class JazzerTest {
  @FuzzTest
  void base64ReadsWhatItHasWritten(byte[] data) {
    assertArrayEquals(data, Base64.decodeBase64(Base64.encodeBase64(data)));
  }

  @FuzzTest
  void jsonFromXml(FuzzedDataProvider data) {
    boolean keepStrings = data.consumeBoolean();
    try {
      JSONObject json = XML.toJSONObject(data.consumeRemainingAsString(), keepStrings);
      new JSONObject(json.toString());
    } catch (JSONException refused) {
      // as documented
    }
  }

  @FuzzTest
  void abbreviatesToWidth(@NotNull String text, @InRange(min = 4, max = 60) int width) {
    assertTrue(width >= 4 && width <= 60);
    assertTrue(StringUtils.abbreviate(text, width).length() <= width);
  }

  @FuzzTest
  void distanceIsSymmetric(
      @NotNull @WithSize(min = 2, max = 5) List<@NotNull String> words,
      @ElementOf(integers = {1, 5, 100}) int threshold) {
    assertTrue(words.size() >= 2 && words.size() <= 5);
    LevenshteinDistance distance = new LevenshteinDistance(threshold);
    String first = words.get(0);
    String last = words.get(words.size() - 1);
    assertEquals(distance.apply(first, last), distance.apply(last, first));
  }

  /** Without an annotation that says otherwise there is null. */
  @FuzzTest
  void failsForNull(String text) {
    Base64.decodeBase64(text.substring(text.length()));
  }
}
