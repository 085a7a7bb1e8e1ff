package chat.parley.platform;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A name in the form that it is searched for: lower case, without accents, in ASCII. {@code
 * pg_trgm} takes letters outside ASCII only in databases of some locales; here each of them is
 * written as three digits of base 36, so that names in every script are compared by their letters
 * in every database.
 */
public final class NameKey {

  private static final int CODES = 36 * 36 * 36;
  private static final int ASCII = 128;

  private NameKey() {}

  /** The key of a name. */
  public static String of(String name) {
    StringBuilder key = new StringBuilder();
    Normalizer.normalize(name, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(NameKey::isNoAccent)
        .forEach(c -> append(key, c));
    return key.toString().strip();
  }

  private static boolean isNoAccent(int c) {
    return Character.getType(c) != Character.NON_SPACING_MARK;
  }

  private static void append(StringBuilder key, int c) {
    if (c < ASCII) {
      key.append((char) c);
    } else if (Character.isLetterOrDigit(c)) {
      key.append(Integer.toString(CODES + c % CODES, 36), 1, 4);
    } else {
      key.append(' ');
    }
  }
}
