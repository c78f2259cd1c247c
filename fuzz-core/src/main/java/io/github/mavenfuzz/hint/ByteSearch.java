package io.github.mavenfuzz.hint;

import java.util.ArrayList;
import java.util.List;

/** Finds bytes in others. */
final class ByteSearch {
  private ByteSearch() {}

  /**
   * Where the bytes stand.
   *
   * @param length how many bytes of the array count
   * @param most how many places are wanted, the first ones
   * @return none for an empty needle
   */
  static List<Integer> places(byte[] array, int length, byte[] needle, int most) {
    return search(array, length, needle, most, false);
  }

  /** As {@link #places}, but upper and lower case of ASCII letters do not count. */
  static List<Integer> caselessPlaces(byte[] array, int length, byte[] needle, int most) {
    return search(array, length, needle, most, true);
  }

  private static List<Integer> search(
      byte[] array, int length, byte[] needle, int most, boolean caseless) {
    List<Integer> places = new ArrayList<>();
    int last = needle.length == 0 ? -1 : length - needle.length;
    for (int at = 0; at <= last && places.size() < most; at++) {
      if (isAt(array, at, needle, caseless)) {
        places.add(at);
      }
    }
    return places;
  }

  private static boolean isAt(byte[] array, int at, byte[] needle, boolean caseless) {
    for (int i = 0; i < needle.length; i++) {
      byte one = array[at + i];
      byte other = needle[i];
      if (one != other && !(caseless && lower(one) == lower(other))) {
        return false;
      }
    }
    return true;
  }

  private static int lower(byte letter) {
    return letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter;
  }
}
