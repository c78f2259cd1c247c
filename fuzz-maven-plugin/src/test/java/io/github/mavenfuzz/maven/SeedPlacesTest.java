package io.github.mavenfuzz.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.corpus.TargetSeeds;
import io.github.mavenfuzz.finding.Evidence;
import io.github.mavenfuzz.finding.Finding;
import io.github.mavenfuzz.finding.KeptInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Resource;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeedPlacesTest {
  private static final String TARGET = "com.example.SomeFuzzTest/parses";

  @TempDir Path root;
  private Path module;
  private MavenProject project;

  @BeforeEach
  void makeProject() throws IOException {
    module = Files.createDirectory(root.resolve("module"));
    Model model = new Model();
    model.setPomFile(module.resolve("pom.xml").toFile());
    Build build = new Build();
    build.setDirectory(module.resolve("target").toString());
    build.setOutputDirectory(module.resolve("target/classes").toString());
    build.setTestOutputDirectory(module.resolve("target/test-classes").toString());
    model.setBuild(build);
    project = new MavenProject(model);
  }

  private Resource resource(String directory) {
    Resource resource = new Resource();
    resource.setDirectory(module.resolve(directory).toString());
    project.addTestResource(resource);
    return resource;
  }

  private SeedPlaces places(Path configured) {
    return new SeedPlaces(
        module,
        module.resolve("target"),
        configured,
        TestResources.of(project, ModuleFolder.of(project)));
  }

  private TargetSeeds seeds() {
    return places(null).folders().of(Results.target("parses"));
  }

  private Path crashers() {
    return seeds().crashers().path();
  }

  private String caveat(Path crasher) {
    Finding f = Results.finding(true);
    return places(null)
        .caveat(
            new Finding(
                Results.target("parses"),
                f.failure(),
                new KeptInput(f.input(), crasher, false),
                true,
                Evidence.NONE));
  }

  /** Makes files with their names as contents. */
  private void files(String... names) throws IOException {
    for (String name : names) {
      Files.createDirectories(module.resolve(name).getParent());
      Files.writeString(module.resolve(name), name);
    }
  }

  private List<String> read() throws Exception {
    return seeds().read(content -> {}, problem -> {}).stream()
        .map(e -> module.relativize(e.file()).toString())
        .toList();
  }

  @Test
  void areTheTestResourcesOfThePomWhereverTheyAre() throws Exception {
    resource("src/test/data");
    resource("../shared");
    files("src/test/data/fuzz/" + TARGET + "/a", "../shared/fuzz/" + TARGET + "/b");

    assertThat(read())
        .containsExactly("src/test/data/fuzz/" + TARGET + "/a", "../shared/fuzz/" + TARGET + "/b");
    assertThat(crashers()).isEqualTo(module.resolve("src/test/data/fuzz/" + TARGET));
    assertThat(caveat(crashers().resolve("crash-1"))).isNull();
  }

  @Test
  void followTheTargetPath() throws Exception {
    resource("inputs").setTargetPath("fuzz");
    resource("deep").setTargetPath("fuzz/com.example.SomeFuzzTest/parses");
    resource("elsewhere").setTargetPath("data");
    files("inputs/" + TARGET + "/a", "deep/b", "elsewhere/fuzz/" + TARGET + "/c");

    assertThat(read()).containsExactly("inputs/" + TARGET + "/a", "deep/b");
    assertThat(crashers()).isEqualTo(module.resolve("inputs/" + TARGET));
    assertThat(caveat(module.resolve("elsewhere/fuzz/" + TARGET + "/crash-1")))
        .contains("set fuzz.seedDirectory");
  }

  @Test
  void areOnlyTheFilesThatTheBuildCopies() throws Exception {
    Resource some = resource("src/test/resources");
    some.setIncludes(List.of("**/*.json", "data/"));
    some.setExcludes(List.of("**/old*"));
    files(
        "src/test/resources/fuzz/" + TARGET + "/a.json",
        "src/test/resources/fuzz/" + TARGET + "/b.xml",
        "src/test/resources/fuzz/" + TARGET + "/old.json");

    assertThat(read()).containsExactly("src/test/resources/fuzz/" + TARGET + "/a.json");
    assertThat(crashers())
        .as("nothing that is written would arrive, so the usual place is as good as any")
        .isEqualTo(module.resolve("src/test/resources/fuzz/" + TARGET));
    assertThat(caveat(crashers().resolve("crash-1"))).startsWith("No test run replays it, ");
  }

  @Test
  void keepCrashersOutOfFilteringWhereTheyCan() throws Exception {
    resource("filtered").setFiltering("true");
    files("filtered/fuzz/" + TARGET + "/a");

    assertThat(crashers()).isEqualTo(module.resolve("filtered/fuzz/" + TARGET));
    assertThat(caveat(crashers().resolve("crash-1")))
        .startsWith("Test runs may replay something else, ")
        .contains("set fuzz.seedDirectory");

    resource("plain");

    assertThat(crashers()).isEqualTo(module.resolve("plain/fuzz/" + TARGET));
    assertThat(read()).containsExactly("filtered/fuzz/" + TARGET + "/a");
  }

  @Test
  void takeAFolderThatIsFilteredInPartForWhatItIs() throws Exception {
    Resource filtered = resource("src/test/resources");
    filtered.setFiltering("true");
    filtered.setExcludes(Arrays.asList("fuzz/"));
    resource("src/test/resources").setIncludes(List.of("fuzz/**"));
    files("src/test/resources/fuzz/" + TARGET + "/a");

    assertThat(read()).hasSize(1);
    assertThat(caveat(crashers().resolve("crash-1"))).isNull();
  }

  @Test
  void keepCrashersWhereInputsAreAlready() throws Exception {
    resource("src/test/resources");
    resource("src/test/data");
    files("src/test/resources/app.properties", "src/test/data/fuzz/" + TARGET + "/a");

    assertThat(crashers()).isEqualTo(module.resolve("src/test/data/fuzz/" + TARGET));
  }

  @Test
  void keepCrashersOutOfWhatCleanDeletes() throws Exception {
    resource("target/generated-test-resources");
    files("target/generated-test-resources/fuzz/" + TARGET + "/a");

    assertThat(read()).hasSize(1);
    assertThat(crashers()).isEqualTo(module.resolve("src/test/resources/fuzz/" + TARGET));
    assertThat(caveat(crashers().resolve("crash-1"))).startsWith("No test run replays it, ");
  }

  @Test
  void areOneFolderWhenItIsConfigured() throws Exception {
    resource("src/test/resources");
    files("src/test/resources/fuzz/" + TARGET + "/a", "src/test/inputs/" + TARGET + "/b");
    TargetSeeds seeds =
        places(module.resolve("src/test/inputs")).folders().of(Results.target("parses"));

    assertThat(seeds.read(content -> {}, problem -> {})).hasSize(1);
    assertThat(seeds.crashers().path()).isEqualTo(module.resolve("src/test/inputs/" + TARGET));
    assertThat(caveat(seeds.crashers().path().resolve("crash-1")))
        .startsWith("No test run replays it, ");
  }
}
