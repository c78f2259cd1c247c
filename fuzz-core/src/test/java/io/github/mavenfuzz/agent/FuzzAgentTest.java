package io.github.mavenfuzz.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import io.github.mavenfuzz.comm.Endpoint;
import io.github.mavenfuzz.comm.WorkerSettings;
import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.process.PrivateDirectory;
import io.github.mavenfuzz.type.LeafKind;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.commons.AnalyzerAdapter;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.util.Textifier;

/** The agent in a JVM of its own, where {@link AgentMain} tells what it sees. */
class FuzzAgentTest {
  @TempDir Path folder;

  /** With no includes the agent meets the classes of ASM that it uses itself. */
  @ParameterizedTest
  @ValueSource(strings = {"org.objectweb.asm.util.*", ""})
  void classesAreInstrumentedAsTheyAreLoaded(String includes) throws Exception {
    try (PrivateDirectory directory = new PrivateDirectory()) {
      areInstrumentedAsTheyAreLoaded(includes, directory.provideBootJar());
    }
  }

  private void areInstrumentedAsTheyAreLoaded(String includes, Path bootJar) throws Exception {
    Path settings = folder.resolve("settings");
    WorkerSettings content =
        new WorkerSettings(
            new Endpoint.UnixSocket(folder.resolve("socket"), ""),
            folder.resolve("memory"),
            bootJar,
            includes.lines().toList(),
            List.of(),
            WorkerSettings.Insertion.PROBES,
            new FuzzTarget("C", "m", InputShape.of(LeafKind.INT)),
            1,
            1,
            List.of(),
            Map.of("shop", "K\u00e4se"));
    Files.write(settings, content.toBytes());

    assertThat(run("-javaagent:" + agentJar() + "=" + settings.toUri()))
        .isEqualTo(
            "{bootClassPath=true, hidden=true, hit=yes, instrumented=true,"
                + " message=Cannot read the array length because \"nothing\" is null, others=false,"
                + " property=true, signatures=[Recycled at an unknown place, Recycled at an unknown place,"
                + " Lean, Leaner, Recycled], stacks=[true, 2, 0, false, true, 0], uninstrumented=0}");
  }

  private Path agentJar() throws IOException {
    Path jar = folder.resolve("agent.jar");
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", FuzzAgent.class.getName());
    manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    return jar;
  }

  /** What {@link AgentMain} prints. */
  private String run(String agent) throws Exception {
    String classPath =
        Stream.of(
                FuzzAgent.class,
                AgentMain.class,
                ClassReader.class,
                ClassNode.class,
                AnalyzerAdapter.class,
                Textifier.class,
                JsonFactory.class,
                org.objectweb.asm.tree.analysis.Analyzer.class)
            .map(type -> type.getProtectionDomain().getCodeSource().getLocation().getPath())
            .collect(Collectors.joining(File.pathSeparator));
    Path java = Path.of(ProcessHandle.current().info().command().orElseThrow());
    Process process =
        new ProcessBuilder(
                java.toString(),
                "-XX:-PrintWarnings",
                agent,
                "-cp",
                classPath,
                AgentMain.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).describedAs(output).isZero();
    return output.strip();
  }
}
