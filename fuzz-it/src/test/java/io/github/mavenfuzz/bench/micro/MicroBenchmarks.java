package io.github.mavenfuzz.bench.micro;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks of this package, each in a JVM of its own, and writes their results. */
public final class MicroBenchmarks {
  private MicroBenchmarks() {}

  /**
   * @param arguments a regular expression for names such as {@code CoverageLoops.reset}, and the
   *     JSON file for the results
   */
  public static void main(String[] arguments) throws IOException, RunnerException {
    Path results = Path.of(arguments[1]).toAbsolutePath();
    Files.createDirectories(results.getParent());
    new Runner(
            new OptionsBuilder()
                .include("\\.bench\\.micro\\..*(" + arguments[0] + ")")
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .forks(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(1))
                // As in a worker JVM.
                .jvmArgsAppend(
                    "-XX:+UseSerialGC",
                    "-XX:+UseCountedLoopSafepoints",
                    "-XX:LoopStripMiningIter=1000",
                    "-XX:-DontCompileHugeMethods")
                .addProfiler(GCProfiler.class)
                .resultFormat(ResultFormatType.JSON)
                .result(results.toString())
                .shouldFailOnError(true)
                .build())
        .run();
  }
}
