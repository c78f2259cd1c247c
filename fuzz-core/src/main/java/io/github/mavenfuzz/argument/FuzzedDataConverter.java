package io.github.mavenfuzz.argument;

import io.github.mavenfuzz.jazzer.BytesDataProvider;

/**
 * Makes Jazzer's providers of bytes. A class of its own, so that Jazzer's API is needed only where
 * a target uses it.
 */
final class FuzzedDataConverter implements Converter {
  @Override
  public Object convert(Object plain) {
    return new BytesDataProvider((byte[]) plain);
  }
}
