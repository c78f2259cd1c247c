// deps: org.yaml:snakeyaml:1.30
// seeds: seeds/yaml
package bench;

import java.nio.charset.StandardCharsets;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** YAML documents, without types of their own. */
public final class SnakeYaml {
  private SnakeYaml() {}

  public static void fuzzerTestOneInput(byte[] data) {
    try {
      new Yaml(new SafeConstructor()).load(new String(data, StandardCharsets.UTF_8));
    } catch (YAMLException e) {
      // is documented
    }
  }
}
