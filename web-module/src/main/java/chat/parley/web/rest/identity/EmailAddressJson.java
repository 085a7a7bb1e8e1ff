package chat.parley.web.rest.identity;

import chat.parley.identity.EmailClaim;
import chat.parley.mail.EmailAddress;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An e-mail address. */
@Schema(name = "EmailAddress", description = "An e-mail address.")
public record EmailAddressJson(
    @Schema(
            description = EmailSchema.DESCRIPTION,
            maxLength = EmailAddress.MAX_LENGTH,
            example = EmailSchema.EXAMPLE)
        String email) {

  static @Nullable EmailClaim claim(@Nullable String email, @Nullable String origin) {
    return email == null ? null : new EmailClaim(new EmailAddress(email), origin);
  }

  EmailClaim claim(@Nullable String origin) {
    return new EmailClaim(new EmailAddress(email), origin);
  }

  /** Without the address. */
  @Override
  public String toString() {
    return "EmailAddressJson[]";
  }
}
