package chat.parley.identity;

import chat.parley.platform.Ids;
import java.util.UUID;

/** The id of one passkey, as we call it; its authenticator has another name for it. */
public record PasskeyId(UUID value) {

  public static PasskeyId next() {
    return new PasskeyId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
