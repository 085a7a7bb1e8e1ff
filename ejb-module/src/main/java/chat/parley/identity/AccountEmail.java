package chat.parley.identity;

import chat.parley.mail.EmailAddress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The e-mail addresses of an account, as its owner sees them.
 *
 * @param verified the one he has proven; null when there is none
 * @param waiting the one he has given and not proven yet; null when there is none
 */
public record AccountEmail(@Nullable Verified verified, @Nullable Waiting waiting) {

  /** An address that belongs to the account. */
  public record Verified(EmailAddress address, Instant at) {}

  /**
   * An address that a link can make the account's.
   *
   * @param expiresAt when the link that was sent last is no longer good
   * @param refused whether a mail server said that there is no such address
   */
  public record Waiting(EmailAddress address, Instant expiresAt, boolean refused) {}
}
