package chat.parley.web.rest.identity;

import chat.parley.ethereum.Address;
import chat.parley.identity.Credential;
import chat.parley.identity.Issuer;
import chat.parley.web.json.Words;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A way to sign in to the caller's account. */
@Schema(name = "Credential", description = "A way to sign in, never with its secret.")
public record CredentialJson(
    @Schema(enumeration = {"password", "wallet", "passkey", "oidc"}) String kind,
    @Schema(description = "Of a wallet: with the checksum of ERC-55.") @Nullable String address,
    @Schema(description = "Of a passkey, and of a sign-in with an issuer.") @Nullable UUID id,
    @Schema(
            description =
                "Of a passkey: what the person calls it. Of a sign-in with an issuer: what people"
                    + " know the issuer by.")
        @Nullable String name,
    @Schema(
            description =
                "Of a sign-in with an issuer: the issuer's name; absent when nobody signs in with"
                    + " it here any more.")
        @Nullable String issuer,
    @Schema(description = "When it was linked or made, or the password was last set.")
        Instant since,
    @Schema(description = "Of a passkey, or a sign-in with an issuer, that was used.")
        @Nullable Instant lastUsedAt) {

  static CredentialJson of(Credential credential) {
    Address address = credential.address();
    Credential.Passkey passkey = credential.passkey();
    Credential.Identity identity = credential.identity();
    if (identity != null) {
      Issuer issuer = identity.issuer();
      return new CredentialJson(
          Words.of(credential.kind()),
          null,
          identity.id().value(),
          identity.label(),
          issuer == null ? null : issuer.name(),
          credential.since(),
          identity.lastUsedAt());
    }
    return new CredentialJson(
        Words.of(credential.kind()),
        address == null ? null : address.value(),
        passkey == null ? null : passkey.id().value(),
        passkey == null ? null : passkey.name().value(),
        null,
        credential.since(),
        passkey == null ? null : passkey.lastUsedAt());
  }
}
