package chat.parley.ethereum.control;

import chat.parley.ethereum.Address;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Wallets that are contracts, by the nodes this installation may ask. */
public final class ContractWallets {

  /** A wallet whose owners are many, with the code that deploys it, is some kilobytes. */
  private static final int MAX_SIGNATURE_BYTES = 8192;

  private static final Pattern SIGNATURE =
      Pattern.compile("0x(?:[0-9A-Fa-f]{2}){0," + MAX_SIGNATURE_BYTES + "}");

  private static final String REGRET =
      "The chain of this wallet cannot be asked now. Other ways to sign in work.";

  private final ChainNodes nodes;

  public ContractWallets(ChainNodes nodes) {
    this.nodes = nodes;
  }

  /** Whether contracts of a chain can be asked, in this form. */
  public boolean canAsk(long chain, String signature) {
    return nodes.has(chain) && SIGNATURE.matcher(signature).matches();
  }

  /**
   * Whether a contract accepts a signature under a hash as its own.
   *
   * @param hash the 32 bytes that were signed
   * @throws chat.parley.platform.Unavailable when the node of the chain does not answer
   */
  public boolean accepts(long chain, Address wallet, byte[] hash, String signature) {
    if (!canAsk(chain, signature)) {
      return false;
    }
    byte[] bytes = HexFormat.of().parseHex(signature.substring(2));
    String creation = SignatureValidator.creation(wallet, hash, bytes);
    return nodes
        .ask(chain, REGRET, node -> node.returnedBy(creation))
        .equals(SignatureValidator.ACCEPTED);
  }
}
