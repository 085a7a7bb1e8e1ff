package chat.parley.profile;

import java.util.List;

/**
 * The interests of a person, for himself.
 *
 * @param asked whether he has answered the question for them, be it with none
 */
public record OwnInterests(List<Interest> interests, boolean asked) {

  public OwnInterests {
    interests = List.copyOf(interests);
  }
}
