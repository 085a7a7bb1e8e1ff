package chat.parley.ethereum.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.parley.ethereum.Address;
import chat.parley.ethereum.EnsName;
import chat.parley.platform.Unavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
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

  /** name(bytes32), the other way round (ENSIP-3) */
  private static final String NAME = "0x691f3431";

  /** Below it each address has a node of its own. */
  private static final List<String> REVERSE = List.of("reverse", "addr");

  /** A text alone (ABI): where it begins, how long it is, and its bytes, filled up to words. */
  private static final Pattern TEXT =
      Pattern.compile("0x0{62}20(?<length>0{62}[0-9A-Fa-f]{2})(?<bytes>(?:[0-9A-Fa-f]{64})*+)");

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
      return stands(name);
    } finally {
      places.release();
    }
  }

  private Optional<Address> stands(EnsName name) {
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
  }

  /**
   * The name that an address calls itself by, when that name stands for this very address; empty
   * otherwise, also when it is not written as names are compared: anybody can call his address as
   * he likes. Takes eight seconds at most.
   *
   * @throws Unavailable when the node does not answer, or too many ask
   */
  public Optional<EnsName> nameOf(Address address) {
    if (!places.tryAcquire()) {
      throw new Unavailable(REGRET, ASK_AGAIN_AFTER);
    }
    try {
      List<String> labels = new ArrayList<>(REVERSE);
      labels.add(address.value().substring(2).toLowerCase(Locale.ROOT));
      String node = HexFormat.of().formatHex(hash(labels));
      Optional<EnsName> said =
          nodes.ask(
              chain,
              REGRET,
              each -> {
                Optional<Address> resolver = address(each.call(REGISTRY, RESOLVER + node));
                return resolver.isPresent()
                    ? name(each.call(resolver.get(), NAME + node))
                    : Optional.empty();
              });
      return said.filter(name -> stands(name).filter(address::equals).isPresent());
    } finally {
      places.release();
    }
  }

  /** The name in an answer; only one that is written as it is compared. */
  static Optional<EnsName> name(String answer) {
    Matcher parts = TEXT.matcher(answer);
    if (!parts.matches()) {
      return Optional.empty();
    }
    byte[] bytes = HexFormat.of().parseHex(parts.group("bytes"));
    int length = HexFormat.fromHexDigits(parts.group("length"), 62, 64);
    if (length > bytes.length) {
      return Optional.empty();
    }
    String text = new String(bytes, 0, length, UTF_8);
    return EnsName.parse(text).filter(name -> name.value().equals(text));
  }

  /** The node of a name (ERC-137, namehash). */
  static byte[] hash(EnsName name) {
    return hash(name.labels());
  }

  private static byte[] hash(List<String> labels) {
    byte[] node = new byte[32];
    for (String label : labels) {
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
