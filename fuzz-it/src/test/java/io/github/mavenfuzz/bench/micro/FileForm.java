package io.github.mavenfuzz.bench.micro;

import io.github.mavenfuzz.input.InputCodec;
import io.github.mavenfuzz.input.MalformedInputException;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What reading and writing the file form of an input costs, which each call does. */
@State(Scope.Thread)
public class FileForm {
  @Param public Kind kind;

  @Param({"64", "4096"})
  public int length;

  private InputCodec codec;
  private List<Object> values;
  private byte[] file;

  @Setup
  public void encodeOnce() {
    codec = new InputCodec(kind.shape());
    values = kind.values(length);
    file = codec.encode(values);
  }

  @Benchmark
  public byte[] encode() {
    return codec.encode(values);
  }

  @Benchmark
  public List<Object> decode() throws MalformedInputException {
    return codec.decode(file);
  }
}
