package com.example.jvm;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Prepared by a method without parameters. */
public class YamlFuzzer {
  private static LoaderOptions options;

  public static void fuzzerInitialize() {
    options = new LoaderOptions();
    options.setMaxAliasesForCollections(10);
    options.setAllowDuplicateKeys(false);
  }

  public static void fuzzerTestOneInput(FuzzedDataProvider data) {
    try {
      new Yaml(new SafeConstructor(options)).load(data.consumeRemainingAsString());
    } catch (YAMLException refused) {
      // as documented
    }
  }
}
