package io.github.mavenfuzz.comm;

import io.github.mavenfuzz.failure.CallPath;
import io.github.mavenfuzz.failure.Cause;
import io.github.mavenfuzz.failure.Failure;
import io.github.mavenfuzz.failure.FailureKind;
import io.github.mavenfuzz.failure.KnownCause;
import io.github.mavenfuzz.failure.Place;
import io.github.mavenfuzz.failure.Severity;
import io.github.mavenfuzz.failure.Signature;

/** The binary form of failures and of what they are told by, in messages. */
final class FailureCodec {
  private FailureCodec() {}

  static void write(BinaryWriter out, Failure failure) {
    write(out, failure.signature());
    out.text(failure.exception()).text(failure.message()).text(failure.stackTrace());
    out.optional(failure.severity(), BinaryWriter::constant);
  }

  static Failure readFailure(BinaryReader in) {
    return new Failure(
        readSignature(in),
        in.text(),
        in.text(),
        in.text(),
        in.optional(reader -> reader.constant(Severity.values())));
  }

  static void write(BinaryWriter out, Signature signature) {
    write(out, signature.cause());
    write(out, signature.path());
  }

  static Signature readSignature(BinaryReader in) {
    return new Signature(readCause(in), readPath(in));
  }

  static void write(BinaryWriter out, KnownCause known) {
    write(out, known.cause());
    out.list(known.paths(), FailureCodec::write).flag(known.open());
  }

  static KnownCause readKnownCause(BinaryReader in) {
    return new KnownCause(readCause(in), in.list(FailureCodec::readPath), in.flag());
  }

  private static void write(BinaryWriter out, Cause cause) {
    out.constant(cause.kind()).text(cause.thrown()).text(cause.issue());
    out.list(cause.places(), FailureCodec::write);
  }

  private static Cause readCause(BinaryReader in) {
    return new Cause(
        in.constant(FailureKind.values()), in.text(), in.text(), in.list(FailureCodec::readPlace));
  }

  private static void write(BinaryWriter out, CallPath path) {
    out.list(path.callers(), FailureCodec::write).flag(path.cut());
  }

  private static CallPath readPath(BinaryReader in) {
    return new CallPath(in.list(FailureCodec::readPlace), in.flag());
  }

  private static void write(BinaryWriter out, Place place) {
    out.text(place.className()).text(place.method()).integer(place.line());
  }

  private static Place readPlace(BinaryReader in) {
    return new Place(in.text(), in.text(), in.integer());
  }
}
