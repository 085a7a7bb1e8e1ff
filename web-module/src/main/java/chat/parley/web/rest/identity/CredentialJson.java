package chat.parley.web.rest.identity;

import chat.parley.ethereum.Address;
import chat.parley.identity.Credential;
import chat.parley.web.json.Words;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A way to sign in to the caller's account. */
@Schema(name = "Credential", description = "A way to sign in, never with its secret.")
public record CredentialJson(
    @Schema(enumeration = {"password", "wallet"}) String kind,
    @Schema(description = "Of a wallet: with the checksum of ERC-55.") @Nullable String address,
    @Schema(description = "When it was linked, or the password was last set.") Instant since) {

  static CredentialJson of(Credential credential) {
    Address address = credential.address();
    return new CredentialJson(
        Words.of(credential.kind()), address == null ? null : address.value(), credential.since());
  }
}
