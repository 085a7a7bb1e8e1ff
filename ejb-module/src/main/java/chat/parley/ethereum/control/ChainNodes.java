package chat.parley.ethereum.control;

import chat.parley.ethereum.EthereumLog;
import chat.parley.platform.Unavailable;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The nodes this installation may ask, one a chain. Operators are told when one is away. */
public final class ChainNodes {

  private static final Duration ASK_AGAIN_AFTER = Duration.ofSeconds(5);

  private final Map<Long, ChainNode> nodes;

  /** Chains whose node did not answer the last time: operators are told once. */
  private final Set<Long> away = ConcurrentHashMap.newKeySet();

  /** What a node is asked. */
  interface Question<T> {
    T ask(ChainNode node) throws ChainNode.Away;
  }

  /**
   * With a node for each chain that has one.
   *
   * @param addresses of their JSON-RPC interfaces
   * @param spend counts a question before it is asked, or refuses it
   */
  public ChainNodes(Map<Long, URI> addresses, Runnable spend) {
    nodes =
        addresses.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey,
                    node -> new ChainNode(node.getKey(), node.getValue(), spend)));
  }

  /** Whether there is a node of this chain. */
  boolean has(long chain) {
    return nodes.containsKey(chain);
  }

  /**
   * Asks the node of a chain.
   *
   * @param regret what a person is told when there is no answer
   * @throws Unavailable when there is no such node, or it does not answer
   */
  <T> T ask(long chain, String regret, Question<T> question) {
    ChainNode node = nodes.get(chain);
    if (node == null) {
      throw new Unavailable(regret, ASK_AGAIN_AFTER);
    }
    try {
      T answer = question.ask(node);
      if (away.remove(chain)) {
        EthereumLog.LOG.nodeBack(chain);
      }
      return answer;
    } catch (ChainNode.Away e) {
      if (away.add(chain)) {
        EthereumLog.LOG.nodeAway(chain, String.valueOf(e.getMessage()));
      }
      throw new Unavailable(regret, ASK_AGAIN_AFTER);
    }
  }
}
