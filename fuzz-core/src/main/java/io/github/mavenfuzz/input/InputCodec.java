package io.github.mavenfuzz.input;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.github.mavenfuzz.type.LeafKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The file form of inputs. A single byte array or string is the file's bytes as they are, so that
 * any PNG or JSON is a seed; everything else is one line of JSON that a person can read and write:
 * an array with one element per parameter, such as {@code [42, "abc", true]}.
 *
 * <p>In that array integral types and ordinary floats are numbers; a {@code char} is a string of
 * one UTF-16 unit; a {@code byte[]} is a string whose characters U+0000 to U+00FF are its bytes; a
 * float that is no JSON number is the string {@code "NaN"}, {@code "Infinity"}, {@code "-Infinity"}
 * or its IEEE bits, such as {@code "0x7fc00001"}. Every value survives encoding and decoding bit
 * for bit.
 */
public final class InputCodec {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .build())
          .build();
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final InputShape shape;

  public InputCodec(InputShape shape) {
    this.shape = shape;
  }

  /**
   * Reads an input.
   *
   * @param file the whole content of a file
   * @return fresh values of the shape's types, boxed
   * @throws MalformedInputException when the file does not hold an input of this shape
   */
  public List<Object> decode(byte[] file) throws MalformedInputException {
    if (shape.isRaw()) {
      return List.of(
          shape.kind(0) == LeafKind.STRING ? Text.decode(file, file.length) : file.clone());
    }
    try (JsonParser parser = JSON.createParser(decodeUtf8(file))) {
      return readArray(parser);
    } catch (JsonEOFException e) {
      throw new MalformedInputException("the JSON ends before its array is closed");
    } catch (JsonProcessingException e) {
      throw new MalformedInputException("the text is not JSON at " + position(e));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes an input.
   *
   * @param values of the shape's types, boxed
   * @return the content of a file
   */
  public byte[] encode(List<Object> values) {
    if (values.size() != shape.size()) {
      throw new IllegalArgumentException(values.size() + " values for (" + shape + ")");
    }
    if (shape.isRaw()) {
      return shape.kind(0) == LeafKind.STRING
          ? Text.encode((String) values.get(0))
          : ((byte[]) values.get(0)).clone();
    }
    ValueWriter writer = new ValueWriter();
    for (int i = 0; i < values.size(); i++) {
      writer.raw(i == 0 ? "[" : ", ");
      writer.value(shape.kind(i), values.get(i));
    }
    return writer.raw("]\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private List<Object> readArray(JsonParser parser) throws IOException, MalformedInputException {
    if (parser.nextToken() != JsonToken.START_ARRAY) {
      throw new MalformedInputException(
          "the file is not a JSON array with the values of (" + shape + ")");
    }
    List<Object> values = new ArrayList<>(shape.size());
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (values.size() == shape.size()) {
        throw wrongCount("more than " + shape.size());
      }
      values.add(new ValueReader(shape, values.size(), parser).read());
    }
    if (values.size() < shape.size()) {
      throw wrongCount("only " + values.size());
    }
    if (parser.nextToken() != null) {
      throw new MalformedInputException("something follows the JSON array in the file");
    }
    return values;
  }

  private MalformedInputException wrongCount(String found) {
    return new MalformedInputException(
        "the file holds %s value%s, but the target takes %d (%s)"
            .formatted(found, found.endsWith(" 1") ? "" : "s", shape.size(), shape));
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
    return "line %d, column %d"
        .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
  }
}
