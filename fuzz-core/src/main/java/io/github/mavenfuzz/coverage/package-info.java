/** Coverage bits, the masks made of them, and the numbering of probes on both sides. */
package io.github.mavenfuzz.coverage;
