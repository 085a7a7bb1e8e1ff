package chat.parley.trust;

import chat.parley.ethereum.Address;
import chat.parley.platform.InvalidInput;

/**
 * A wallet that vouches for the key of an account.
 *
 * @param chain where the contract of the wallet is, when it is one
 * @param signature {@code 0x} and hexadecimal, of the message that {@link
 *     chat.parley.trust.boundary.Statements} describes
 */
public record WalletBinding(Address wallet, long chain, String signature) {

  public WalletBinding {
    if (chain < 1) {
      throw new InvalidInput("/chain", "The number of a chain is expected.");
    }
  }
}
