package chat.parley.platform;

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
