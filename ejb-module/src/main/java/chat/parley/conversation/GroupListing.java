package chat.parley.conversation;

import chat.parley.profile.Interest;
import java.util.List;

/**
 * Whether everybody may find a group, and by what.
 *
 * @param interests what it is about; empty when it is not listed
 */
public record GroupListing(boolean listed, List<Interest> interests) {

  /** A group that only those find who are led to it. */
  public static final GroupListing NONE = new GroupListing(false, List.of());

  public GroupListing {
    interests = List.copyOf(interests);
  }
}
