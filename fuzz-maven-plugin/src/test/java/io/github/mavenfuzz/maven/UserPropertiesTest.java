package io.github.mavenfuzz.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserPropertiesTest {
  @TempDir Path root;

  private UserProperties of(String... namesAndValues) {
    Properties properties = new Properties();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      properties.setProperty(namesAndValues[i], namesAndValues[i + 1]);
    }
    return new UserProperties(properties, MavenConfigFile.in(root));
  }

  @Test
  void areRepeatedWhenTheyMayChangeHowATargetRuns() {
    UserProperties properties =
        of("fuzz.timeout", "1s", "codec.mode", "strict", "fuzz.argLine", "-Xmx2g -Da=b");

    assertThat(properties.words())
        .containsExactly("-Dcodec.mode=strict", "-Dfuzz.argLine=-Xmx2g -Da=b", "-Dfuzz.timeout=1s");
    assertThat(properties.secrets()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fuzz.duration",
        "fuzz.test",
        "fuzz.workers",
        "fuzz.corpusDirectory",
        "maven.repo.local",
        "maven.repo.local.tail",
        "maven.user.settings",
        "style.color",
        "org.slf4j.simpleLogger.showDateTime"
      })
  void areLeftOutWhenTheySteerTheSearchOrBelongToTheMachine(String name) {
    assertThat(of(name, "1").words()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "db.password, x",
    "GITHUB_TOKEN, x",
    "accessToken, x",
    "client.secret, x",
    "gpg.passphrase, x",
    "service.apiKey, x",
    "private-key, x",
    "dbPwd, x",
    "db.url, jdbc://me:hidden@host/db"
  })
  void areLeftOutAndNamedWhenTheyLookSecret(String name, String value) {
    assertThat(of(name, value).words()).isEmpty();
    assertThat(of(name, value).secrets()).containsExactly(name);
  }

  @ParameterizedTest
  @CsvSource({
    "tokenizer.version, 2",
    "max.tokens, 9",
    "author, me",
    "key.size, 9",
    "url, http://h:80/a@b"
  })
  void areNoSecretsOnlyBecauseTheyAreSpeltLikeOne(String name, String value) {
    assertThat(of(name, value).words()).containsExactly("-D" + name + "=" + value);
  }

  @Test
  void areLeftOutWhenEveryCloneHasThem() throws Exception {
    Files.createDirectory(root.resolve(".mvn"));
    Files.writeString(
        root.resolve(".mvn/maven.config"), "-Dcodec.mode=strict\n-Dflag\n-D a=1 -Db=2\n");

    assertThat(of("codec.mode", "strict", "flag", "true", "a", "1", "b", "2", "c", "3").words())
        .containsExactly("-Dc=3");
    assertThat(of("codec.mode", "lenient").words()).isEqualTo(List.of("-Dcodec.mode=lenient"));
  }
}
