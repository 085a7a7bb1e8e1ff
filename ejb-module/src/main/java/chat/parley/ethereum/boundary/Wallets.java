package chat.parley.ethereum.boundary;

import chat.parley.ethereum.Address;
import chat.parley.ethereum.EnsName;
import chat.parley.ethereum.TypedMessage;
import chat.parley.ethereum.control.ContractWallets;
import chat.parley.ethereum.control.NameCache;
import chat.parley.ethereum.control.NameService;
import chat.parley.ethereum.control.Secp256k1;
import chat.parley.ethereum.control.TypedData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Addresses and names of wallets, and what they have signed. */
@ApplicationScoped
public class Wallets {

  @Inject private ContractWallets contracts;
  @Inject private NameService names;
  @Inject private NameCache cache;

  /** The address a text stands for; empty unless it carries the right checksum (ERC-55). */
  public Optional<Address> address(String text) {
    return Secp256k1.checksummed(text);
  }

  /**
   * The address a text stands for, in whatever case its digits are; empty when it is none, or its
   * digits are in both cases and do not carry the right checksum (ERC-55).
   */
  public Optional<Address> normalized(String text) {
    return Secp256k1.normalized(text);
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

  /**
   * Whether the wallets of a chain that are contracts can be asked about such a signature.
   *
   * @param signature {@code 0x} and at most 8,192 bytes in hexadecimal
   */
  public boolean canAskContract(long chain, String signature) {
    return contracts.canAsk(chain, signature);
  }

  /**
   * Whether a wallet that is a contract (ERC-1271), or will be one once it is deployed (ERC-6492),
   * accepts a signature under a text as its own. Asks a node; takes two seconds at most.
   *
   * @param chain where the contract is
   * @throws chat.parley.platform.Unavailable when the node does not answer
   */
  public boolean contractAccepts(long chain, Address wallet, String text, String signature) {
    return contracts.accepts(chain, wallet, Secp256k1.hash(text), signature);
  }

  /**
   * Whether a wallet has signed a message of EIP-712: by its key, or, where that is none of its
   * signatures, by the word of the contract at its address, as {@link #contractAccepts}.
   *
   * @throws chat.parley.platform.Unavailable when only the contract could say, and the node of its
   *     chain does not answer
   */
  public boolean hasSigned(long chain, Address wallet, TypedMessage message, String signature) {
    byte[] digest = TypedData.digest(message);
    return Secp256k1.signerOf(digest, signature).filter(wallet::equals).isPresent()
        || contracts.accepts(chain, wallet, digest, signature);
  }

  /** Whether names such as {@code ada.eth} can be resolved here. */
  public boolean knowsNames() {
    return names.isOn();
  }

  /**
   * The wallet that a name stands for now; empty when it stands for none. Asks a node; takes four
   * seconds at most.
   *
   * @throws chat.parley.platform.Unavailable when the node does not answer, or too many ask
   */
  public Optional<Address> named(EnsName name) {
    return names.resolve(name);
  }

  /** Whether the name of a wallet is known without asking a node. */
  public boolean knowsNameOf(Address wallet) {
    return !names.isOn() || cache.knows(wallet);
  }

  /**
   * What a wallet is called by its own word and by that of the name service, which lead to each
   * other; empty when it has no such name, or there is nobody to ask. No older than ten minutes.
   * May ask a node; takes eight seconds at most then.
   *
   * @throws chat.parley.platform.Unavailable when the node does not answer, or too many ask
   */
  public Optional<EnsName> nameOf(Address wallet) {
    return names.isOn() ? cache.nameOf(wallet) : Optional.empty();
  }
}
