package chat.parley.identity;

import chat.parley.platform.InvalidInput;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name people find an account by: 3 to 32 letters, digits, dots, underscores and hyphens,
 * beginning with a letter; compared and kept in lower case.
 */
public record Username(String value) {

  public static final int MIN_LENGTH = 3;
  public static final int MAX_LENGTH = 32;

  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9._-]{2,31}");

  public Username {
    // ASCII only before lower-casing: other alphabets have letters that fall onto ours.
    boolean ascii = value.chars().allMatch(each -> each < 128);
    value = value.toLowerCase(Locale.ROOT);
    if (!ascii || !FORM.matcher(value).matches()) {
      throw new InvalidInput(
          "/username",
          "3 to 32 letters a-z, digits, dots, underscores and hyphens, beginning with a letter.");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
