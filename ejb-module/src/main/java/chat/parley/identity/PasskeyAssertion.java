package chat.parley.identity;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What a passkey has signed (WebAuthn, 5.2.2).
 *
 * @param credential the id that its authenticator gave it
 * @param authenticatorData what the authenticator says of itself
 * @param clientData the client data, as JSON
 * @param user the account, as the authenticator keeps it; null when it does not
 */
public record PasskeyAssertion(
    ByteBuffer credential,
    ByteBuffer authenticatorData,
    ByteBuffer clientData,
    ByteBuffer signature,
    @Nullable ByteBuffer user) {

  /** Without the signature. */
  @Override
  public String toString() {
    return "PasskeyAssertion[]";
  }
}
