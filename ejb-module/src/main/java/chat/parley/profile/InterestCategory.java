package chat.parley.profile;

import java.util.List;

/**
 * Interests of one kind.
 *
 * @param interests by name
 */
public record InterestCategory(String id, String name, List<Interest> interests) {

  public InterestCategory {
    interests = List.copyOf(interests);
  }
}
