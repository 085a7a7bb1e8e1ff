package chat.parley.conversation;

import chat.parley.profile.Interest;
import java.util.List;

/**
 * A group that everybody may find, as a stranger sees it.
 *
 * @param group what one would join
 * @param interests what it is about
 */
public record ListedGroup(Invitation group, List<Interest> interests) {

  public ListedGroup {
    interests = List.copyOf(interests);
  }
}
