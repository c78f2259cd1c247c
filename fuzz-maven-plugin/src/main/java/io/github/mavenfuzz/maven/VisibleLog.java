package io.github.mavenfuzz.maven;

import io.github.mavenfuzz.report.VisibleText;
import java.util.stream.Collectors;
import org.apache.maven.plugin.logging.Log;

/**
 * Writes every message as one line in which a terminal obeys nothing: names of files, classes and
 * methods may hold anything. A block has several lines, between which no other module's line comes.
 */
final class VisibleLog implements Log {
  private final Log log;

  VisibleLog(Log log) {
    this.log = log;
  }

  private static String visible(CharSequence message) {
    return VisibleText.lines(String.valueOf(message)).replace("\n", "\\n");
  }

  /** Logs a text of several lines by one call, each line marked as an error. */
  void errorBlock(String text) {
    log.error(block(text, "[ERROR] "));
  }

  /** Logs a text of several lines by one call, each line marked as a warning. */
  void warnBlock(String text) {
    log.warn(block(text, "[WARNING] "));
  }

  /** Maven marks the first line of a message only. */
  private static String block(String text, String mark) {
    return text.lines().map(VisibleLog::visible).collect(Collectors.joining("\n" + mark));
  }

  @Override
  public boolean isDebugEnabled() {
    return log.isDebugEnabled();
  }

  @Override
  public void debug(CharSequence content) {
    log.debug(visible(content));
  }

  @Override
  public void debug(CharSequence content, Throwable error) {
    log.debug(visible(content), error);
  }

  @Override
  public void debug(Throwable error) {
    log.debug(error);
  }

  @Override
  public boolean isInfoEnabled() {
    return log.isInfoEnabled();
  }

  @Override
  public void info(CharSequence content) {
    log.info(visible(content));
  }

  @Override
  public void info(CharSequence content, Throwable error) {
    log.info(visible(content), error);
  }

  @Override
  public void info(Throwable error) {
    log.info(error);
  }

  @Override
  public boolean isWarnEnabled() {
    return log.isWarnEnabled();
  }

  @Override
  public void warn(CharSequence content) {
    log.warn(visible(content));
  }

  @Override
  public void warn(CharSequence content, Throwable error) {
    log.warn(visible(content), error);
  }

  @Override
  public void warn(Throwable error) {
    log.warn(error);
  }

  @Override
  public boolean isErrorEnabled() {
    return log.isErrorEnabled();
  }

  @Override
  public void error(CharSequence content) {
    log.error(visible(content));
  }

  @Override
  public void error(CharSequence content, Throwable error) {
    log.error(visible(content), error);
  }

  @Override
  public void error(Throwable error) {
    log.error(error);
  }
}
