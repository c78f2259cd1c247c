package io.github.mavenfuzz.lifecycle;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * JUnit's configuration parameters for all tests of a module: system properties, and the file
 * {@code junit-platform.properties} of its test resources. Read once for a target.
 */
public final class JupiterSettings {
  private static final String FILE = "junit-platform.properties";

  private final Properties file;

  private JupiterSettings(Properties file) {
    this.file = file;
  }

  /**
   * @param loader of the module's test classes
   */
  public static JupiterSettings of(ClassLoader loader) {
    Properties properties = new Properties();
    try (InputStream in = loader.getResourceAsStream(FILE)) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException | IllegalArgumentException e) {
      // JUnit says what is wrong with it when the tests run.
    }
    return new JupiterSettings(properties);
  }

  /** The value of a parameter; a system property goes before the file. */
  public Optional<String> get(String key) {
    return Optional.ofNullable(System.getProperty(key, file.getProperty(key)));
  }

  /** The names of the parameters that the file has. */
  public Set<String> keys() {
    return file.stringPropertyNames();
  }
}
