package io.github.mavenfuzz.input;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Files that hold JSON. A class of its own, so that a worker JVM whose target takes bytes loads
 * nothing of the library.
 */
final class JsonText {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .build())
          .build();
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private JsonText() {}

  /** Reads something of a text of JSON. */
  interface Parse<T> {
    T read(JsonParser parser) throws IOException, MalformedInputException;
  }

  /**
   * @param file UTF-8
   * @throws MalformedInputException when it is no JSON, or the parse throws it
   */
  static <T> T parse(byte[] file, Parse<T> parse) throws MalformedInputException {
    try (JsonParser parser = JSON.createParser(decodeUtf8(file))) {
      return parse.read(parser);
    } catch (JsonEOFException e) {
      throw new MalformedInputException("the JSON ends before its array is closed");
    } catch (JsonProcessingException e) {
      throw new MalformedInputException("the text is not JSON at " + position(e));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Decodes before parsing, because Jackson lets some malformed UTF-8 pass. */
  private static String decodeUtf8(byte[] file) throws MalformedInputException {
    ByteBuffer in = ByteBuffer.wrap(file);
    CharBuffer out = CharBuffer.allocate(file.length);
    CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
    if (result.isError()) {
      throw new MalformedInputException(
          "the file is not UTF-8 text: its byte at offset " + in.position() + " is malformed");
    }
    String text = out.flip().toString();
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  private static String position(JsonProcessingException e) {
    return String.format(
        Locale.ROOT,
        "line %d, column %d",
        e.getLocation().getLineNr(),
        e.getLocation().getColumnNr());
  }
}
