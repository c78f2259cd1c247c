package io.github.mavenfuzz.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Everything that was measured so far, which is written to a file after each run of a tool. */
final class Results {
  private static final int FORMAT = 1;
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Path file;
  private final Header header;
  private final List<Measurement> measurements = new ArrayList<>();

  /**
   * What all measurements have in common.
   *
   * @param versions of the tools, by name
   */
  record Header(
      Machine machine, Map<String, String> versions, int seconds, int rounds, String heap) {}

  /**
   * The form of the file.
   *
   * @param format rises when readers have to change
   */
  record Content(int format, Header header, List<Measurement> measurements) {}

  Results(Path file, Header header) {
    this.file = file;
    this.header = header;
  }

  void add(Measurement measurement) throws IOException {
    measurements.add(measurement);
    Content content = new Content(FORMAT, header, measurements);
    Files.write(file, MAPPER.writeValueAsBytes(content));
  }

  /**
   * Reads what was written.
   *
   * @throws IOException when the file is not in this form
   */
  static Content read(Path file) throws IOException {
    return MAPPER.readValue(file.toFile(), Content.class);
  }

  List<Measurement> of(Target target) {
    return measurements.stream().filter(m -> m.target().equals(target.name())).toList();
  }
}
