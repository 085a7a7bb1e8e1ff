package chat.parley.identity;

import chat.parley.platform.Ids;
import java.util.UUID;

/** The id of one signed-in session, the {@code sid} claim of its access tokens. */
public record SessionId(UUID value) {

  public static SessionId next() {
    return new SessionId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
