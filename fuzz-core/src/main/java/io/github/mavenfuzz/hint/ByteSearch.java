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
    List<Integer> places = new ArrayList<>();
    for (int at = 0; needle.length > 0 && at + needle.length <= length; at++) {
      if (isAt(array, at, needle, false)) {
        places.add(at);
        if (places.size() == most) {
          break;
        }
      }
    }
    return places;
  }

  /** As {@link #places}, but upper and lower case of ASCII letters do not count. */
  static List<Integer> caselessPlaces(byte[] array, int length, byte[] needle, int most) {
    List<Integer> places = new ArrayList<>();
    for (int at = 0; needle.length > 0 && at + needle.length <= length; at++) {
      if (isAt(array, at, needle, true)) {
        places.add(at);
        if (places.size() == most) {
          break;
        }
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
