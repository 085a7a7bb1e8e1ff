package chat.parley.web.rest.identity;

import chat.parley.ethereum.Address;
import chat.parley.identity.Credential;
import chat.parley.web.json.Words;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A way to sign in to the caller's account. */
@Schema(name = "Credential", description = "A way to sign in, never with its secret.")
public record CredentialJson(
    @Schema(enumeration = {"password", "wallet", "passkey"}) String kind,
    @Schema(description = "Of a wallet: with the checksum of ERC-55.") @Nullable String address,
    @Schema(description = "Of a passkey.") @Nullable UUID id,
    @Schema(description = "Of a passkey: what the person calls it.") @Nullable String name,
    @Schema(description = "When it was linked or made, or the password was last set.")
        Instant since,
    @Schema(description = "Of a passkey that was used.") @Nullable Instant lastUsedAt) {

  static CredentialJson of(Credential credential) {
    Address address = credential.address();
    Credential.Passkey passkey = credential.passkey();
    return new CredentialJson(
        Words.of(credential.kind()),
        address == null ? null : address.value(),
        passkey == null ? null : passkey.id().value(),
        passkey == null ? null : passkey.name().value(),
        credential.since(),
        passkey == null ? null : passkey.lastUsedAt());
  }
}
