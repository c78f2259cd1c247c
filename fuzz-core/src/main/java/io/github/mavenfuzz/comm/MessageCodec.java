package io.github.mavenfuzz.comm;

import io.github.mavenfuzz.comm.Response.Failed;
import io.github.mavenfuzz.comm.Response.Instrumented;
import io.github.mavenfuzz.comm.Response.Outcome;
import io.github.mavenfuzz.comm.Response.Refusals;
import io.github.mavenfuzz.coverage.ClassProbes;
import io.github.mavenfuzz.coverage.LeftOut;
import io.github.mavenfuzz.coverage.SparseBits;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The form of messages on the connection: a byte that says which it is, then its components in
 * their order. It does not describe itself, since both sides are of one version: the coordinator
 * starts worker JVMs with its own jar.
 */
final class MessageCodec {
  /**
   * A kind of message.
   *
   * @param reader of its components
   */
  private record Kind(Class<? extends Message> type, Function<BinaryReader, Message> reader) {}

  /** All kinds; the byte that says which it is counts them from 1, for garbage is often 0. */
  private static final List<Kind> KINDS =
      List.of(
          new Kind(Call.Ping.class, Call.Ping::read),
          new Kind(Call.TearDown.class, Call.TearDown::read),
          new Kind(Call.WarmUp.class, Call.WarmUp::read),
          new Kind(Call.Confirm.class, Call.Confirm::read),
          new Kind(Call.Fuzz.class, Call.Fuzz::read),
          new Kind(Call.Minimize.class, Call.Minimize::read),
          new Kind(Call.Trace.class, Call.Trace::read),
          new Kind(Response.Pong.class, Response.Pong::read),
          new Kind(Response.TornDown.class, Response.TornDown::read),
          new Kind(Response.WarmedUp.class, Response.WarmedUp::read),
          new Kind(Response.Confirmed.class, Response.Confirmed::read),
          new Kind(Response.Fuzzed.class, Response.Fuzzed::read),
          new Kind(Response.Minimized.class, Response.Minimized::read),
          new Kind(Response.Traced.class, Response.Traced::read),
          new Kind(Response.ExitReport.class, Response.ExitReport::read));

  private MessageCodec() {}

  static byte[] write(Message message) {
    BinaryWriter out = new BinaryWriter();
    int index = 0;
    while (!KINDS.get(index).type.isInstance(message)) {
      index++;
    }
    message.write(out.tag(index + 1));
    return out.toBytes();
  }

  /**
   * @throws IllegalStateException when it is no message
   */
  static Message read(byte[] bytes) {
    BinaryReader in = new BinaryReader(bytes);
    try {
      Message message = KINDS.get(in.tag() - 1).reader.apply(in);
      in.expectEnd();
      return message;
    } catch (RuntimeException e) {
      throw new IllegalStateException("not a message: " + e.getMessage(), e);
    }
  }

  static void write(BinaryWriter out, Outcome outcome) {
    write(out, outcome.instrumented());
    out.optional(outcome.refusals(), MessageCodec::write);
    out.optional(outcome.failed(), (to, failed) -> failed.write(to)).flag(outcome.ending());
  }

  static Outcome readOutcome(BinaryReader in) {
    return new Outcome(
        readInstrumented(in),
        in.optional(MessageCodec::readRefusals),
        in.optional(Failed::read),
        in.flag());
  }

  static void write(BinaryWriter out, SparseBits bits) {
    int before = 0;
    ByteArrayOutputStream probes = new ByteArrayOutputStream();
    for (int probe : bits.probes()) {
      writeDistance(probes, probe - before);
      before = probe;
    }
    out.bytes(bits.bits()).bytes(probes.toByteArray());
  }

  /** Seven bits a byte, the lowest first: probes that are hit together are close together. */
  private static void writeDistance(ByteArrayOutputStream out, int distance) {
    int left = distance;
    while (left >= 1 << 7) {
      out.write(left | 1 << 7);
      left >>>= 7;
    }
    out.write(left);
  }

  static SparseBits readBits(BinaryReader in) {
    byte[] bits = in.bytes();
    List<Integer> probes = new ArrayList<>(bits.length);
    int probe = 0;
    int distance = 0;
    int shift = 0;
    for (byte part : in.bytes()) {
      distance |= (part & (1 << 7) - 1) << shift;
      shift += 7;
      if (part >= 0) {
        probe += distance;
        probes.add(probe);
        distance = 0;
        shift = 0;
      }
    }
    return new SparseBits(probes, bits);
  }

  static void write(BinaryWriter out, Preparation preparation) {
    out.text(preparation.error()).text(preparation.skipped());
    out.texts(preparation.warnings()).text(preparation.note());
  }

  static Preparation readPreparation(BinaryReader in) {
    return new Preparation(in.text(), in.text(), in.texts(), in.text());
  }

  static void write(BinaryWriter out, Instrumented instrumented) {
    out.list(instrumented.classes(), MessageCodec::write).integer(instrumented.uninstrumented());
    out.list(instrumented.leftOut(), MessageCodec::write);
  }

  static Instrumented readInstrumented(BinaryReader in) {
    return new Instrumented(
        in.list(MessageCodec::readProbes), in.integer(), in.list(MessageCodec::readLeftOut));
  }

  private static void write(BinaryWriter out, LeftOut leftOut) {
    out.constant(leftOut.reason()).text(leftOut.name()).integer(leftOut.classes());
  }

  private static LeftOut readLeftOut(BinaryReader in) {
    return new LeftOut(in.constant(LeftOut.Reason.values()), in.text(), in.integer());
  }

  private static void write(BinaryWriter out, ClassProbes probes) {
    out.text(probes.className()).number(probes.crc());
    out.integer(probes.first()).integer(probes.count());
  }

  private static ClassProbes readProbes(BinaryReader in) {
    return new ClassProbes(in.text(), in.number(), in.integer(), in.integer());
  }

  private static void write(BinaryWriter out, Refusals refusals) {
    out.number(refusals.runs()).text(refusals.reason());
  }

  private static Refusals readRefusals(BinaryReader in) {
    return new Refusals(in.number(), in.text());
  }
}
