package chat.parley.trust;

import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import chat.parley.platform.WireBytes;

/**
 * Whom a person has verified, sealed under the root of the account.
 *
 * @param version counts the changes, from 1
 */
public record SealedVerifications(long version, WireBytes sealed) {

  public SealedVerifications {
    if (version < 1) {
      throw new InvalidInput("/version", "A whole number from 1.");
    }
    if (sealed.size() > Limits.VERIFICATIONS_BYTES) {
      throw new InvalidInput("/sealed", "At most " + Limits.VERIFICATIONS_BYTES + " bytes.");
    }
  }
}
