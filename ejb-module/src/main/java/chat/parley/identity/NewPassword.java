package chat.parley.identity;

import chat.parley.platform.InvalidInput;

/**
 * A password that a person chooses: 8 to 128 characters of Unicode, taken as they are. Never shows
 * itself.
 */
public record NewPassword(Password typed) {

  public static final int MIN_LENGTH = 8;

  public NewPassword {
    String value = typed.value();
    if (value.codePointCount(0, value.length()) < MIN_LENGTH) {
      throw new InvalidInput("/password", "8 to 128 characters.");
    }
  }

  /** Of this text. */
  public static NewPassword of(String value) {
    return new NewPassword(new Password(value));
  }

  @Override
  public String toString() {
    return "(password)";
  }
}
