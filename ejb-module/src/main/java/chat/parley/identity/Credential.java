package chat.parley.identity;

import chat.parley.ethereum.Address;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A way to sign in, as the owner of the account sees it: never the secret.
 *
 * @param address of a wallet; null otherwise
 * @param passkey which one it is; null when it is none
 * @param identity which one it is; null when it is none
 * @param since when it was linked or made, or the password was last set
 */
public record Credential(
    CredentialKind kind,
    @Nullable Address address,
    @Nullable Passkey passkey,
    @Nullable Identity identity,
    Instant since) {

  /** What else is told of a passkey. */
  public record Passkey(PasskeyId id, PasskeyName name, @Nullable Instant lastUsedAt) {}

  /**
   * What else is told of an identity at an issuer.
   *
   * @param address of the issuer, as it calls itself
   * @param issuer null when nobody signs in with it here any more
   */
  public record Identity(
      LinkedIdentityId id, String address, @Nullable Issuer issuer, @Nullable Instant lastUsedAt) {

    /** What people know the issuer by. */
    public String label() {
      return issuer == null ? address : issuer.label();
    }
  }

  /** Whether the account can be opened with it. */
  public boolean isUsable() {
    return identity == null || identity.issuer() != null;
  }

  /** A password that was set then. */
  public static Credential password(Instant since) {
    return new Credential(CredentialKind.PASSWORD, null, null, null, since);
  }

  /** A wallet that was linked then. */
  public static Credential wallet(Address address, Instant since) {
    return new Credential(CredentialKind.WALLET, address, null, null, since);
  }

  /** A passkey that was made then. */
  public static Credential passkey(
      PasskeyId id, PasskeyName name, Instant since, @Nullable Instant lastUsedAt) {
    return new Credential(
        CredentialKind.PASSKEY, null, new Passkey(id, name, lastUsedAt), null, since);
  }

  /** An identity at an issuer that was linked then. */
  public static Credential identity(
      LinkedIdentityId id,
      String address,
      @Nullable Issuer issuer,
      Instant since,
      @Nullable Instant lastUsedAt) {
    return new Credential(
        CredentialKind.OIDC, null, null, new Identity(id, address, issuer, lastUsedAt), since);
  }
}
