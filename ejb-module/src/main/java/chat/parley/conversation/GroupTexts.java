package chat.parley.conversation;

import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import chat.parley.platform.Utf8;
import java.util.function.IntPredicate;

/** The bounds on what people write about a group. */
final class GroupTexts {

  private GroupTexts() {}

  /** A name without blanks around it. */
  static String name(String text) {
    String name = text.strip();
    check("/name", name, Character::isISOControl);
    if (name.isEmpty() || name.codePointCount(0, name.length()) > Limits.GROUP_NAME_LENGTH) {
      throw new InvalidInput(
          "/name", "A name has 1 to " + Limits.GROUP_NAME_LENGTH + " characters.");
    }
    return name;
  }

  /** A description without blanks around it. */
  static String description(String text) {
    String description = text.strip();
    check("/description", description, c -> Character.isISOControl(c) && c != '\n');
    if (description.codePointCount(0, description.length()) > Limits.GROUP_DESCRIPTION_LENGTH) {
      throw new InvalidInput(
          "/description",
          "A description has at most " + Limits.GROUP_DESCRIPTION_LENGTH + " characters.");
    }
    return description;
  }

  private static void check(String pointer, String text, IntPredicate unwanted) {
    if (!Utf8.isWellFormed(text)) {
      throw new InvalidInput(pointer, "The text is not well-formed Unicode.");
    }
    if (text.chars().anyMatch(unwanted)) {
      throw new InvalidInput(pointer, "The text holds a control character.");
    }
  }
}
