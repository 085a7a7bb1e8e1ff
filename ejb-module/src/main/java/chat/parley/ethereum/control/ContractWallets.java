package chat.parley.ethereum.control;

import chat.parley.ethereum.Address;
import chat.parley.ethereum.EthereumLog;
import chat.parley.platform.Unavailable;
import java.net.URI;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Wallets that are contracts, by the nodes this installation may ask. */
public final class ContractWallets {

  /** A wallet whose owners are many, with the code that deploys it, is some kilobytes. */
  private static final int MAX_SIGNATURE_BYTES = 8192;

  private static final Pattern SIGNATURE =
      Pattern.compile("0x(?:[0-9A-Fa-f]{2}){0," + MAX_SIGNATURE_BYTES + "}");

  private static final Duration ASK_AGAIN_AFTER = Duration.ofSeconds(5);

  private final Map<Long, ChainNode> nodes;

  /** Chains whose node did not answer the last time: operators are told once. */
  private final Set<Long> away = ConcurrentHashMap.newKeySet();

  /**
   * With a node for each chain that has one.
   *
   * @param addresses of their JSON-RPC interfaces
   */
  public ContractWallets(Map<Long, URI> addresses) {
    nodes =
        addresses.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, node -> new ChainNode(node.getKey(), node.getValue())));
  }

  /** Whether contracts of a chain can be asked, in this form. */
  public boolean canAsk(long chain, String signature) {
    return nodes.containsKey(chain) && SIGNATURE.matcher(signature).matches();
  }

  /**
   * Whether a contract accepts a signature under a text as its own.
   *
   * @throws Unavailable when the node of the chain does not answer
   */
  public boolean accepts(long chain, Address wallet, String text, String signature) {
    ChainNode node = nodes.get(chain);
    if (node == null || !SIGNATURE.matcher(signature).matches()) {
      return false;
    }
    byte[] bytes = HexFormat.of().parseHex(signature.substring(2));
    try {
      String answer = node.returnedBy(SignatureValidator.creation(wallet, text, bytes));
      if (away.remove(chain)) {
        EthereumLog.LOG.nodeBack(chain);
      }
      return answer.equals(SignatureValidator.ACCEPTED);
    } catch (ChainNode.Away e) {
      if (away.add(chain)) {
        EthereumLog.LOG.nodeAway(chain, String.valueOf(e.getMessage()));
      }
      throw new Unavailable(
          "The chain of this wallet cannot be asked now. Other ways to sign in work.",
          ASK_AGAIN_AFTER);
    }
  }
}
