package io.github.mavenfuzz.it.robustness;

import java.io.IOException;
import org.junit.jupiter.api.Assumptions;

/** Scripts that limit what a command line has, see {@link CommandLine#inShell}. */
final class Shell {
  /** A user of its own, as the limit of threads counts those of all processes of a user. */
  static final String AS_ANOTHER_USER_WITH_FEW_THREADS =
      "chmod -R a+rwX . && exec setpriv --reuid=$((50000 + $$ % 10000)) --clear-groups"
          + " prlimit --nproc=150 -- \"$@\"";

  private Shell() {}

  /**
   * @param directory over which a small file system is mounted, seen by the command only
   * @param size as for tmpfs
   */
  static String onSmallDisk(String directory, String size) {
    return "exec unshare -rm bash -c 'mount -t tmpfs -o mode=0700,size="
        + size
        + " tmpfs "
        + directory
        + " && exec \"$@\"' bash \"$@\"";
  }

  /** Skips a row unless this machine can do what its script needs. */
  static void require(String script) throws IOException, InterruptedException {
    if (script != null && script.contains("unshare")) {
      Assumptions.assumeTrue(
          succeeds("unshare -rm mount -t tmpfs tmpfs /mnt"), "no file system can be mounted here");
    }
    if (script != null && script.contains("setpriv")) {
      Assumptions.assumeTrue(
          succeeds("test $(id -u) = 0 && setpriv --version"), "this needs the superuser");
    }
    if (script != null && script.contains("ulimit")) {
      Assumptions.assumeTrue(succeeds("ulimit -n 500"), "there is no limit of files here");
    }
  }

  private static boolean succeeds(String command) throws InterruptedException {
    try {
      return new ProcessBuilder("bash", "-c", command + " > /dev/null 2>&1").start().waitFor() == 0;
    } catch (IOException e) {
      return false; // there is no bash
    }
  }
}
