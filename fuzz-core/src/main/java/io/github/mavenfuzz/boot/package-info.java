/**
 * All that instrumented code touches. In a worker JVM the whole package lies on the boot class
 * path, so that every class loader sees the same classes; it uses nothing but {@code java.*}.
 */
package io.github.mavenfuzz.boot;
