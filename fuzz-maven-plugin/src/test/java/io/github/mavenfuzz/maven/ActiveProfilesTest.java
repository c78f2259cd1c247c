package io.github.mavenfuzz.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.model.Activation;
import org.apache.maven.model.ActivationProperty;
import org.apache.maven.model.Profile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActiveProfilesTest {
  @TempDir Path directory;

  @Test
  void areNamedWhenTheyWereRequestedOrAPropertyActivatedThem() {
    Map<String, List<String>> injected =
        Map.of(
            "com.example:child:1", List.of("fuzz", "onJdk"),
            "com.example:parent:1", List.of("byProperty"),
            "external", List.of("mirror", "proxy"));
    Activation jdk = new Activation();
    jdk.setJdk("17");

    assertThat(
            new ActiveProfiles(List.of("fuzz", "mirror", "elsewhere"), List.of(), List.of("mirror"))
                .named(
                    injected,
                    List.of(
                        profile("fuzz", byProperty()),
                        profile("onJdk", jdk),
                        profile("byProperty", byProperty()),
                        profile("inactive", byProperty()),
                        profile("plain", null),
                        profile("proxy", byProperty()))))
        .containsExactly("fuzz", "byProperty");
  }

  @Test
  void ofTheSettingsAreNamedWhenTheCommandLineRequestedThem() {
    assertThat(
            new ActiveProfiles(List.of("company", "always"), List.of(), List.of("always"))
                .named(Map.of("external", List.of("company", "always")), List.of()))
        .containsExactly("company");
  }

  @Test
  void thatTheCommandLineSwitchedOffAreSwitchedOff() {
    assertThat(
            new ActiveProfiles(List.of("fuzz"), List.of("slow", "native"), List.of())
                .named(Map.of("a", List.of("fuzz")), List.of()))
        .containsExactly("fuzz", "!slow", "!native");
  }

  @Test
  void ofTheSettingsAreReadFromTheirFile() throws Exception {
    Path settings = directory.resolve("settings.xml");
    Files.writeString(
        settings,
        "<settings><profiles><profile><id>a</id></profile></profiles><activeProfiles>"
            + "<activeProfile> a </activeProfile><activeProfile>b</activeProfile>"
            + "</activeProfiles></settings>");

    assertThat(ActiveProfiles.requestedBy(settings)).containsExactly("a", "b");
    assertThat(ActiveProfiles.requestedBy(directory.resolve("missing.xml"))).isEmpty();
    assertThat(ActiveProfiles.requestedBy(Files.writeString(settings, "<settings"))).isEmpty();
  }

  private static Activation byProperty() {
    Activation activation = new Activation();
    activation.setProperty(new ActivationProperty());
    return activation;
  }

  private static Profile profile(String id, Activation activation) {
    Profile profile = new Profile();
    profile.setId(id);
    profile.setActivation(activation);
    return profile;
  }
}
