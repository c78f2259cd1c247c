package io.github.mavenfuzz.agent;

/**
 * The identity under which a class has its probes: classes with the same identity share them.
 *
 * @param name of the class, or of the family of classes that it is made in
 * @param crc of its bytes, or of what it shares with others of its family
 */
record ClassIdentity(String name, long crc) {

  /** The identity of a class that is redefined with other bytes, perhaps again and again. */
  ClassIdentity redefined(byte[] classFile) {
    return new ClassIdentity(name, ClassShape.crc(classFile));
  }
}
