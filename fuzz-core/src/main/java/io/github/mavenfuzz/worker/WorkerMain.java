package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.comm.ExitCodes;
import io.github.mavenfuzz.comm.HaltReason;
import io.github.mavenfuzz.comm.SharedMemory;
import io.github.mavenfuzz.comm.WorkerComm;
import io.github.mavenfuzz.comm.WorkerSettings;
import io.github.mavenfuzz.input.MalformedInputException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The main class of a worker JVM. The JVM halts, without running anything of the target's, as soon
 * as its connection ends: nothing outlives the coordinator.
 */
public final class WorkerMain {
  private WorkerMain() {}

  /**
   * @param args the path of the worker settings
   */
  public static void main(String[] args) throws IOException {
    WorkerSettings settings = WorkerSettings.load(Path.of(args[0]));
    SharedMemory memory = SharedMemory.open(settings.memory());
    try {
      WorkerComm comm =
          new WorkerComm(
              settings.endpoint().connect(), () -> Runtime.getRuntime().halt(ExitCodes.STOPPED));
      serve(settings, memory, comm);
    } catch (OutOfMemoryError leak) {
      memory.setHaltReason(HaltReason.OUT_OF_MEMORY);
      Runtime.getRuntime().halt(ExitCodes.OUT_OF_MEMORY);
    } catch (Throwable fault) {
      memory.setHaltReason(HaltReason.INTERNAL);
      fault.printStackTrace();
      System.err.flush();
      Runtime.getRuntime().halt(ExitCodes.INTERNAL);
    }
  }

  private static void serve(WorkerSettings settings, SharedMemory memory, WorkerComm comm)
      throws MalformedInputException {
    try {
      new WorkerServer(settings, memory, comm).serve();
    } catch (IOException gone) { // noticed here before it was on the thread that reads
      Runtime.getRuntime().halt(ExitCodes.STOPPED);
    }
  }
}
