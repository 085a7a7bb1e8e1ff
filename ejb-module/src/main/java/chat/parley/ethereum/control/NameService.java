package chat.parley.ethereum.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.parley.ethereum.Address;
import chat.parley.ethereum.EnsName;
import chat.parley.platform.Unavailable;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.web3j.crypto.Hash;

/**
 * Which wallet a name stands for (ERC-137): the registry says who resolves it, and that one says
 * the address. Names that are resolved outside of the chain (ERC-3668) or by a wildcard (ENSIP-10)
 * stand for nobody here: their answers come from servers that anybody may name.
 */
public final class NameService {

  /** The registry stands under the same address on every chain that has one. */
  static final Address REGISTRY = new Address("0x00000000000C2E074eC69A0dFb2997BA6C7d2e1e");

  /** resolver(bytes32) */
  private static final String RESOLVER = "0x0178b8bf";

  /** addr(bytes32) */
  private static final String ADDRESS = "0x3b3b57de";

  private static final Pattern WORD = Pattern.compile("0x0{24}([0-9A-Fa-f]{40})");
  private static final String NOBODY = "0".repeat(40);

  /** Far fewer than sign-ins may ask at once: those go first. */
  private static final int AT_ONCE = 4;

  private static final Duration ASK_AGAIN_AFTER = Duration.ofSeconds(2);
  private static final String REGRET =
      "Names such as ada.eth cannot be asked for now. The address of the wallet works.";

  private final ChainNodes nodes;
  private final long chain;
  private final Semaphore places = new Semaphore(AT_ONCE);

  /**
   * The registry of one chain.
   *
   * @param chain whose names people use
   */
  public NameService(ChainNodes nodes, long chain) {
    this.nodes = nodes;
    this.chain = chain;
  }

  /** Whether there is a node to ask. */
  public boolean isOn() {
    return nodes.has(chain);
  }

  /**
   * The wallet a name stands for; empty when it stands for none. Takes four seconds at most.
   *
   * @throws Unavailable when the node does not answer, or too many ask
   */
  public Optional<Address> resolve(EnsName name) {
    if (!places.tryAcquire()) {
      throw new Unavailable(REGRET, ASK_AGAIN_AFTER);
    }
    try {
      String node = HexFormat.of().formatHex(hash(name));
      return nodes.ask(
          chain,
          REGRET,
          each -> {
            Optional<Address> resolver = address(each.call(REGISTRY, RESOLVER + node));
            return resolver.isPresent()
                ? address(each.call(resolver.get(), ADDRESS + node))
                : Optional.empty();
          });
    } finally {
      places.release();
    }
  }

  /** The node of a name (ERC-137, namehash). */
  static byte[] hash(EnsName name) {
    byte[] node = new byte[32];
    for (String label : name.labels()) {
      byte[] both = Arrays.copyOf(node, 64);
      System.arraycopy(Hash.sha3(label.getBytes(UTF_8)), 0, both, 32, 32);
      node = Hash.sha3(both);
    }
    return node;
  }

  private static Optional<Address> address(String word) {
    Matcher parts = WORD.matcher(word);
    return parts.matches() && !parts.group(1).equals(NOBODY)
        ? Secp256k1.normalized("0x" + parts.group(1).toLowerCase(Locale.ROOT))
        : Optional.empty();
  }
}
