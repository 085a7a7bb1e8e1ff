package chat.parley.identity;

import chat.parley.ethereum.Address;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A way to sign in, as the owner of the account sees it: never the secret.
 *
 * @param address of a wallet; null otherwise
 * @param since when it was linked, or the password was last set
 */
public record Credential(CredentialKind kind, @Nullable Address address, Instant since) {

  /** A password that was set then. */
  public static Credential password(Instant since) {
    return new Credential(CredentialKind.PASSWORD, null, since);
  }

  /** A wallet that was linked then. */
  public static Credential wallet(Address address, Instant since) {
    return new Credential(CredentialKind.WALLET, address, since);
  }
}
