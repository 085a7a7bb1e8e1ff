package chat.parley.ethereum.control;

import chat.parley.platform.Secret;
import chat.parley.platform.Setting;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where chains are asked.
 *
 * @param nodes separated by commas, each the id of a chain, {@code =}, and the address of a node's
 *     JSON-RPC interface, which may carry a key of its provider
 * @param chainOfNames the id of the chain whose name service is asked
 */
record ChainSettings(
    @Setting("parley.chain.nodes") Optional<Secret> nodes,
    @Setting("parley.chain.names") String chainOfNames) {

  private static final Pattern NODE = Pattern.compile("\\s*([1-9][0-9]{0,17})=(https?://\\S+)\\s*");

  ChainSettings {
    addresses(nodes);
    if (!chainOfNames.matches("[1-9][0-9]{0,17}")) {
      throw new IllegalArgumentException(
          "The setting parley.chain.names must be the id of a chain.");
    }
  }

  /** The chain whose names people use. */
  long names() {
    return Long.parseLong(chainOfNames);
  }

  /** The address of the node of each chain that has one. */
  Map<Long, URI> addresses() {
    return addresses(nodes);
  }

  private static Map<Long, URI> addresses(Optional<Secret> nodes) {
    if (nodes.isEmpty()) {
      return Map.of();
    }
    Map<Long, URI> addresses = new HashMap<>();
    for (String node : nodes.get().value().split(",", -1)) {
      Matcher parts = NODE.matcher(node);
      if (!parts.matches() || addresses.containsKey(Long.valueOf(parts.group(1)))) {
        throw new IllegalArgumentException(
            "The setting parley.chain.nodes must be a list such as"
                + " 1=https://node.example,31337=http://127.0.0.1:8545, each chain once.");
      }
      addresses.put(Long.valueOf(parts.group(1)), URI.create(parts.group(2)));
    }
    return Map.copyOf(addresses);
  }
}
