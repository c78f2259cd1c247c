package io.github.mavenfuzz.campaign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.corpus.ContentHash;
import io.github.mavenfuzz.corpus.CorpusEntry;
import io.github.mavenfuzz.input.FuzzTarget;
import io.github.mavenfuzz.session.TestRuns;
import io.github.mavenfuzz.type.LeafKind;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCorpusTest {
  private static final int LIMIT = 1 << 16;
  private static final FuzzTarget BYTES = TestRuns.target("b", LeafKind.BYTES);
  private static final FuzzTarget TEXT = TestRuns.target("t", LeafKind.STRING);
  private static final FuzzTarget TYPED =
      TestRuns.target("typed", LeafKind.INT, LeafKind.STRING, LeafKind.BYTES);

  @TempDir Path directory;
  private final Heard heard = new Heard();

  @Test
  void beginsWithTheSeedsThenTheCorpusThenTheEmptyInput() throws Exception {
    write("corpus", BYTES, "c", "from the corpus");
    write("seeds", BYTES, "s", "seed");
    write("seeds", BYTES, "a", "another seed");

    RunCorpus corpus = open(BYTES);

    assertThat(corpus.entries().stream().map(e -> new String(e.content(), UTF_8)))
        .containsExactly("another seed", "seed", "from the corpus", "");
    assertThat(corpus.entries().stream().map(CorpusEntry::seed))
        .containsExactly(true, true, false, false);
    assertThat(corpus.size()).isEqualTo(4);
    assertThat(corpus.newEntries()).isZero();
  }

  @Test
  void anInterruptKeepsNoEntryFromBeingWritten() throws Exception {
    RunCorpus corpus = open(BYTES);
    corpus.add(CorpusEntry.inMemory("one".getBytes(UTF_8)));
    corpus.add(CorpusEntry.inMemory("two".getBytes(UTF_8)));

    Thread.currentThread().interrupt();
    corpus.write();

    assertThat(Thread.interrupted()).as("who ends the run has to see it").isTrue();
    assertThat(in("corpus", BYTES).toFile().list()).hasSize(2);
    assertThat(heard.warnings).isEmpty();
  }

  @Test
  void beginsWithZeroValuesWhenThereIsNothing() throws Exception {
    assertThat(open(TYPED).entries())
        .singleElement()
        .satisfies(e -> assertThat(e.content()).asString(UTF_8).isEqualTo("[0, \"\", \"\"]\n"));
  }

  @Test
  void anEntryThatIsASeedTooIsThereOnce() throws Exception {
    write("seeds", BYTES, "s", "same");
    write("corpus", BYTES, "c", "same");

    assertThat(open(BYTES).size()).isEqualTo(2);
  }

  @Test
  void skipsAFileThatIsNoInputOfTheTargetAndSaysSo() throws Exception {
    Path file = write("seeds", TYPED, "broken", "[1, 2]");

    assertThat(open(TYPED).size()).isEqualTo(1);
    assertThat(heard.warnings)
        .singleElement()
        .satisfies(w -> assertThat(w).startsWith(file + ": ").endsWith("; it is skipped"));
  }

  @Test
  void aNewEntryIsWrittenUnderItsHash() throws Exception {
    RunCorpus corpus = open(BYTES);
    byte[] content = {1, 2};

    assertThat(corpus.add(CorpusEntry.inMemory(content))).isTrue();
    assertThat(corpus.add(CorpusEntry.inMemory(content))).isFalse();
    corpus.write();

    assertThat(corpus.newEntries()).isEqualTo(1);
    assertThat(corpus.size()).isEqualTo(2);
    assertThat(corpus.bytes()).isEqualTo(2);
    assertThat(heard.added).extracting(CorpusEntry::content).containsExactly(content);
    assertThat(in("corpus", BYTES).resolve(ContentHash.sha256(content))).hasBinaryContent(content);
  }

  @Test
  void saysOnceThatNothingCanBeWrittenAndGoesOnInMemory() throws Exception {
    RunCorpus corpus = open(BYTES);
    Files.writeString(directory.resolve("corpus"), "a file where the directory should be");

    assertThat(corpus.add(CorpusEntry.inMemory(new byte[1]))).isTrue();
    corpus.write();
    assertThat(corpus.add(CorpusEntry.inMemory(new byte[2]))).isTrue();
    corpus.write();

    assertThat(corpus.size()).isEqualTo(3);
    assertThat(heard.warnings).hasSize(1);
  }

  @Test
  void inputsMayGrowTo64KibibytesOrToTheLengthOfTheLongestSeed() throws Exception {
    assertThat(open(BYTES).maxLength()).isEqualTo(LIMIT);

    write("seeds", BYTES, "long", "x".repeat(2 * LIMIT));
    assertThat(open(BYTES).maxLength()).isEqualTo(2 * LIMIT);
  }

  @Test
  void whatCountsOfASeedIsItsLargestArgument() throws Exception {
    String text = "x".repeat(2 * LIMIT);
    write("seeds", TYPED, "long", "[1, \"%s\", \"%s\"]".formatted(text, text));

    assertThat(open(TYPED).maxLength()).isEqualTo(2 * LIMIT);
  }

  @Test
  void aTextThatHasGrownInItsFileFormFitsNoMore() throws Exception {
    byte[] grown = "\uFFFD".repeat(LIMIT).getBytes(UTF_8);

    assertThat(open(TEXT).fits("x".repeat(LIMIT).getBytes(UTF_8))).isTrue();
    assertThat(open(TEXT).fits(grown)).isFalse();
  }

  @Test
  void whatFitsIsTheValuesAndNotTheirFrame() throws Exception {
    String half = "\\u0001".repeat(LIMIT / 2);
    String bytes = "\u00ff".repeat(LIMIT);

    assertThat(open(TYPED).fits(("[1, \"" + half + "\", \"" + bytes + "\"]").getBytes(UTF_8)))
        .isTrue();
    assertThat(open(TYPED).fits(("[1, \"" + bytes + "\", \"\"]").getBytes(UTF_8))).isFalse();
  }

  @Test
  void aLengthThatIsGivenLimitsMutationsButNotEntries() throws Exception {
    write("seeds", BYTES, "s", "longer than that");

    RunCorpus corpus = open(BYTES, 4);

    assertThat(corpus.maxLength()).isEqualTo(4);
    assertThat(corpus.fits("four".getBytes(UTF_8))).isTrue();
    assertThat(corpus.fits("fives".getBytes(UTF_8))).isFalse();
  }

  private RunCorpus open(FuzzTarget target) throws Exception {
    return open(target, 0);
  }

  private RunCorpus open(FuzzTarget target, int maxLength) throws Exception {
    return new RunCorpus(
        target, new TestRuns(directory).directories().of(target), maxLength, heard);
  }

  private Path in(String kind, FuzzTarget target) {
    return directory.resolve(kind).resolve(target.relativeDirectory());
  }

  private Path write(String kind, FuzzTarget target, String name, String content) throws Exception {
    Files.createDirectories(in(kind, target));
    return Files.writeString(in(kind, target).resolve(name), content);
  }
}
