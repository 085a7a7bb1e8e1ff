package chat.parley.ethereum.control;

import chat.parley.ethereum.Address;
import chat.parley.ethereum.Chain;
import chat.parley.ethereum.Chain.Token;
import chat.parley.platform.Secret;
import chat.parley.platform.Setting;
import chat.parley.platform.Settings;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One chain on which people pay. In the keys {@code NAME} stands for its name in {@link
 * ChainsSettings}; what is not set for a name is as everybody knows it ({@link KnownChains}), or as
 * it is set for {@code NAME} itself.
 *
 * @param id of the chain (EIP-155)
 * @param label what people know it by
 * @param nodes addresses of JSON-RPC interfaces, which may carry a key of their provider; without
 *     one nobody pays there
 * @param walletNodes those that a wallet may be told of which does not know the chain
 * @param explorer where a transaction is looked up
 * @param finality {@code finalized}, or {@code depth:} and a number of blocks
 * @param blockTime between two blocks
 * @param staleAfter how old the newest block of a node may be
 * @param twoNodesAbove above how many whole units of anything two nodes must agree, where there are
 *     several
 * @param currency symbol, decimals and name
 * @param tokens each an address, a symbol, decimals and a name
 * @param faucet an account of a node for development that gives away what it has
 */
record PaymentChainSettings(
    @Setting("parley.chains.NAME.id") Optional<String> id,
    @Setting("parley.chains.NAME.label") Optional<String> label,
    @Setting("parley.chains.NAME.nodes") Optional<Secret> nodes,
    @Setting("parley.chains.NAME.wallet-nodes") Optional<List<String>> walletNodes,
    @Setting("parley.chains.NAME.explorer") Optional<String> explorer,
    @Setting("parley.chains.NAME.finality") String finality,
    @Setting("parley.chains.NAME.block-time") Duration blockTime,
    @Setting("parley.chains.NAME.stale-after") Duration staleAfter,
    @Setting("parley.chains.NAME.two-nodes-above") String twoNodesAbove,
    @Setting("parley.chains.NAME.currency") String currency,
    @Setting("parley.chains.NAME.tokens") Optional<String> tokens,
    @Setting("parley.chains.NAME.faucet") Optional<String> faucet) {

  private static final String ANY = "NAME";
  private static final String KEY = "The setting parley.chains.NAME.";
  private static final int MAX_NODES = 5;
  private static final int MAX_TOKENS = 50;
  private static final int MAX_DECIMALS = 36;
  private static final int MAX_DEPTH = 10_000;

  private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,14}");
  private static final Pattern NODE = Pattern.compile("https?://\\S+");
  private static final Pattern LABEL = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} .()-]{0,39}");
  private static final Pattern EXPLORER =
      Pattern.compile("https?://[!-~&&[^{}\"<>\\\\]]+\\{hash\\}[!-~&&[^{}\"<>\\\\]]*");
  private static final Pattern DEPTH = Pattern.compile("depth:([1-9][0-9]{0,4})");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,30}(\\.[0-9]{1,36})?");

  /** Symbols are letters and digits, so that none can look like a number or turn what follows. */
  private static final Pattern CURRENCY =
      Pattern.compile("([A-Za-z][A-Za-z0-9]{0,10}) ([0-9]{1,2}) ([\\p{L}\\p{N} .()-]{1,40})");

  private static final Pattern TOKEN = Pattern.compile("(0x[0-9A-Fa-f]{40}) (.+)");

  PaymentChainSettings {
    walletNodes = walletNodes.map(List::copyOf);
    require(id.filter(text -> !ID.matcher(text).matches()).isEmpty(), "id must be a number.");
    require(
        label.filter(text -> !LABEL.matcher(text).matches()).isEmpty(),
        "label must be 1 to 40 letters, digits and spaces.");
    addresses(nodes);
    require(
        walletNodes.orElse(List.of()).stream().allMatch(node -> NODE.matcher(node).matches()),
        "wallet-nodes must be addresses with commas between them.");
    require(
        explorer.filter(text -> !EXPLORER.matcher(text).matches()).isEmpty(),
        "explorer must be an address with {hash} in it, such as https://etherscan.io/tx/{hash}.");
    depth(finality);
    require(
        blockTime.compareTo(Duration.ofMillis(100)) >= 0
            && blockTime.compareTo(Duration.ofMinutes(10)) <= 0,
        "block-time must be PT0.1S to PT10M.");
    require(
        staleAfter.compareTo(blockTime) > 0 && staleAfter.compareTo(Duration.ofDays(1)) <= 0,
        "stale-after must be longer than block-time, and at most P1D.");
    require(
        NUMBER.matcher(twoNodesAbove).matches(), "two-nodes-above must be a number such as 0.1.");
    token("currency", null, currency);
    tokens(tokens);
    require(
        faucet.filter(text -> Secp256k1.checksummed(text).isEmpty()).isEmpty(),
        "faucet must be an address with the checksum of ERC-55.");
  }

  /**
   * The settings of one chain.
   *
   * @param lookup the value of a key, empty when it has none
   * @throws IllegalStateException one sentence for the operator: which setting, and what is wrong
   */
  static PaymentChainSettings read(String name, Function<String, Optional<String>> lookup) {
    try {
      return Settings.read(
          PaymentChainSettings.class,
          key ->
              lookup
                  .apply(key.replace(ANY, name))
                  .map(String::strip)
                  .filter(value -> !value.isEmpty())
                  .or(() -> KnownChains.fact(name, key.substring(key.lastIndexOf('.') + 1)))
                  .or(() -> lookup.apply(key)));
    } catch (IllegalStateException e) {
      // Without its cause, which says the same of a NAME that nobody has given.
      throw new IllegalStateException(
          String.valueOf(e.getMessage())
              .replace("chains." + ANY + ".", "chains." + name + ".")
              .replace("CHAINS_" + ANY + "_", "CHAINS_" + name.toUpperCase(Locale.ROOT) + "_"));
    }
  }

  /** Where the chain is asked; nowhere, when people do not pay there. */
  List<URI> addresses() {
    return addresses(nodes);
  }

  /** From how many whole units on two nodes must agree. */
  BigDecimal agreeAbove() {
    return new BigDecimal(twoNodesAbove);
  }

  /** Who gives away what is worth nothing. */
  Optional<Address> giver() {
    return faucet.map(Address::new);
  }

  /** The chain as others know it. */
  Chain chain(String name) {
    String known =
        id.orElseThrow(
            () ->
                new IllegalStateException(
                    "The setting parley.chains." + name + ".id must be the id of the chain."));
    return new Chain(
        Long.parseLong(known),
        label.orElse(name),
        token("currency", null, currency),
        tokens(tokens),
        depth(finality),
        blockTime,
        explorer.orElse(null),
        walletNodes.orElse(List.of()),
        faucet.isPresent());
  }

  private static List<URI> addresses(Optional<Secret> nodes) {
    if (nodes.isEmpty()) {
      return List.of();
    }
    List<URI> addresses = new ArrayList<>();
    for (String node : nodes.get().value().split(",", -1)) {
      require(
          NODE.matcher(node.strip()).matches() && addresses.size() < MAX_NODES,
          "nodes must be at most " + MAX_NODES + " addresses with commas between them.");
      addresses.add(URI.create(node.strip()));
    }
    require(new HashSet<>(addresses).size() == addresses.size(), "nodes has one of them twice.");
    return List.copyOf(addresses);
  }

  private static @Nullable Integer depth(String finality) {
    if (finality.equals("finalized")) {
      return null;
    }
    Matcher depth = DEPTH.matcher(finality);
    require(
        depth.matches() && Integer.parseInt(depth.group(1)) <= MAX_DEPTH,
        "finality must be finalized, or depth: and a number of blocks such as depth:12.");
    return Integer.valueOf(depth.group(1));
  }

  private static List<Token> tokens(Optional<String> text) {
    List<Token> tokens = new ArrayList<>();
    Set<String> symbols = new HashSet<>();
    Set<Address> addresses = new HashSet<>();
    for (String each : text.map(all -> all.split(",", -1)).orElse(new String[0])) {
      Matcher parts = TOKEN.matcher(each.strip());
      Address address = parts.matches() ? Secp256k1.checksummed(parts.group(1)).orElse(null) : null;
      require(
          address != null && addresses.add(address) && tokens.size() < MAX_TOKENS,
          "tokens must be a list such as 0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48 USDC 6 USD Coin,"
              + " each address once and with the checksum of ERC-55.");
      Token token = token("tokens", address, parts.group(2));
      require(symbols.add(token.symbol()), "tokens has a symbol twice.");
      tokens.add(token);
    }
    return List.copyOf(tokens);
  }

  private static Token token(String key, @Nullable Address address, String text) {
    Matcher parts = CURRENCY.matcher(text);
    require(
        parts.matches() && Integer.parseInt(parts.group(2)) <= MAX_DECIMALS,
        key
            + " must have, behind an address if it has one, a symbol, the number of decimals up to"
            + " 36, and a name, such as ETH 18 Ether.");
    return new Token(address, parts.group(1), Integer.parseInt(parts.group(2)), parts.group(3));
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(KEY + otherwise);
    }
  }
}
