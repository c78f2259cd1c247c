package io.github.mavenfuzz.comm;

import io.github.mavenfuzz.comm.Response.Instrumented;
import io.github.mavenfuzz.comm.Response.Refusals;
import io.github.mavenfuzz.coverage.ClassProbes;
import io.github.mavenfuzz.coverage.LeftOut;

/**
 * The form of messages on the connection: a byte that says which it is, then its components in
 * their order. It does not describe itself, since both sides are of one version: the coordinator
 * starts worker JVMs with its own jar.
 */
final class MessageForm {
  private static final int PING = 1;
  private static final int TEAR_DOWN = 2;
  private static final int FUZZ = 3;
  private static final int MINIMIZE = 4;
  private static final int PONG = 5;
  private static final int TORN_DOWN = 6;
  private static final int FUZZED = 7;
  private static final int LATE = 8;
  private static final int MINIMIZED = 9;
  private static final int WARM_UP = 10;

  private MessageForm() {}

  static byte[] write(Message message) {
    BinaryWriter out = new BinaryWriter();
    if (message instanceof Call call) {
      write(out, call);
    } else if (message instanceof Response response) {
      write(out, response);
    }
    return out.toBytes();
  }

  private static void write(BinaryWriter out, Call message) {
    if (message instanceof Call.Ping) {
      out.tag(PING);
    } else if (message instanceof Call.TearDown) {
      out.tag(TEAR_DOWN);
    } else if (message instanceof Call.Fuzz call) {
      out.tag(FUZZ).number(call.sliceMillis()).number(call.limit());
      out.integer(call.maskLength()).list(call.known(), FailureForm::write);
    } else if (message instanceof Call.WarmUp call) {
      out.tag(WARM_UP).list(call.lengths(), BinaryWriter::integer);
      out.integer(call.runs()).number(call.sliceMillis());
    } else if (message instanceof Call.Minimize call) {
      out.tag(MINIMIZE).number(call.limitMillis()).number(call.limit());
      write(out, call.keep());
    }
  }

  private static void write(BinaryWriter out, Call.Keep keep) {
    out.optional(keep.signature(), FailureForm::write).integer(keep.coverageLength());
    out.list(keep.known(), FailureForm::write);
  }

  private static Call.Keep readKeep(BinaryReader in) {
    return new Call.Keep(
        in.optional(FailureForm::readSignature),
        in.integer(),
        in.list(FailureForm::readKnownCause));
  }

  private static void write(BinaryWriter out, Response message) {
    if (message instanceof Response.Pong pong) {
      out.tag(PONG);
      write(out, pong.instrumented());
      write(out, pong.preparation());
    } else if (message instanceof Response.TornDown tornDown) {
      out.tag(TORN_DOWN);
      write(out, tornDown.instrumented());
      out.text(tornDown.problem());
    } else if (message instanceof Response.Fuzzed fuzzed) {
      out.tag(FUZZED);
      write(out, fuzzed.instrumented());
      out.optional(fuzzed.refusals(), MessageForm::write).integer(fuzzed.coverageLength());
      out.optional(fuzzed.failure(), FailureForm::write);
      out.number(fuzzed.inputCrc()).flag(fuzzed.ending());
    } else if (message instanceof Response.Late late) {
      out.tag(LATE);
      write(out, late.instrumented());
      out.optional(late.refusals(), MessageForm::write);
      FailureForm.write(out, late.failure());
      out.bytes(late.input()).flag(late.ending());
    } else if (message instanceof Response.Minimized minimized) {
      out.tag(MINIMIZED);
      write(out, minimized.instrumented());
      out.flag(minimized.reproduced()).integer(minimized.coverageLength());
      out.optional(minimized.failure(), FailureForm::write);
      out.list(minimized.others(), MessageForm::write).flag(minimized.ending());
    }
  }

  private static void write(BinaryWriter out, Response.Other other) {
    FailureForm.write(out, other.failure());
    out.bytes(other.input());
  }

  private static Response.Other readOther(BinaryReader in) {
    return new Response.Other(FailureForm.readFailure(in), in.bytes());
  }

  /**
   * @throws IllegalStateException when it is no message
   */
  static Message read(byte[] bytes) {
    BinaryReader in = new BinaryReader(bytes);
    try {
      Message message = read(in);
      in.expectEnd();
      return message;
    } catch (RuntimeException e) {
      throw new IllegalStateException("not a message: " + e.getMessage(), e);
    }
  }

  private static Message read(BinaryReader in) {
    int tag = in.tag();
    return switch (tag) {
      case PING -> new Call.Ping();
      case TEAR_DOWN -> new Call.TearDown();
      case FUZZ ->
          new Call.Fuzz(
              in.number(), in.number(), in.integer(), in.list(FailureForm::readKnownCause));
      case WARM_UP -> new Call.WarmUp(in.list(BinaryReader::integer), in.integer(), in.number());
      case MINIMIZE -> new Call.Minimize(in.number(), in.number(), readKeep(in));
      case PONG -> new Response.Pong(readInstrumented(in), readPreparation(in));
      case TORN_DOWN -> new Response.TornDown(readInstrumented(in), in.text());
      case FUZZED ->
          new Response.Fuzzed(
              readInstrumented(in),
              in.optional(MessageForm::readRefusals),
              in.integer(),
              in.optional(FailureForm::readFailure),
              in.number(),
              in.flag());
      case LATE ->
          new Response.Late(
              readInstrumented(in),
              in.optional(MessageForm::readRefusals),
              FailureForm.readFailure(in),
              in.bytes(),
              in.flag());
      case MINIMIZED ->
          new Response.Minimized(
              readInstrumented(in),
              in.flag(),
              in.integer(),
              in.optional(FailureForm::readFailure),
              in.list(MessageForm::readOther),
              in.flag());
      default -> throw new IllegalStateException("there is no kind " + tag);
    };
  }

  private static void write(BinaryWriter out, Preparation preparation) {
    out.text(preparation.error()).text(preparation.skipped());
    out.texts(preparation.warnings()).text(preparation.note());
  }

  private static Preparation readPreparation(BinaryReader in) {
    return new Preparation(in.text(), in.text(), in.texts(), in.text());
  }

  private static void write(BinaryWriter out, Instrumented instrumented) {
    out.list(instrumented.classes(), MessageForm::write).integer(instrumented.uninstrumented());
    out.list(instrumented.leftOut(), MessageForm::write);
  }

  private static Instrumented readInstrumented(BinaryReader in) {
    return new Instrumented(
        in.list(MessageForm::readProbes), in.integer(), in.list(MessageForm::readLeftOut));
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
