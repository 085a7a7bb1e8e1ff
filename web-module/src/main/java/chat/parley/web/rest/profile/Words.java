package chat.parley.web.rest.profile;

import chat.parley.platform.InvalidInput;
import chat.parley.profile.Visibility;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The words of the wire for who is shown something, and for texts that may be empty. */
final class Words {

  private Words() {}

  static String of(Visibility visibility) {
    return visibility.name().toLowerCase(Locale.ROOT);
  }

  /**
   * What a word stands for.
   *
   * @param field of the visibility, where the word stands in the request
   * @throws InvalidInput when it is none
   */
  static @Nullable Visibility read(String field, @Nullable String word) {
    if (word == null) {
      return null;
    }
    for (Visibility visibility : Visibility.values()) {
      if (of(visibility).equals(word)) {
        return visibility;
      }
    }
    throw new InvalidInput("/visibility/" + field, "It is everyone, contacts or nobody.");
  }

  /** Nothing instead of an empty text: members that say nothing are left out. */
  static @Nullable String orAbsent(String text) {
    return text.isEmpty() ? null : text;
  }
}
