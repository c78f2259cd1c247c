package io.github.mavenfuzz.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/**
 * The classes of Jazzer's API that its agent's jar brings along, in a temporary jar of their own:
 * next to the rest of that jar the API would start Jazzer's runtime. The command line closes it,
 * which deletes it.
 *
 * @param path null when there is none
 */
record AgentJar(Path path) implements AutoCloseable {
  private static final List<String> API =
      List.of(
          "com/code_intelligence/jazzer/api/",
          "com/code_intelligence/jazzer/mutation/annotation/",
          "com/code_intelligence/jazzer/junit/FuzzTest.class");

  /**
   * Takes the API out of the jar that {@code --agent_path} names, if there is one.
   *
   * @throws UsageException when it is no jar
   */
  static AgentJar of(Arguments arguments, Path base, Console console) throws UsageException {
    Path agent = arguments.text("--agent_path").map(base::resolve).orElse(null);
    if (agent == null) {
      return new AgentJar(null);
    }
    if (!Files.isRegularFile(agent)) {
      console.info("--agent_path: there is no file " + agent + ", which is not needed either.");
      return new AgentJar(null);
    }
    try {
      AgentJar jar = new AgentJar(Files.createTempFile("fuzz-jazzer-api-", ".jar"));
      jar.copy(agent);
      return jar;
    } catch (IOException e) {
      throw new UsageException("--agent_path: " + agent + " cannot be read: " + e + ".");
    }
  }

  private void copy(Path agent) throws IOException {
    try (JarFile from = new JarFile(agent.toFile());
        JarOutputStream to = new JarOutputStream(Files.newOutputStream(path))) {
      for (Enumeration<JarEntry> all = from.entries(); all.hasMoreElements(); ) {
        JarEntry entry = all.nextElement();
        if (!entry.isDirectory() && API.stream().anyMatch(entry.getName()::startsWith)) {
          to.putNextEntry(new JarEntry(entry.getName()));
          from.getInputStream(entry).transferTo(to);
        }
      }
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  @Override
  public void close() {
    if (path != null) {
      path.toFile().delete();
    }
  }
}
