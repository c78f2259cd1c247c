package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.comm.ExitCodes;
import io.github.mavenfuzz.comm.HaltReason;
import io.github.mavenfuzz.comm.SharedMemory;
import io.github.mavenfuzz.comm.UnreadableMemoryException;
import io.github.mavenfuzz.comm.WorkerComm;
import io.github.mavenfuzz.comm.WorkerSettings;
import io.github.mavenfuzz.input.MalformedInputException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/**
 * The main class of a worker JVM. The JVM halts, without running anything of the target's, as soon
 * as its connection ends: nothing outlives the coordinator. One that was told that its last run is
 * over ends in order instead, see {@link JvmEnd}.
 */
public final class WorkerMain {
  private WorkerMain() {}

  /**
   * @param args the location of the worker settings
   */
  public static void main(String[] args) throws IOException {
    WorkerSettings settings = WorkerSettings.load(Path.of(URI.create(args[0])));
    SharedMemory memory = SharedMemory.open(settings.memory());
    JvmEnd end = JvmEnd.prepare();
    OwnOutput output = OwnOutput.open();
    try {
      WorkerComm comm =
          new WorkerComm(
              settings.endpoint().connect(), cause -> connectionEnded(cause, memory, end));
      serve(new WorkerServer(settings, memory, comm, output, end), memory, end);
    } catch (UnreadableMemoryException | MalformedInputException spoilt) {
      memory.setHaltReason(HaltReason.UNREADABLE);
      end.halt(ExitCodes.INTERNAL);
    } catch (OutOfMemoryError leak) {
      memory.setHaltReason(HaltReason.OUT_OF_MEMORY);
      end.halt(ExitCodes.OUT_OF_MEMORY);
    } catch (Throwable fault) {
      memory.setHaltReason(HaltReason.INTERNAL);
      output.print(fault);
      end.halt(ExitCodes.INTERNAL);
    }
  }

  private static void serve(WorkerServer server, SharedMemory memory, JvmEnd end)
      throws MalformedInputException {
    try {
      server.serve();
    } catch (IOException gone) { // noticed here before it was on the thread that reads
      connectionEnded(null, memory, end);
      end.inOrder();
    }
  }

  /**
   * On the thread that reads.
   *
   * @param cause null unless the JVM is at fault: its heap is full, and not by a run
   */
  private static void connectionEnded(Throwable cause, SharedMemory memory, JvmEnd end) {
    if (end.isOrdered()) {
      return;
    }
    memory.setHaltReason(cause == null ? HaltReason.STOPPED : HaltReason.OUT_OF_MEMORY);
    end.halt(cause == null ? ExitCodes.STOPPED : ExitCodes.OUT_OF_MEMORY);
  }
}
