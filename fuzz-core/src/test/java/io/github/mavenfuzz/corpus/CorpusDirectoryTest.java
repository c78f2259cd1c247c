package io.github.mavenfuzz.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mavenfuzz.failure.FailureKind;
import io.github.mavenfuzz.input.MalformedInputException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorpusDirectoryTest {
  private static final String SHA_OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  private final List<String> problems = new ArrayList<>();
  @TempDir Path temp;
  private Path path;
  private CorpusDirectory directory;

  @BeforeEach
  void chooseDirectory() {
    path = temp.resolve("fuzz/com.example.ParserFuzz/parses");
    directory = new CorpusDirectory(path);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private Path write(String name, String content) throws IOException {
    Files.createDirectories(path);
    return Files.writeString(path.resolve(name), content);
  }

  private List<String> names() throws CorpusException {
    return directory.read(false, content -> {}, problems::add).stream()
        .map(CorpusEntry::name)
        .toList();
  }

  private List<String> filesOnDisk() throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void refusesToReadBelowAFile() throws Exception {
    Path file = Files.createFile(temp.resolve("a-file"));
    CorpusDirectory below = new CorpusDirectory(file.resolve("com.example.A").resolve("parses"));

    assertThatThrownBy(() -> below.read(false, content -> {}, problem -> {}))
        .isInstanceOf(CorpusException.class)
        .hasMessageStartingWith(file + " is not a directory");
  }

  @Test
  void isEmptyWhenMissing() throws Exception {
    assertThat(names()).isEmpty();
    assertThat(path).doesNotExist();
  }

  @Test
  void readsInputsSortedByName() throws Exception {
    write("b", "2");
    write("crash-1", "3");
    write("a", "1");

    List<CorpusEntry> entries = directory.read(true, content -> {}, problems::add);

    assertThat(entries).extracting(CorpusEntry::name).containsExactly("a", "b", "crash-1");
    assertThat(entries).extracting(e -> new String(e.content())).containsExactly("1", "2", "3");
    assertThat(entries).allMatch(CorpusEntry::seed);
    assertThat(entries.get(0).file()).isEqualTo(path.resolve("a"));
    assertThat(problems).isEmpty();
  }

  @Test
  void leavesSubdirectoriesAndHiddenFilesAlone() throws Exception {
    write("a", "1");
    write(".gitignore", "x");
    write(".crash-1.0f3c.tmp", "half");
    Files.createDirectory(path.resolve("old"));

    assertThat(names()).containsExactly("a");
    assertThat(problems).isEmpty();
  }

  @Test
  void skipsAndReportsAFileOfTheWrongTypes() throws Exception {
    write("a", "1");
    write("x", "bad");
    InputCheck check =
        content -> {
          if (content.length == 3) {
            throw new MalformedInputException("value 2 is a string, and the parameter an int.");
          }
        };

    List<CorpusEntry> entries = directory.read(false, check, problems::add);

    assertThat(entries).extracting(CorpusEntry::name).containsExactly("a");
    assertThat(problems)
        .containsExactly(
            path.resolve("x") + ": value 2 is a string, and the parameter an int; it is skipped");
    assertThat(path.resolve("x")).hasContent("bad");
  }

  @Test
  void skipsAndReportsAFileOfMoreThan16MiB() throws Exception {
    write("fits", "");
    write("large", "");
    resize("fits", 16 << 20);
    resize("large", (16 << 20) + 1);

    assertThat(names()).containsExactly("fits");
    assertThat(problems)
        .containsExactly(path.resolve("large") + ": it is larger than 16 MiB; it is skipped");
  }

  private void resize(String name, long size) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.resolve(name).toFile(), "rw")) {
      file.setLength(size);
    }
  }

  @Test
  void skipsAndReportsALinkToNothing() throws Exception {
    write("a", "1");
    Files.createSymbolicLink(path.resolve("x"), temp.resolve("gone"));

    assertThat(names()).containsExactly("a");
    assertThat(problems)
        .containsExactly(path.resolve("x") + ": it cannot be read, no such file; it is skipped");
  }

  @Test
  void skipsAndReportsWhatMayNotBeRead() throws Exception {
    Path secret = write("secret", "1");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("-wx------"));
    assumeFalse(Files.isReadable(secret), "root reads everything");

    assertThat(names()).isEmpty();
    assertThat(problems)
        .containsExactly(secret + ": it cannot be read, permission denied; it is skipped");
  }

  @Test
  @Timeout(60)
  void doesNotOpenWhatIsNoRegularFile() throws Exception {
    write("a", "1");
    Path pipe = path.resolve("pipe");
    Process process = new ProcessBuilder("mkfifo", pipe.toString()).start();
    assumeTrue(process.waitFor() == 0, "there are named pipes");
    Files.createSymbolicLink(path.resolve("null"), Path.of("/dev/null"));

    assertThat(names()).containsExactly("a");
    assertThat(problems)
        .containsExactly(
            path.resolve("null") + ": it is not a regular file; it is skipped",
            pipe + ": it is not a regular file; it is skipped");
  }

  @Test
  void skipsAVeryLargeFileWithoutReadingIt() throws Exception {
    write("sparse", "");
    resize("sparse", 1L << 40);

    assertThat(names()).isEmpty();
    assertThat(problems)
        .containsExactly(path.resolve("sparse") + ": it is larger than 16 MiB; it is skipped");
  }

  @Test
  void tellsOfTheFirstTenFilesThatAreWrongInOneWayAndCountsTheOthers() throws Exception {
    for (int i = 0; i < 13; i++) {
      write("bad-%02d".formatted(i), "x");
    }
    Files.createSymbolicLink(path.resolve("gone"), temp.resolve("nothing"));
    InputCheck check =
        content -> {
          throw new MalformedInputException("it is cut in half.");
        };

    assertThat(directory.read(false, check, problems::add)).isEmpty();

    assertThat(problems).hasSize(12);
    assertThat(problems.get(9)).startsWith(path.resolve("bad-09") + ": it is cut in half");
    assertThat(problems.get(10)).startsWith(path.resolve("gone") + ": it cannot be read");
    assertThat(problems.get(11))
        .isEqualTo(path + ": 3 more files are no inputs of the target and are skipped");
    assertThat(filesOnDisk()).hasSize(14);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-rf", "a b", "line\nfeed", "\u001b[31m", "'\"$(x)`", "ünï", "*?[a]"})
  void readsFilesOfAnyName(String name) throws Exception {
    write(name, "1");

    assertThat(names()).containsExactly(name);
    assertThat(problems).isEmpty();
  }

  @Test
  void readsFilesWhoseNamesAreNoText() throws Exception {
    Files.createDirectories(path);
    List<String> script =
        List.of("sh", "-c", "printf 1 > \"$(printf 'a\\377')\"; printf 2 > \"$(printf 'a\\376')\"");
    Process process = new ProcessBuilder(script).directory(path.toFile()).start();
    assumeTrue(process.waitFor() == 0, "a file can have any bytes for a name");

    assertThat(directory.read(false, content -> {}, problems::add))
        .extracting(e -> new String(e.content()))
        .containsExactly("2", "1");
    assertThat(problems).isEmpty();
  }

  @Test
  void readsThroughLinksToFilesAndToTheDirectoryItself() throws Exception {
    Path elsewhere = Files.createDirectories(temp.resolve("elsewhere"));
    Files.createDirectories(path.getParent());
    Files.createSymbolicLink(path, elsewhere);
    Path outside = Files.writeString(temp.resolve("outside"), "1");
    Files.createSymbolicLink(path.resolve("linked"), outside);

    assertThat(names()).containsExactly("linked");
    assertThat(directory.add(bytes("abc"))).hasContent("abc");
    assertThat(elsewhere.resolve(SHA_OF_ABC)).hasContent("abc");
  }

  @Test
  void refusesADirectoryThatIsALinkToNothing() throws Exception {
    Files.createDirectories(path.getParent());
    Files.createSymbolicLink(path, temp.resolve("gone"));

    assertThatThrownBy(this::names)
        .isInstanceOf(CorpusException.class)
        .hasMessageStartingWith(path + " is not a directory");
    assertThatThrownBy(() -> directory.add(bytes("abc"))).isInstanceOf(CorpusException.class);
    assertThat(temp.resolve("gone")).doesNotExist();
  }

  @Test
  void comesBackAfterItWasRemoved() throws Exception {
    directory.add(bytes("abc"));
    Files.delete(path.resolve(SHA_OF_ABC));
    Files.delete(path);

    assertThat(directory.add(bytes("abc"))).hasContent("abc");
  }

  @Test
  void removesWhatARunLeftHalfWrittenLongAgoAndNoOtherHiddenFile() throws Exception {
    String uuid = ".0f3cd7f2-5a5e-4d0c-9a51-0123456789ab.tmp";
    Path old = write('.' + SHA_OF_ABC + uuid, "ab");
    Path ofACrasher = write(".crash-1" + uuid, "ab");
    Path ofTheUser = write(".notes.tmp", "mine");
    Path young = write(".a" + SHA_OF_ABC.substring(1) + uuid, "ab");
    for (Path file : List.of(old, ofACrasher, ofTheUser)) {
      Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
    }

    directory.read(true, content -> {}, problems::add);
    assertThat(old).as("among the seeds").exists();

    assertThat(names()).isEmpty();
    assertThat(old).doesNotExist();
    assertThat(List.of(young, ofACrasher, ofTheUser)).allMatch(Files::exists);
  }

  @Test
  void keepsNoInputInAFileThatHasAnotherContent() throws Exception {
    write("crash-1", "there before");
    Files.createSymbolicLink(path.resolve("crash-2"), temp.resolve("gone"));

    for (String name : List.of("crash-1", "crash-2")) {
      assertThatThrownBy(() -> directory.keep(name, bytes("new")))
          .isInstanceOf(CorpusException.class)
          .hasMessageStartingWith(path.resolve(name) + " has another content");
    }
    assertThat(directory.keep("crash-1", bytes("there before"))).hasContent("there before");
    assertThat(directory.keep("crash-3", bytes("new"))).hasContent("new");
  }

  @Test
  void severalRunsCanAddToItAtOnce() throws Exception {
    ExecutorService runs = Executors.newFixedThreadPool(4);
    List<Callable<Void>> adding = new ArrayList<>();
    for (int run = 0; run < 4; run++) {
      int own = run;
      adding.add(
          () -> {
            CorpusDirectory same = new CorpusDirectory(path);
            for (int i = 0; i < 300; i++) {
              same.add(bytes("shared " + i));
              same.add(bytes("of run " + own + ' ' + i));
              same.keep("crash-" + i % 7, bytes("crash " + i % 7));
            }
            return null;
          });
    }
    for (Future<Void> run : runs.invokeAll(adding)) {
      run.get();
    }
    runs.shutdown();

    assertThat(filesOnDisk()).hasSize(300 + 4 * 300 + 7).noneMatch(name -> name.startsWith("."));
    for (CorpusEntry entry : directory.read(false, content -> {}, problems::add)) {
      if (!entry.name().startsWith("crash-")) {
        assertThat(entry.name()).isEqualTo(ContentHash.sha256(entry.content()));
      }
    }
  }

  @Test
  void saysThatAFileIsNoDirectory() throws Exception {
    Files.createDirectories(path.getParent());
    Files.createFile(path);
    String sentence = path + " is not a directory: move it away, or configure another directory";

    assertThatThrownBy(this::names).isInstanceOf(CorpusException.class).hasMessage(sentence);
    assertThatThrownBy(() -> directory.add(bytes("abc")))
        .isInstanceOf(CorpusException.class)
        .hasMessage(sentence);
  }

  @Test
  void saysWhyItCannotWrite() throws Exception {
    String tooLong = "x".repeat(300);

    assertThatThrownBy(() -> directory.add(tooLong, bytes("abc")))
        .isInstanceOf(CorpusException.class)
        .hasMessage(
            "cannot write "
                + path.resolve(tooLong)
                + " (File name too long): make room and make the directory writable, or configure"
                + " another directory");
  }

  @Test
  void addsACorpusEntryUnderItsHash() throws Exception {
    Path file = directory.add(bytes("abc"));

    assertThat(file).isEqualTo(path.resolve(SHA_OF_ABC)).hasContent("abc");
    assertThat(filesOnDisk()).containsExactly(SHA_OF_ABC);
    assertThat(names()).containsExactly(SHA_OF_ABC);
  }

  @Test
  void leavesAnExistingFileAlone() throws Exception {
    write("crash-1", "there before");

    assertThat(directory.add("crash-1", bytes("new"))).hasContent("there before");
    assertThat(filesOnDisk()).containsExactly("crash-1");
  }

  @Test
  void doesNotWriteThroughALink() throws Exception {
    Path elsewhere = temp.resolve("elsewhere");
    Files.createDirectories(path);
    Files.createSymbolicLink(path.resolve("crash-1"), elsewhere);

    directory.add("crash-1", bytes("new"));

    assertThat(Files.exists(elsewhere, LinkOption.NOFOLLOW_LINKS)).isFalse();
    assertThat(Files.isSymbolicLink(path.resolve("crash-1"))).isTrue();
  }

  @Test
  void writesFilesThatOthersMayReadAsTheyMayTheRest() throws Exception {
    Path usual = write("usual", "");

    assertThat(Files.getPosixFilePermissions(directory.add(bytes("abc"))))
        .isEqualTo(Files.getPosixFilePermissions(usual));
  }

  @ParameterizedTest
  @EnumSource(FailureKind.class)
  void namesACrasherByItsKindAndHash(FailureKind kind) {
    assertThat(ContentHash.crasherName(kind, bytes("abc")))
        .isEqualTo(kind.filePrefix() + "-ba7816bf8f01cfea");
  }

  @Test
  void hashesAContentAsLibFuzzerDoes() {
    assertThat(ContentHash.sha1(bytes("abc")))
        .isEqualTo("a9993e364706816aba3e25717850c26c9cd0d89d");
  }

  @Test
  void anInterruptEndsTheReadingAndIsNoFaultOfAFile() throws Exception {
    write("a", "1");
    write("b", "2");
    write("c", "3");

    List<CorpusEntry> read =
        directory.read(true, content -> Thread.currentThread().interrupt(), problems::add);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(read).extracting(CorpusEntry::name).containsExactly("a");
    assertThat(problems).isEmpty();
  }
}
