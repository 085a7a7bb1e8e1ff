package chat.parley.platform;

/** Texts as they are in UTF-8 (RFC 3629), without encoding them: each message is asked for it. */
public final class Utf8 {

  private Utf8() {}

  /** How many bytes a text has; negative when it holds half of a surrogate pair, and has none. */
  public static int length(String text) {
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        bytes++;
      } else if (c < 0x800) {
        bytes += 2;
      } else if (!Character.isSurrogate(c)) {
        bytes += 3;
      } else if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        bytes += 4;
        i++;
      } else {
        return -1;
      }
    }
    return bytes;
  }

  /** Whether a text is well-formed Unicode. */
  public static boolean isWellFormed(String text) {
    return length(text) >= 0;
  }
}
