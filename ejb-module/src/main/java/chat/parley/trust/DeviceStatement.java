package chat.parley.trust;

import chat.parley.platform.InvalidInput;
import chat.parley.platform.WireBytes;

/**
 * What an account says of a device: that it signs with its key.
 *
 * @param accountKey the account's, which has signed
 * @param at when, in milliseconds since 1970
 * @param signature 64 bytes of Ed25519
 */
public record DeviceStatement(WireBytes accountKey, long at, WireBytes signature) {

  public DeviceStatement {
    if (accountKey.size() != 32) {
      throw new InvalidInput("/accountKey", "A key of Ed25519 has 32 bytes.");
    }
    if (signature.size() != 64) {
      throw new InvalidInput("/signature", "A signature of Ed25519 has 64 bytes.");
    }
    if (at < 1) {
      throw new InvalidInput("/at", "Milliseconds since 1970 are expected.");
    }
  }
}
