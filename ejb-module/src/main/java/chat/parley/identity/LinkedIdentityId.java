package chat.parley.identity;

import chat.parley.platform.Ids;
import java.util.UUID;

/** The id of one link between an account and an identity at an issuer. */
public record LinkedIdentityId(UUID value) {

  public static LinkedIdentityId next() {
    return new LinkedIdentityId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
