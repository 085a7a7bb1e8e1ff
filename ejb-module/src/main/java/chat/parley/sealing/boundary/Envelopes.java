package chat.parley.sealing.boundary;

import chat.parley.platform.AccountId;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import chat.parley.platform.RateLimit;
import chat.parley.sealing.PersonalSealer;
import chat.parley.sealing.SealBroken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Seals texts for accounts, with the key of each. An envelope opens only for the account that made
 * it, and for nobody once that was deleted, and is bound to this use: neither a sealed message nor
 * news on the broker opens here. The server can read all of it; end-to-end encrypted messages have
 * nothing to do with it.
 */
@ApplicationScoped
public class Envelopes {

  private static final String USE = "parley.envelope/";

  @Inject private PersonalSealer sealer;

  private final RateLimit rate =
      new RateLimit(
          Limits.ENVELOPE_CALLS,
          Limits.REST_WINDOW,
          "Too many texts were encrypted or decrypted at once. Wait a moment.");

  /**
   * Encrypts.
   *
   * @param message 1 to {@link Limits#ENVELOPE_BYTES} bytes of UTF-8
   * @return the envelope, in base64url; another one for each call
   * @throws chat.parley.platform.TooManyRequests when the account asks too often
   */
  public String encrypt(AccountId owner, String message) {
    rate.take(owner.toString());
    byte[] plain = message.getBytes(StandardCharsets.UTF_8);
    if (plain.length == 0 || plain.length > Limits.ENVELOPE_BYTES) {
      throw new InvalidInput("/message", "1 to " + Limits.ENVELOPE_BYTES + " bytes of UTF-8.");
    }
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(sealer.seal(owner, plain, associated(owner)));
  }

  /**
   * Opens what {@link #encrypt} made for this account, on any instance, at any time.
   *
   * @throws InvalidInput for everything else: the caller cannot tell what is wrong with it
   * @throws chat.parley.platform.TooManyRequests when the account asks too often
   */
  public String decrypt(AccountId owner, String envelope) {
    rate.take(owner.toString());
    try {
      byte[] sealed = Base64.getUrlDecoder().decode(envelope);
      return new String(sealer.unseal(owner, sealed, associated(owner)), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException | SealBroken e) {
      throw new InvalidInput(
          "/encryptedMessage", "It was not encrypted here for you, or it was changed.");
    }
  }

  private static byte[] associated(AccountId owner) {
    return (USE + owner).getBytes(StandardCharsets.US_ASCII);
  }
}
