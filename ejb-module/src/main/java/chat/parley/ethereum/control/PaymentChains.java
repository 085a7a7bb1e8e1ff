package chat.parley.ethereum.control;

import chat.parley.ethereum.Address;
import chat.parley.ethereum.Amount;
import chat.parley.ethereum.Chain;
import chat.parley.ethereum.Chain.Token;
import chat.parley.ethereum.ChainSight;
import chat.parley.ethereum.ChainSight.Block;
import chat.parley.ethereum.EthereumLog;
import chat.parley.ethereum.FeeHint;
import chat.parley.ethereum.Funds;
import chat.parley.ethereum.SignedTransaction;
import chat.parley.ethereum.TransactionUnsent;
import chat.parley.ethereum.WalletCall;
import chat.parley.platform.Unavailable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The chains on which people pay, with their nodes. */
public final class PaymentChains {

  private static final Duration ASK_AGAIN_AFTER = Duration.ofSeconds(5);

  /** A plain payment has this gas; a token asks for more, seldom more than three times as much. */
  private static final BigInteger GAS_OF_PAYMENT = BigInteger.valueOf(21_000);

  private static final BigInteger GAS_OF_TOKEN = BigInteger.valueOf(65_000);

  private final Map<Long, Known> chains;
  private final Clock clock;

  /** Nodes that could not be believed the last time: operators are told once. */
  private final Set<ChainReader> unusable = ConcurrentHashMap.newKeySet();

  private record Known(
      Chain chain,
      List<ChainReader> nodes,
      Duration staleAfter,
      BigDecimal agreeAbove,
      Optional<Address> giver) {}

  private interface Asking<T> {
    T ask(ChainReader node) throws ChainNode.Away;
  }

  private PaymentChains(Map<Long, Known> chains, Clock clock) {
    this.chains = chains;
    this.clock = clock;
  }

  /**
   * Those of the settings that have a node.
   *
   * @param spend counts a question before it is asked, or refuses it
   * @throws IllegalStateException one sentence for the operator: which setting, and what is wrong
   */
  static PaymentChains of(
      ChainsSettings settings,
      Function<String, Optional<String>> lookup,
      Clock clock,
      Runnable spend) {
    Map<Long, Known> chains = new LinkedHashMap<>();
    for (String name : settings.names()) {
      PaymentChainSettings each = PaymentChainSettings.read(name, lookup);
      List<URI> addresses = each.addresses();
      Chain chain = each.chain(name);
      if (addresses.isEmpty()) {
        continue;
      }
      Known known =
          new Known(
              chain,
              addresses.stream()
                  .map(address -> new ChainReader(chain.id(), address, spend))
                  .toList(),
              each.staleAfter(),
              each.agreeAbove(),
              each.giver());
      if (chains.put(chain.id(), known) != null) {
        throw new IllegalStateException(
            "The setting parley.chains has the chain " + chain.id() + " twice.");
      }
      Integer depth = chain.depth();
      EthereumLog.LOG.chainIsOn(
          chain.name(),
          chain.id(),
          addresses.size(),
          depth == null ? "when the chain says so" : "after " + depth + " blocks");
    }
    return new PaymentChains(chains, clock);
  }

  /** All of them, in the order of the settings. */
  public List<Chain> all() {
    return chains.values().stream().map(Known::chain).toList();
  }

  /** One of them. */
  public Optional<Chain> find(long id) {
    return Optional.ofNullable(chains.get(id)).map(Known::chain);
  }

  /** How many nodes have to say the same before an amount counts as paid. */
  public int witnesses(Chain chain, Token asset, Amount amount) {
    Known known = known(chain);
    return known.nodes().size() > 1
            && amount.whole(asset.decimals()).compareTo(known.agreeAbove()) > 0
        ? 2
        : 1;
  }

  /**
   * What nodes that can be believed now say of a transaction, each by itself: at most as many as
   * wanted, and none when none can.
   */
  public List<ChainSight> look(Chain chain, ChainReader.Question question, int wanted) {
    Known known = known(chain);
    List<ChainSight> sights = new ArrayList<>();
    for (int i = 0; i < known.nodes().size() && sights.size() < wanted; i++) {
      ask(known, i, node -> node.look(question), ChainSight::head).ifPresent(sights::add);
    }
    return sights;
  }

  /** Tells operators that nodes contradict each other. */
  public void disagree(Chain chain, String hash) {
    EthereumLog.LOG.nodesDisagree(chain.name(), hash);
  }

  /** The newest block, as the first node says that can be believed. */
  public Optional<Block> head(Chain chain) {
    Known known = known(chain);
    for (int i = 0; i < known.nodes().size(); i++) {
      Optional<Block> head = ask(known, i, ChainReader::head, Function.identity());
      if (head.isPresent()) {
        return head;
      }
    }
    return Optional.empty();
  }

  /** What a wallet is asked to sign for a payment. */
  public static WalletCall payment(Token asset, Address to, Amount amount) {
    Address contract = asset.address();
    return contract == null
        ? new WalletCall(to, amount.units(), "0x")
        : new WalletCall(contract, BigInteger.ZERO, Erc20.transfer(to, amount));
  }

  /** What a wallet has signed; empty for what is no payment. */
  public static Optional<SignedTransaction> read(String raw) {
    return SignedTransactions.read(raw);
  }

  /** What a payment may cost now; empty when no node says so. */
  public Optional<FeeHint> fee(Chain chain, Token asset) {
    return first(chain, ChainReader::gasPrice)
        .map(price -> new FeeHint(asset.address() == null ? GAS_OF_PAYMENT : GAS_OF_TOKEN, price));
  }

  /** What wallets have; those of which no node says so are left out. */
  public List<Funds> funds(Chain chain, Token asset, List<Address> wallets) {
    Address contract = asset.address();
    return wallets.stream()
        .map(
            wallet ->
                first(
                        chain,
                        node -> {
                          BigInteger currency = node.balance(wallet);
                          BigInteger held =
                              contract == null
                                  ? currency
                                  : node.word(contract, Erc20.balanceOf(wallet));
                          return new Funds(wallet, currency, held == null ? BigInteger.ZERO : held);
                        })
                    .orElse(null))
        .filter(Objects::nonNull)
        .toList();
  }

  /**
   * Makes sure that a token counts as the settings say: another number of decimals would make
   * another amount of what a person has typed.
   *
   * @throws Unavailable when it does not, or no node answers
   */
  public void requireAsDescribed(Chain chain, Token token) {
    Address contract = token.address();
    if (contract == null) {
      return;
    }
    // Boxed, since a contract may answer nothing.
    Optional<BigInteger> decimals =
        first(
            chain,
            node -> {
              BigInteger said = node.word(contract, Erc20.decimals());
              return said == null ? BigInteger.valueOf(-1) : said;
            });
    if (decimals.isEmpty()) {
      throw away(chain);
    }
    if (!decimals.get().equals(BigInteger.valueOf(token.decimals()))) {
      EthereumLog.LOG.tokenDiffers(token.symbol(), chain.name());
      throw new Unavailable("This token cannot be given now.", ASK_AGAIN_AFTER);
    }
  }

  /**
   * Sends what a wallet has signed.
   *
   * @throws TransactionUnsent when the chain does not take it
   * @throws Unavailable when no node answers
   */
  public void send(Chain chain, SignedTransaction signed) {
    Optional<Boolean> taken = first(chain, node -> node.send(signed.raw()));
    if (taken.isEmpty()) {
      throw away(chain);
    }
    if (!taken.get()) {
      throw new TransactionUnsent();
    }
  }

  /**
   * Gives something away that is worth nothing.
   *
   * @throws Unavailable when the node does not, or the chain has nothing to give away
   */
  public void give(Chain chain, Token asset, Address to, Amount amount) {
    Address from = known(chain).giver().orElseThrow(() -> away(chain));
    WalletCall call = payment(asset, to, amount);
    if (first(
            chain,
            node -> {
              node.sendFrom(from, call.to(), call.value(), call.data());
              return true;
            })
        .isEmpty()) {
      throw away(chain);
    }
  }

  private <T> Optional<T> first(Chain chain, Asking<T> asking) {
    Known known = known(chain);
    for (int i = 0; i < known.nodes().size(); i++) {
      Optional<T> answer = ask(known, i, asking, said -> null);
      if (answer.isPresent()) {
        return answer;
      }
    }
    return Optional.empty();
  }

  /** Asks one node, and believes it only when its newest block is not too old. */
  private <T> Optional<T> ask(
      Known known, int index, Asking<T> asking, Function<T, @Nullable Block> head) {
    ChainReader node = known.nodes().get(index);
    try {
      T said = asking.ask(node);
      Block newest = head.apply(said);
      if (newest != null && newest.time().isBefore(clock.instant().minus(known.staleAfter()))) {
        throw new ChainNode.Away("its newest block is of " + newest.time());
      }
      if (newest != null && unusable.remove(node)) {
        EthereumLog.LOG.nodeUsable(index + 1, known.chain().name());
      }
      return Optional.of(said);
    } catch (ChainNode.Away e) {
      if (unusable.add(node)) {
        EthereumLog.LOG.nodeUnusable(
            index + 1, known.chain().name(), String.valueOf(e.getMessage()));
      }
      return Optional.empty();
    }
  }

  private Known known(Chain chain) {
    Known known = chains.get(chain.id());
    if (known == null) {
      throw new IllegalArgumentException("no chain " + chain.id());
    }
    return known;
  }

  private static Unavailable away(Chain chain) {
    return new Unavailable(
        chain.name() + " cannot be asked now. Try again in a moment.", ASK_AGAIN_AFTER);
  }
}
