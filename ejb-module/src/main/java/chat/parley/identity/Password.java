package chat.parley.identity;

import chat.parley.platform.InvalidInput;

/**
 * A password as a person typed it: 8 to 128 characters of Unicode, any but control characters,
 * taken as they are (no trimming, no normalisation, no cutting). Never shows itself.
 */
public record Password(String value) {

  public static final int MIN_LENGTH = 8;
  public static final int MAX_LENGTH = 128;

  public Password {
    int length = value.codePointCount(0, value.length());
    if (length < MIN_LENGTH || length > MAX_LENGTH) {
      throw new InvalidInput("/password", "8 to 128 characters.");
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
