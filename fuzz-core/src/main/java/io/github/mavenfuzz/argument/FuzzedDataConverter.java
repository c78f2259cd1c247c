package io.github.mavenfuzz.argument;

import io.github.mavenfuzz.jazzer.BytesDataProvider;
import io.github.mavenfuzz.jazzer.TakenLog;
import io.github.mavenfuzz.jazzer.TracedDataProvider;

/**
 * Makes Jazzer's providers of bytes. A class of its own, so that Jazzer's API is needed only where
 * a target uses it.
 */
final class FuzzedDataConverter implements Converter {
  private final TakenLog log;

  /**
   * @param log told what the target takes, or null
   */
  FuzzedDataConverter(TakenLog log) {
    this.log = log;
  }

  @Override
  public Object convert(Object plain) {
    byte[] data = (byte[]) plain;
    return log == null ? new BytesDataProvider(data) : new TracedDataProvider(data, log);
  }
}
