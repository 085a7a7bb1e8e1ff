package chat.parley.identity;

import chat.parley.platform.AccountId;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.Secrets;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A code that a person keeps for the day when nothing else opens his account: 80 random bits in 16
 * characters of Crockford's base 32, written in groups of four. Never shows itself.
 */
public record RecoveryCode(String value) {

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 16;
  private static final int GROUP = 4;
  private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");

  /** A code as a person typed it: in any case, with letters for digits that look alike. */
  public RecoveryCode {
    value =
        value
            .replaceAll("[\\s-]", "")
            .toUpperCase(Locale.ROOT)
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    if (!FORM.matcher(value).matches()) {
      throw new InvalidInput("/code", "16 letters and digits.");
    }
  }

  /** A new code. */
  public static RecoveryCode next(SecureRandom random) {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return new RecoveryCode(code.toString());
  }

  /** In groups, for a person to read. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < LENGTH; i += GROUP) {
      text.append(i == 0 ? "" : "-").append(value, i, i + GROUP);
    }
    return text.toString();
  }

  /** What is kept of the code of an account. */
  public byte[] hash(AccountId account) {
    return Secrets.hash(account + " " + value);
  }

  @Override
  public String toString() {
    return "(code)";
  }
}
