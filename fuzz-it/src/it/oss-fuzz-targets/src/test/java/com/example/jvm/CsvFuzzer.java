package com.example.jvm;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.api.Jazzer;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Tells the fuzzer what would be worth having. */
public class CsvFuzzer {
  public static void fuzzerTestOneInput(FuzzedDataProvider data) throws IOException {
    char delimiter = data.pickValue(new char[] {',', ';', '\t', '|'});
    CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(delimiter).build();
    int columns = 0;
    try (CSVParser parser = CSVParser.parse(data.consumeRemainingAsAsciiString(), format)) {
      for (CSVRecord row : parser) {
        columns = Math.max(columns, row.size());
      }
    } catch (UncheckedIOException | IllegalStateException refused) {
      return; // as documented
    }
    Jazzer.maximize(columns, 0, 20);
    if (columns >= 5) {
      throw new AssertionError("a table as wide as wanted");
    }
  }
}
