package chat.parley.identity;

import chat.parley.platform.InvalidInput;

/**
 * A password as a person typed it: 1 to 128 characters of Unicode, any but control characters,
 * taken as they are (no trimming, no normalisation, no cutting). Never shows itself. What somebody
 * chooses is a {@link NewPassword}; shorter ones came with accounts of other systems.
 */
public record Password(String value) {

  public static final int MAX_LENGTH = 128;

  public Password {
    if (value.isEmpty() || value.codePointCount(0, value.length()) > MAX_LENGTH) {
      throw new InvalidInput("/password", "1 to 128 characters.");
    }
    if (value.codePoints().anyMatch(Character::isISOControl)) {
      throw new InvalidInput("/password", "No control characters.");
    }
  }

  @Override
  public String toString() {
    return "(password)";
  }
}
