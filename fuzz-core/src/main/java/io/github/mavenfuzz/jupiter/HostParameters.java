package io.github.mavenfuzz.jupiter;

import io.github.mavenfuzz.lifecycle.JupiterSettings;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.platform.engine.ConfigurationParameters;

/**
 * JUnit's configuration for a hosted target: what the module's tests have, in system properties and
 * in {@code junit-platform.properties}, except that everything runs on the thread that hosts.
 */
final class HostParameters implements ConfigurationParameters {
  private static final String PARALLEL = "junit.jupiter.execution.parallel.enabled";

  private final JupiterSettings settings;
  private final HostedTarget hosted;

  /**
   * @param loader of the module's test classes
   */
  HostParameters(ClassLoader loader, HostedTarget hosted) {
    this.settings = JupiterSettings.of(loader);
    this.hosted = hosted;
  }

  @Override
  public Optional<String> get(String key) {
    return key.equals(PARALLEL) ? Optional.of("false") : settings.get(key);
  }

  @Override
  public Optional<Boolean> getBoolean(String key) {
    return get(key).map(Boolean::parseBoolean);
  }

  /** Besides texts, hands out the hosted target itself, which no other way leads to. */
  @Override
  @SuppressWarnings("unchecked")
  public <T> Optional<T> get(String key, Function<? super String, ? extends T> transformer) {
    return key.equals(HostedTarget.PARAMETER)
        ? (Optional<T>) Optional.of(hosted)
        : get(key).map(transformer);
  }

  @Override
  public Set<String> keySet() {
    return settings.keys();
  }

  /** In versions of JUnit before 6. */
  public int size() {
    return settings.keys().size();
  }
}
