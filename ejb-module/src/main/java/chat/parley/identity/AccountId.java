package chat.parley.identity;

import chat.parley.platform.Ids;
import java.util.UUID;

/** The opaque id of an account; never changes, never reused. */
public record AccountId(UUID value) {

  public static AccountId next() {
    return new AccountId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
