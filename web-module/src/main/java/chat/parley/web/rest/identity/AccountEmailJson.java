package chat.parley.web.rest.identity;

import chat.parley.identity.AccountEmail;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The e-mail addresses of the caller's own account. */
@Schema(
    name = "AccountEmail",
    description = "The e-mail addresses of the caller's own account: what is absent is not there.")
public record AccountEmailJson(@Nullable Verified verified, @Nullable Waiting waiting) {

  /** The address that belongs to the account. */
  @Schema(name = "VerifiedEmail", description = "The address that belongs to the account.")
  public record Verified(@Schema(example = EmailSchema.EXAMPLE) String email, Instant verifiedAt) {

    static Verified of(AccountEmail.Verified verified) {
      return new Verified(verified.address().value(), verified.at());
    }

    /** Without the address. */
    @Override
    public String toString() {
      return "Verified[verifiedAt=" + verifiedAt + "]";
    }
  }

  /** The address that a link makes the account's. */
  @Schema(name = "WaitingEmail", description = "The address that a link makes the account's.")
  public record Waiting(
      @Schema(example = EmailSchema.EXAMPLE) String email,
      @Schema(description = "When the link that was sent last is no longer good.")
          Instant linkExpiresAt,
      @Schema(description = "Whether a mail server said that there is no such address.")
          boolean refused) {

    static Waiting of(AccountEmail.Waiting waiting) {
      return new Waiting(waiting.address().value(), waiting.expiresAt(), waiting.refused());
    }

    /** Without the address. */
    @Override
    public String toString() {
      return "Waiting[linkExpiresAt=" + linkExpiresAt + "]";
    }
  }

  static AccountEmailJson of(AccountEmail email) {
    AccountEmail.Verified verified = email.verified();
    AccountEmail.Waiting waiting = email.waiting();
    return new AccountEmailJson(
        verified == null ? null : Verified.of(verified),
        waiting == null ? null : Waiting.of(waiting));
  }
}
