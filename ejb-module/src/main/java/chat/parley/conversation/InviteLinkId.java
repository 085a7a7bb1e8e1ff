package chat.parley.conversation;

import chat.parley.platform.Ids;
import java.util.UUID;

/** The id of an invite link, which opens nothing. */
public record InviteLinkId(UUID value) {

  public static InviteLinkId next() {
    return new InviteLinkId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
