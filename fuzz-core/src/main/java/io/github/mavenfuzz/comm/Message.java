package io.github.mavenfuzz.comm;

/** What goes over the connection. Each kind writes and reads its own components. */
public sealed interface Message permits Call, Response {

  /** Writes the components in their order; see {@link MessageCodec}. */
  void write(BinaryWriter out);
}
