package chat.parley.web.rest.profile;

import chat.parley.platform.InvalidInput;
import java.util.List;

/** The interests that a search names in its address. */
public final class InterestQuery {

  private InterestQuery() {}

  /**
   * The ids.
   *
   * @throws InvalidInput when one of them is no number
   */
  public static List<Integer> ids(List<String> interests) {
    return interests.stream().map(InterestQuery::number).toList();
  }

  private static int number(String text) {
    if (!text.matches("[1-9][0-9]{0,8}")) {
      throw new InvalidInput("/interest", "The id of an interest is a number.");
    }
    return Integer.parseInt(text);
  }
}
