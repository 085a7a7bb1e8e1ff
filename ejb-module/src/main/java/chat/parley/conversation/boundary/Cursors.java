package chat.parley.conversation.boundary;

import chat.parley.platform.AccountId;
import chat.parley.platform.InvalidInput;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The cursors of lists in the order of an id: that of the last item. */
final class Cursors {

  private Cursors() {}

  /** The account that a page begins behind; null for the first page. */
  static @Nullable AccountId account(@Nullable String text) {
    return text == null ? null : new AccountId(id(text));
  }

  /**
   * The id that a page begins behind.
   *
   * @throws InvalidInput when the text is none
   */
  static UUID id(String text) {
    try {
      UUID id = UUID.fromString(text);
      if (id.toString().equals(text)) {
        return id;
      }
    } catch (IllegalArgumentException e) {
      // Answered below, as every other text that is no cursor.
    }
    throw new InvalidInput("/after", "This is not a cursor of this list.");
  }
}
