package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.comm.SharedMemory;
import io.github.mavenfuzz.slot.ByteSlot;
import io.github.mavenfuzz.slot.ChoiceSlot;
import io.github.mavenfuzz.slot.MemoryWriter;
import io.github.mavenfuzz.slot.MutableInput;
import io.github.mavenfuzz.slot.NullableSlot;
import io.github.mavenfuzz.slot.NumberSlot;
import io.github.mavenfuzz.slot.SequenceSlot;
import io.github.mavenfuzz.slot.Slot;
import io.github.mavenfuzz.slot.TupleSlot;
import java.math.BigInteger;
import java.util.function.Consumer;

/**
 * Makes one argument smaller, part by part from the root of its tree to the leaves, and never
 * leaves the bounds of its type; in the main thread of a worker JVM.
 */
final class ArgumentShrinker {
  private final SharedMemory memory;
  private final MutableInput input;
  private final int index;
  private final MinimizeGoal goal;
  private final MemoryWriter form = new MemoryWriter();

  /**
   * @param input what is shrunk; at the end of a step it holds the smallest that was accepted
   * @param index of the argument
   */
  ArgumentShrinker(SharedMemory memory, MutableInput input, int index, MinimizeGoal goal) {
    this.memory = memory;
    this.input = input;
    this.index = index;
    this.goal = goal;
  }

  void shrink() {
    shrink(input.slot(index));
  }

  private void shrink(Slot slot) {
    if (slot instanceof SequenceSlot sequence) {
      shrinkSequence(sequence);
    } else if (slot instanceof TupleSlot tuple) {
      for (int i = 0; i < tuple.size() && !goal.isOver(); i++) {
        shrink(tuple.part(i));
      }
    } else if (slot instanceof NullableSlot nullable) {
      shrinkNullable(nullable);
    } else if (slot instanceof ByteSlot run && run.face() != ByteSlot.Face.INTEGER) {
      shrinkBytes(run);
    } else if (goal.keepsFailure()) {
      shrinkNumber(slot);
    }
  }

  private void shrinkSequence(SequenceSlot sequence) {
    sequence.setElements(ElementPass.shrink(sequence.elements(), trial(sequence::setElements)));
    for (int i = 0; i < sequence.size() && !goal.isOver(); i++) {
      shrink(sequence.element(i));
    }
  }

  private void shrinkNullable(NullableSlot nullable) {
    if (nullable.isPresent() && !trial(nullable::setPresent).accepts(false)) {
      nullable.setPresent(true);
      shrink(nullable.content());
    }
  }

  private void shrinkBytes(ByteSlot slot) {
    byte[] best = slot.bytes().toArray();
    Trial<byte[]> trial = trial(value -> slot.bytes().set(value, value.length));
    for (BytePass pass : BytePass.values()) {
      best = goal.keepsFailure() || pass.isCheap() ? pass.shrink(best, trial) : best;
    }
    slot.bytes().set(best, best.length);
  }

  private void shrinkNumber(Slot slot) {
    if (slot instanceof NumberSlot number) {
      long best = number.bits();
      Trial<Long> trial = trial(number::setBits);
      long simplest = number.nearestToZero();
      if (number.isBounded() && simplest != best && trial.accepts(simplest)) {
        best = simplest;
      }
      for (NumberPass pass : NumberPass.values()) {
        best = pass.shrink(number.kind(), best, trial);
      }
      number.setBits(best);
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
        if (goal.isOver()) {
          return false;
        }
        setter.accept(candidate);
        if (!input.slot(index).isValid()) {
          return false;
        }
        form.clear();
        input.write(form);
        memory.setValue(form.array(), form.length());
        return goal.holds();
      }

      @Override
      public boolean isOver() {
        return goal.isOver();
      }
    };
  }
}
