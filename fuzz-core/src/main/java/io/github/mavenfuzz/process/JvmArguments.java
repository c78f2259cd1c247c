package io.github.mavenfuzz.process;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The arguments of a worker JVM: first the defaults, which give way to the user's arguments, last
 * the arguments that nothing may override. Both go into files, as they may be long. The argument
 * files that the user names are between them, on the command line itself: the launcher does not
 * read argument files that a file names.
 *
 * @param first of the engine and of the user
 * @param plain from the first argument file of the user's to the last one
 * @param last of the user and of the engine, the main class among them
 */
public record JvmArguments(List<String> first, List<String> plain, List<String> last) {

  /**
   * What a JVM runs.
   *
   * @param className the main class
   * @param settings the file that it gets as its only argument
   */
  public record Main(String className, Path settings) {}

  /**
   * @param main the main class and its file of settings, which the agent reads as well
   * @param refused defaults with which this JVM does not start
   */
  public static JvmArguments of(
      JvmPurpose purpose, JvmSetup setup, Main main, Set<String> refused) {
    List<String> first = new ArrayList<>();
    UserOptions chosen = UserOptions.of(setup.jvm(), JvmEnvironment.of(setup.jvm()));
    first.addAll(JvmDefaults.of(purpose, chosen, setup.heapMegabytes(), refused));
    setup.jvm().systemProperties().forEach((k, v) -> first.add("-D" + k + "=" + v));
    List<String> users = new ArrayList<>(setup.jvm().arguments());
    users.removeAll(refused);
    List<Integer> files =
        Stream.iterate(0, i -> i < users.size(), i -> i + 1)
            .filter(i -> users.get(i).startsWith("@"))
            .toList();
    int from = files.isEmpty() ? users.size() : files.get(0);
    int to = files.isEmpty() ? users.size() : files.get(files.size() - 1) + 1;
    first.addAll(users.subList(0, from));
    List<String> last = new ArrayList<>(users.subList(to, users.size()));
    last.addAll(engines(setup, main));
    return new JvmArguments(first, users.subList(from, to), last);
  }

  /**
   * System properties that the launcher may not pass on as they are: it reads arguments in the
   * encoding of the locale, which may be no more than ASCII.
   */
  public static Map<String, String> exactProperties(JvmSettings jvm) {
    Map<String, String> exact = new LinkedHashMap<>(jvm.systemProperties());
    for (String argument : jvm.arguments()) {
      int assignment = argument.indexOf('=');
      if (argument.startsWith("-D") && assignment > 2) {
        exact.put(argument.substring(2, assignment), argument.substring(assignment + 1));
      }
    }
    exact.entrySet().removeIf(e -> isAscii(e.getKey()) && isAscii(e.getValue()));
    return exact;
  }

  private static boolean isAscii(String text) {
    return StandardCharsets.US_ASCII.newEncoder().canEncode(text);
  }

  private static List<String> engines(JvmSetup setup, Main main) {
    List<String> arguments =
        new ArrayList<>(setup.jvm().modules().arguments(EngineModule.beside(main.settings())));
    // After other agents, so that these see the classes as they were compiled: JaCoCo knows a class
    // by its bytes.
    arguments.add("-javaagent:" + setup.engine().agentJar() + "=" + main.settings().toUri());
    // The last one counts, and the engine looks for the file only there.
    arguments.add("-XX:ErrorFile=" + setup.crashLogs().resolve(CrashLogFile.JVM_PATTERN));
    List<Path> classPath = new ArrayList<>(setup.engine().classPath());
    classPath.addAll(setup.jvm().classPath());
    arguments.addAll(List.of("-cp", ModulePath.join(classPath)));
    arguments.addAll(List.of(main.className(), main.settings().toUri().toString()));
    return arguments;
  }
}
