package chat.parley.web.rest.identity;

import chat.parley.identity.PasskeyChallenge;
import chat.parley.identity.boundary.Passkeys;
import chat.parley.platform.AccountId;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a passkey is asked to sign. */
@Schema(name = "PasskeyChallenge", description = "What a passkey is asked to sign (WebAuthn).")
public record PasskeyChallengeJson(
    @Schema(description = "Good once, until expiresAt; base64url.") String challenge,
    Instant expiresAt,
    @Schema(description = "The host of the page.", example = "chat.example.org") String rpId,
    @Schema(
            description =
                "How authenticators name the account; base64url. Absent when it is not known whose"
                    + " passkey it will be.")
        @Nullable String user,
    @Schema(description = "The account's passkeys by their ids; base64url.")
        List<String> credentials) {

  public PasskeyChallengeJson {
    credentials = List.copyOf(credentials);
  }

  static PasskeyChallengeJson of(PasskeyChallenge challenge, @Nullable AccountId account) {
    return new PasskeyChallengeJson(
        challenge.challenge(),
        challenge.expiresAt(),
        challenge.rpId(),
        account == null ? null : Passkeys.user(account),
        challenge.credentials());
  }
}
