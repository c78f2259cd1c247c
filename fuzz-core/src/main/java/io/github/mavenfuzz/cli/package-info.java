/** A command line with libFuzzer's flags and output, for what drives fuzzers of that kind. */
package io.github.mavenfuzz.cli;
