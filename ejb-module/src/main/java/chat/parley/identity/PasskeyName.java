package chat.parley.identity;

import chat.parley.platform.InvalidInput;

/** What a person calls a passkey: 1 to 64 characters. */
public record PasskeyName(String value) {

  public static final int MAX_LENGTH = 64;

  public PasskeyName {
    value = value.strip();
    if (value.isEmpty()
        || value.codePointCount(0, value.length()) > MAX_LENGTH
        || value.codePoints().anyMatch(PasskeyName::isForbidden)) {
      throw new InvalidInput("/name", "1 to 64 characters, no control characters.");
    }
  }

  /** Controls, and what turns the direction of the text that follows. */
  private static boolean isForbidden(int character) {
    return Character.isISOControl(character)
        || Character.getType(character) == Character.FORMAT
        || Character.getType(character) == Character.SURROGATE;
  }

  @Override
  public String toString() {
    return value;
  }
}
