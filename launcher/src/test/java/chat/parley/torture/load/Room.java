package chat.parley.torture.load;

import java.util.List;

/**
 * A conversation in use.
 *
 * @param host the account that is a member all the time
 * @param guests the accounts of the others, who in a group come and go
 */
public record Room(String conversation, String host, List<String> guests) {
  public Room {
    guests = List.copyOf(guests);
  }

  /** The name of its stream. */
  public String stream() {
    return "c/" + conversation;
  }
}
