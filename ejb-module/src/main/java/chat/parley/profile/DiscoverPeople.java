package chat.parley.profile;

import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The wish to find people: by words, or by interests, or by both; by one's own interests when it
 * names nothing.
 *
 * @param words of a user name, a display name or what people write about themselves; null for any
 * @param interests ids; empty for any
 */
public record DiscoverPeople(@Nullable String words, List<Integer> interests) {

  private static final int SHORTEST = 2;

  public DiscoverPeople {
    interests = List.copyOf(new LinkedHashSet<>(interests));
    if (interests.size() > Limits.SEARCH_INTERESTS) {
      throw new InvalidInput("/interest", "At most " + Limits.SEARCH_INTERESTS + " interests.");
    }
    if (words != null) {
      words = ProfileTexts.line("/q", words, Limits.SEARCH_TEXT_LENGTH);
      if (words.codePointCount(0, words.length()) < SHORTEST) {
        throw new InvalidInput("/q", "2 to " + Limits.SEARCH_TEXT_LENGTH + " characters.");
      }
    }
  }
}
