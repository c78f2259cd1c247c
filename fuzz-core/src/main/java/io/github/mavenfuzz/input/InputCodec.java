package io.github.mavenfuzz.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.mavenfuzz.type.LeafKind;
import io.github.mavenfuzz.type.LeafType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The file form of inputs. A single run of bytes or string that cannot be null is the file's bytes
 * as they are, so that any PNG or JSON is a seed; everything else is one line of JSON that a person
 * can read and write: an array with one element per parameter, such as {@code [42, "abc", true]}.
 *
 * <p>In that array integral types and ordinary floats are numbers; a {@code char} is a string of
 * one UTF-16 unit; a run of bytes is a string whose characters U+0000 to U+00FF are its bytes; a
 * float that is no JSON number is the string {@code "NaN"}, {@code "Infinity"}, {@code "-Infinity"}
 * or its IEEE bits, such as {@code "0x7fc00001"}. A constant of an enum is its name; an array or a
 * collection is an array; a map is an array of arrays of a key and a value; a record is an object;
 * a value that is missing is null. Big numbers and a {@code Year} are numbers, the other classes of
 * the JDK what their {@code parse} method reads, such as {@code "2024-02-29"}.
 *
 * <p>Every value in plain form survives encoding and decoding bit for bit. A value out of the
 * bounds of its type is refused and not changed: its author meant something else.
 */
public final class InputCodec {
  private final InputShape shape;

  public InputCodec(InputShape shape) {
    this.shape = shape;
  }

  /**
   * Reads an input.
   *
   * @param file the whole content of a file
   * @return fresh values of the shape's types, in plain form
   * @throws MalformedInputException when the file does not hold an input of this shape
   */
  public List<Object> decode(byte[] file) throws MalformedInputException {
    if (shape.isRaw()) {
      LeafType leaf = (LeafType) shape.types().get(0);
      Object value = isText(leaf) ? Text.decode(file, file.length) : file.clone();
      return List.of(new BoundsCheck(new ValuePlace(0, 1)).check(leaf, value));
    }
    return JsonText.parse(file, this::readArray);
  }

  /**
   * Reads one argument alone, from JSON whatever the shape is.
   *
   * @param json a value without anything around it
   * @throws MalformedInputException when it is not a value of the parameter's type
   */
  public Object decodeArgument(int index, byte[] json) throws MalformedInputException {
    return JsonText.parse(
        json,
        parser -> {
          if (parser.nextToken() == null) {
            throw new MalformedInputException("there is no value");
          }
          Object value = read(index, parser);
          expectEnd(parser, "value");
          return value;
        });
  }

  private static boolean isText(LeafType type) {
    return type.kind() == LeafKind.STRING;
  }

  /**
   * Writes an input.
   *
   * @param values of the shape's types, in plain form
   * @return the content of a file
   */
  public byte[] encode(List<Object> values) {
    if (values.size() != shape.size()) {
      throw new IllegalArgumentException(values.size() + " values for (" + shape + ")");
    }
    if (shape.isRaw()) {
      return isText((LeafType) shape.types().get(0))
          ? Text.encode((String) values.get(0))
          : ((byte[]) values.get(0)).clone();
    }
    ValueWriter writer = new ValueWriter();
    for (int i = 0; i < values.size(); i++) {
      writer.raw(i == 0 ? "[" : ", ");
      writer.value(shape.types().get(i), values.get(i));
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
      values.add(read(values.size(), parser));
    }
    if (values.size() < shape.size()) {
      throw wrongCount("only " + values.size());
    }
    expectEnd(parser, "array");
    return values;
  }

  private Object read(int index, JsonParser parser) throws IOException, MalformedInputException {
    return new ValueReader(parser, new ValuePlace(index, shape.size()))
        .read(shape.types().get(index));
  }

  private static void expectEnd(JsonParser parser, String what)
      throws IOException, MalformedInputException {
    if (parser.nextToken() != null) {
      throw new MalformedInputException("something follows the JSON " + what + " in the file");
    }
  }

  private MalformedInputException wrongCount(String found) {
    return new MalformedInputException(
        String.format(
            Locale.ROOT,
            "the file holds %s value%s, but the target takes %d (%s)",
            found,
            found.endsWith(" 1") ? "" : "s",
            shape.size(),
            shape));
  }
}
