package io.github.mavenfuzz.shrink;

import io.github.mavenfuzz.input.InputShape;
import io.github.mavenfuzz.slot.ByteSlot;
import io.github.mavenfuzz.slot.ChoiceSlot;
import io.github.mavenfuzz.slot.MutableInput;
import io.github.mavenfuzz.slot.NullableSlot;
import io.github.mavenfuzz.slot.NumberSlot;
import io.github.mavenfuzz.slot.SequenceSlot;
import io.github.mavenfuzz.slot.Slot;
import io.github.mavenfuzz.slot.TupleSlot;
import io.github.mavenfuzz.type.MapType;
import io.github.mavenfuzz.type.NullableType;
import io.github.mavenfuzz.type.RecordType;
import io.github.mavenfuzz.type.SequenceType;
import io.github.mavenfuzz.type.ValueType;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Makes an input smaller: its arguments in turn, each from the root of its tree to the leaves,
 * until none has become smaller since all were tried. Never leaves the bounds of a type.
 */
public final class InputShrinker {
  /** So many values within one are tried in its place. */
  private static final int MOST_SUBTREES = 64;

  private final List<ValueType> types;
  private final MutableInput input;
  private final Attempt attempt;
  private final Tries tries;

  /** The argument that is being made smaller. */
  private int argument;

  /**
   * @param input what is shrunk; in the end it holds the smallest that was accepted
   */
  public InputShrinker(InputShape shape, MutableInput input, Attempt attempt) {
    this.types = shape.types();
    this.input = input;
    this.attempt = attempt;
    this.tries = new Tries();
  }

  public void shrink() {
    long before;
    do {
      before = tries.successes();
      for (argument = 0; argument < types.size() && !isOver(); argument++) {
        shrink(types.get(argument), input.slot(argument));
      }
    } while (attempt.isThorough() && tries.successes() > before && !isOver());
  }

  private boolean isOver() {
    return attempt.isOver() || tries.isOver(input);
  }

  /**
   * @param type of the slot; null for a part of a value of the JDK's
   */
  private void shrink(ValueType type, Slot slot) {
    if (attempt.isThorough() && type != null) {
      replaceBySubtrees(type, slot);
    }
    if (slot instanceof SequenceSlot sequence) {
      shrinkSequence(type, sequence);
    } else if (slot instanceof TupleSlot tuple) {
      for (int i = 0; i < tuple.size() && !isOver(); i++) {
        shrink(partType(type, i), tuple.part(i));
      }
    } else if (slot instanceof NullableSlot nullable) {
      shrinkNullable(type, nullable);
    } else if (slot instanceof ByteSlot run && run.face() != ByteSlot.Face.INTEGER) {
      shrinkRun(run);
    } else if (attempt.isThorough()) {
      shrinkNumber(slot);
    }
  }

  private static ValueType partType(ValueType type, int index) {
    if (type instanceof MapType map) { // of an entry
      return index == 0 ? map.key() : map.value();
    }
    return type instanceof RecordType record ? record.components().get(index).type() : null;
  }

  private void replaceBySubtrees(ValueType type, Slot slot) {
    boolean smaller = slot instanceof SequenceSlot || slot instanceof TupleSlot;
    while (smaller && !isOver()) {
      Object before = slot.value();
      Trial<Object> trial = trial(slot::load);
      smaller = Subtrees.within(type, slot, MOST_SUBTREES).stream().anyMatch(trial::accepts);
      if (!smaller) {
        slot.load(before);
      }
    }
  }

  private void shrinkSequence(ValueType type, SequenceSlot sequence) {
    Trial<List<Slot>> trial = trial(sequence::setElements);
    sequence.setElements(ElementPass.shrink(sequence.elements(), trial));
    if (attempt.isThorough()) {
      sequence.setElements(
          ElementPass.shrinkFurther(
              sequence.elements(), slot -> Optional.ofNullable(slot.value()), trial));
    }
    ValueType element = type instanceof SequenceType list ? list.element() : type;
    for (int i = 0; i < sequence.size() && !isOver(); i++) {
      shrinkElement(element, sequence.element(i));
    }
  }

  /** An entry of a map has the map's type here. */
  private void shrinkElement(ValueType type, Slot element) {
    if (type instanceof MapType && element instanceof TupleSlot entry) {
      shrink(partType(type, 0), entry.part(0));
      shrink(partType(type, 1), entry.part(1));
    } else {
      shrink(type, element);
    }
  }

  private void shrinkNullable(ValueType type, NullableSlot nullable) {
    if (nullable.isPresent() && !trial(nullable::setPresent).accepts(false)) {
      nullable.setPresent(true);
      shrink(((NullableType) type).of(), nullable.content());
    }
  }

  private void shrinkRun(ByteSlot slot) {
    RunShrinker shrinker = new RunShrinker(slot);
    Trial<int[]> trial = trial(shrinker::set);
    int[] run = shrinker.run();
    shrinker.set(
        attempt.isThorough() ? shrinker.shrink(run, trial) : shrinker.shrinkQuickly(run, trial));
  }

  private void shrinkNumber(Slot slot) {
    if (slot instanceof NumberSlot number) {
      NumberShrinker.shrink(number, trial(number::setBits));
    } else if (slot instanceof ChoiceSlot choice) {
      shrinkChoice(choice);
    } else if (slot instanceof ByteSlot integer) {
      BigInteger value = (BigInteger) integer.value();
      integer.load(BigIntegerPass.shrink(value, trial(integer::load)));
    }
  }

  private void shrinkChoice(ChoiceSlot choice) {
    int before = choice.index();
    int plainer = before < 0 ? choice.size() : before;
    Trial<Integer> trial = trial(choice::choose);
    for (int i = 0; i < plainer; i++) {
      if (trial.accepts(i)) {
        return;
      }
    }
    choice.choose(before);
  }

  private <T> Trial<T> trial(Consumer<T> setter) {
    return new Trial<>() {
      @Override
      public boolean accepts(T candidate) {
        if (InputShrinker.this.isOver()) {
          return false;
        }
        setter.accept(candidate);
        if (!input.slot(argument).isValid()) {
          return false;
        }
        boolean accepted = attempt.holds();
        tries.tried(accepted);
        return accepted;
      }

      @Override
      public boolean isOver() {
        return InputShrinker.this.isOver();
      }
    };
  }
}
