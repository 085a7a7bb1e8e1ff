package chat.parley.web.rest.backup;

import chat.parley.backup.RecoveryKind;
import chat.parley.backup.RecoveryMethod;
import chat.parley.backup.RecoveryMethodId;
import chat.parley.platform.Limits;
import chat.parley.platform.WireBytes;
import chat.parley.web.json.Words;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A way of recovery that is to be kept. */
@Schema(name = "PutRecoveryMethod", description = "A way of recovery.")
public record PutRecoveryMethodJson(
    @Schema(description = "The account's key, which it leads to.", minLength = 43, maxLength = 43)
        String key,
    @Schema(enumeration = {"passkey", "wallet", "key"}) String kind,
    @Schema(
            description =
                "Which passkey, by its id in base64url, or which wallet, by its address; absent of a"
                    + " key that is written down.",
            minLength = 1,
            maxLength = (Limits.CREDENTIAL_ID_BYTES * 4 + 2) / 3)
        @Nullable String handle,
    @Schema(
            description =
                "What the key is made of, in base64url, sealed under what this way gives.",
            minLength = 1,
            maxLength = (Limits.SEALED_ROOT_BYTES * 4 + 2) / 3)
        String sealedRoot) {

  WireBytes leadsTo() {
    return WireBytes.read("/key", key, 32);
  }

  RecoveryMethod method(RecoveryMethodId id) {
    return new RecoveryMethod(
        id,
        Words.read(RecoveryKind.class, "/kind", kind),
        handle,
        WireBytes.read("/sealedRoot", sealedRoot, Limits.SEALED_ROOT_BYTES));
  }
}
