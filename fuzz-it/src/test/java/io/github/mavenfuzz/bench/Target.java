package io.github.mavenfuzz.bench;

import java.nio.file.Path;
import java.util.List;

/**
 * A target as its author wrote it: one source file of a class with a static {@code
 * fuzzerTestOneInput(byte[])}.
 *
 * @param name as users select it: that of the source file without its ending
 * @param source the file
 * @param packageName empty for the unnamed package
 * @param dependencies {@code g:a:v} or {@code g:a:v:classifier} of what the class needs
 * @param seeds the folder of its seeds, or null
 * @param goTest the same target for Go's fuzzer, or null
 */
record Target(
    String name,
    Path source,
    String packageName,
    List<String> dependencies,
    Path seeds,
    Path goTest) {

  /** The fully qualified name of its class, which is that of the file. */
  String className() {
    return qualify(name);
  }

  /** A class of the same package. */
  String qualify(String simpleName) {
    return packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
  }
}
