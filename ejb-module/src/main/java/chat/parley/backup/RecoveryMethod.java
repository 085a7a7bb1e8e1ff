package chat.parley.backup;

import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import chat.parley.platform.WireBytes;
import org.jspecify.annotations.Nullable;

/**
 * A way of recovery.
 *
 * @param handle which passkey, by its id in base64url, or which wallet, by its address; null of a
 *     key
 * @param sealedRoot what the account's key is made of, sealed under what this way gives
 */
public record RecoveryMethod(
    RecoveryMethodId id, RecoveryKind kind, @Nullable String handle, WireBytes sealedRoot) {

  public RecoveryMethod {
    if (sealedRoot.size() > Limits.SEALED_ROOT_BYTES) {
      throw new InvalidInput(
          "/sealedRoot", "1 to " + Limits.SEALED_ROOT_BYTES + " bytes are expected.");
    }
    switch (kind) {
      case PASSKEY -> {
        if (handle == null) {
          throw new InvalidInput("/handle", "The id of the passkey is expected.");
        }
        WireBytes.read("/handle", handle, Limits.CREDENTIAL_ID_BYTES);
      }
      case WALLET -> {
        if (handle == null || !handle.matches("0x[0-9A-Fa-f]{40}")) {
          throw new InvalidInput("/handle", "The address of the wallet is expected.");
        }
      }
      case KEY -> {
        if (handle != null) {
          throw new InvalidInput("/handle", "A key that is written down has none.");
        }
      }
    }
  }
}
