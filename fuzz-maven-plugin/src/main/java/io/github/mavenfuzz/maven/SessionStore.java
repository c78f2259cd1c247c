package io.github.mavenfuzz.maven;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;

/**
 * What the goals of one build share, whatever their module and execution; Maven keeps it until the
 * build ends. Modules are built on several threads with {@code -T}.
 */
final class SessionStore {
  private final Map<String, Object> context;

  SessionStore(MavenSession session, MojoExecution execution) {
    this.context =
        session.getPluginContext(
            execution.getMojoDescriptor().getPluginDescriptor(), session.getTopLevelProject());
  }

  /**
   * The one object of a name, made when it is first asked for.
   *
   * @param name needed where there may be several of a class
   */
  <T> T get(Class<T> type, String name, Supplier<T> maker) {
    // Modules that give the plugin dependencies of its own have classes of their own, too.
    String key = type.getName() + '@' + System.identityHashCode(type) + ' ' + name;
    synchronized (context) {
      return type.cast(context.computeIfAbsent(key, k -> maker.get()));
    }
  }
}
