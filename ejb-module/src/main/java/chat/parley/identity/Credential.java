package chat.parley.identity;

import chat.parley.ethereum.Address;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A way to sign in, as the owner of the account sees it: never the secret.
 *
 * @param address of a wallet; null otherwise
 * @param passkey which one it is; null when it is none
 * @param since when it was linked or made, or the password was last set
 */
public record Credential(
    CredentialKind kind, @Nullable Address address, @Nullable Passkey passkey, Instant since) {

  /** What else is told of a passkey. */
  public record Passkey(PasskeyId id, PasskeyName name, @Nullable Instant lastUsedAt) {}

  /** A password that was set then. */
  public static Credential password(Instant since) {
    return new Credential(CredentialKind.PASSWORD, null, null, since);
  }

  /** A wallet that was linked then. */
  public static Credential wallet(Address address, Instant since) {
    return new Credential(CredentialKind.WALLET, address, null, since);
  }

  /** A passkey that was made then. */
  public static Credential passkey(
      PasskeyId id, PasskeyName name, Instant since, @Nullable Instant lastUsedAt) {
    return new Credential(CredentialKind.PASSKEY, null, new Passkey(id, name, lastUsedAt), since);
  }
}
