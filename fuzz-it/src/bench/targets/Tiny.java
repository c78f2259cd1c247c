// deps:
// seeds: seeds/tiny
package bench;

/** Ten branches over at most 64 bytes: shows what a fuzzer costs when the target costs nothing. */
public final class Tiny {
  static int reached;

  private Tiny() {}

  public static void fuzzerTestOneInput(byte[] d) {
    int n = 0;
    if (d.length > 64) return;
    if (d.length > 0 && d[0] == 'a') n++;
    if (d.length > 1 && d[1] > 'b') n++;
    if (d.length > 2 && d[2] < 'c') n++;
    if (d.length > 3 && d[3] == d[0]) n++;
    if (d.length > 10 && d[9] == 0) n++;
    if (d.length > 20 && (d[19] & 1) == 0) n++;
    if (d.length > 30 && d[29] == 'x') n++;
    if (d.length > 40 && d[39] > d[38]) n++;
    if (d.length > 50 && d[49] + d[48] == 100) n++;
    if (d.length > 60 && d[59] == 'q') n++;
    reached = n;
  }
}
