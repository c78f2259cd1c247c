package io.github.mavenfuzz.process;

import io.github.mavenfuzz.failure.CrashLog;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;

/**
 * The file in which one worker JVM describes how it crashed, if it does. Files of the same cause
 * replace one another, so that each cause has one file.
 *
 * @param directory where the results of a run are
 * @param pid of the worker JVM
 * @param started when the JVM was started; an older file is of another JVM that had the same
 *     process id
 */
record CrashLogFile(Path directory, long pid, FileTime started) {
  /** The JVM puts its process id in the place of {@code %p}. */
  static final String JVM_PATTERN = "hs_err_pid%p.log";

  /** In bytes; more than the frames of a crash need, which come first. */
  private static final int MAX_LENGTH = 1 << 20;

  private static final int MAX_NAME = 100;

  /** The file under the name that the JVM gives it. */
  Path path() {
    return directory.resolve(JVM_PATTERN.replace("%p", Long.toString(pid)));
  }

  /** Returns null when there is no such file, or it says nothing. */
  CrashLog read() {
    try {
      if (Files.getLastModifiedTime(path()).compareTo(started) < 0) {
        return null;
      }
      try (InputStream in = Files.newInputStream(path())) {
        return CrashLog.parse(new String(in.readNBytes(MAX_LENGTH), StandardCharsets.UTF_8));
      }
    } catch (IOException missing) {
      return null;
    }
  }

  /**
   * Gives the file a name by which people find it. It replaces an earlier file of the same cause.
   *
   * @param cause the part of the file name that stands for the cause
   * @return the file
   */
  Path keep(String target, String cause) {
    String name = target.replaceAll("[^\\w.-]", "_");
    String shortName = name.substring(0, Math.min(name.length(), MAX_NAME));
    Path kept = directory.resolve("hs_err_" + shortName + "_" + cause + ".log");
    try {
      return Files.move(path(), kept, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      return path();
    }
  }
}
