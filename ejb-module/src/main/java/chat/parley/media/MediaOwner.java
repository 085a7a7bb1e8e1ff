package chat.parley.media;

import chat.parley.platform.AccountId;
import java.util.UUID;

/** Whose an upload is: an account's, or that of a group, which outlives those who speak for it. */
public record MediaOwner(UUID value) {

  /** An account. */
  public static MediaOwner of(AccountId account) {
    return new MediaOwner(account.value());
  }
}
