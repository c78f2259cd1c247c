package io.github.mavenfuzz.agent;

/**
 * Under what a class has its probes: two classes with the same identity have the same.
 *
 * @param name of the class, or of the family of classes that it is made in
 * @param crc of its bytes, or of what it shares with others of its family
 */
record ClassIdentity(String name, long crc) {

  /** That of a class which is redefined with other bytes, again and again maybe. */
  ClassIdentity redefined(byte[] classFile) {
    return new ClassIdentity(name, ClassShape.crc(classFile));
  }
}
