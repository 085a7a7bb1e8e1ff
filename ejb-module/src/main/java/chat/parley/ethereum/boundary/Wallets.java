package chat.parley.ethereum.boundary;

import chat.parley.ethereum.Address;
import chat.parley.ethereum.control.Secp256k1;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Addresses and signatures of wallets that hold a key of their own. */
@ApplicationScoped
public class Wallets {

  /** The address a text stands for; empty unless it carries the right checksum (ERC-55). */
  public Optional<Address> address(String text) {
    return Secp256k1.checksummed(text);
  }

  /**
   * Whose key signed a text with {@code personal_sign} (ERC-191).
   *
   * @param signature {@code 0x} and 65 bytes in hexadecimal
   * @return empty when it is no signature of anybody
   */
  public Optional<Address> signer(String text, String signature) {
    return Secp256k1.signer(text, signature);
  }
}
