package io.github.mavenfuzz.comm;

import io.github.mavenfuzz.mutate.Hint;
import io.github.mavenfuzz.mutate.Hint.Edit;

/** The form of hints in messages. */
final class HintCodec {
  private HintCodec() {}

  static void write(BinaryWriter out, Hint hint) {
    out.list(
        hint.edits(),
        (to, edit) ->
            to.integer(edit.slot()).integer(edit.from()).integer(edit.to()).bytes(edit.content()));
  }

  static Hint read(BinaryReader in) {
    return new Hint(
        in.list(from -> new Edit(from.integer(), from.integer(), from.integer(), from.bytes())));
  }
}
