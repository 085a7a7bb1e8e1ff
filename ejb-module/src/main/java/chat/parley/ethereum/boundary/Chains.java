package chat.parley.ethereum.boundary;

import chat.parley.ethereum.Address;
import chat.parley.ethereum.Amount;
import chat.parley.ethereum.Chain;
import chat.parley.ethereum.Chain.Token;
import chat.parley.ethereum.ChainSight;
import chat.parley.ethereum.FeeHint;
import chat.parley.ethereum.Funds;
import chat.parley.ethereum.SignedTransaction;
import chat.parley.ethereum.TransactionHash;
import chat.parley.ethereum.WalletCall;
import chat.parley.ethereum.control.ChainReader;
import chat.parley.ethereum.control.PaymentChains;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The chains on which people pay each other, as nodes of the operator's choice see them. */
@ApplicationScoped
public class Chains {

  @Inject private PaymentChains chains;

  /** Those that are on, in the order of the settings. */
  public List<Chain> all() {
    return chains.all();
  }

  /** One that is on. */
  public Optional<Chain> find(long id) {
    return chains.find(id);
  }

  /** How many nodes have to say the same before this amount counts as paid: one or two. */
  public int witnesses(Chain chain, Token asset, Amount amount) {
    return chains.witnesses(chain, asset, amount);
  }

  /**
   * What nodes say of a transaction, each by itself. One that does not answer, is of another chain,
   * or has not heard of a new block for long, says nothing. Takes up to a minute for each.
   *
   * @param sender whose it is; null as long as nobody has seen it
   * @param nonce its place in the order of the sender; null as long as nobody has seen it
   * @param since no transaction that took its place stands in this block or before
   * @param wanted how many nodes at most
   */
  public List<ChainSight> look(
      Chain chain,
      TransactionHash hash,
      @Nullable Address sender,
      @Nullable Long nonce,
      long since,
      int wanted) {
    return chains.look(
        chain, new ChainReader.Question(hash, sender, nonce, since, chain.depth() == null), wanted);
  }

  /** Tells operators that nodes contradict each other. */
  public void disagree(Chain chain, TransactionHash hash) {
    chains.disagree(chain, hash.value());
  }

  /** The number of the newest block; empty when no node says so. */
  public Optional<Long> height(Chain chain) {
    return chains.head(chain).map(ChainSight.Block::number);
  }

  /** What a wallet is asked to sign for a payment. */
  public WalletCall payment(Token asset, Address to, Amount amount) {
    return PaymentChains.payment(asset, to, amount);
  }

  /** What a payment may cost now; empty when no node says so. */
  public Optional<FeeHint> fee(Chain chain, Token asset) {
    return chains.fee(chain, asset);
  }

  /** What wallets have; those of which no node says so are left out. */
  public List<Funds> funds(Chain chain, Token asset, List<Address> wallets) {
    return chains.funds(chain, asset, wallets);
  }

  /**
   * Makes sure that a token counts as the settings say.
   *
   * @throws chat.parley.platform.Unavailable when it does not, or no node answers
   */
  public void requireAsDescribed(Chain chain, Token token) {
    chains.requireAsDescribed(chain, token);
  }

  /** What a wallet has signed; empty for what is no payment that somebody has signed. */
  public Optional<SignedTransaction> read(String raw) {
    return PaymentChains.read(raw);
  }

  /**
   * Sends what a wallet has signed; to repeat it does nothing.
   *
   * @throws chat.parley.ethereum.TransactionUnsent when the chain does not take it
   * @throws chat.parley.platform.Unavailable when no node answers
   */
  public void send(Chain chain, SignedTransaction signed) {
    chains.send(chain, signed);
  }

  /**
   * Gives away what is worth nothing, on a chain for development.
   *
   * @throws chat.parley.platform.Unavailable when the node does not
   */
  public void give(Chain chain, Token asset, Address to, Amount amount) {
    chains.give(chain, asset, to, amount);
  }
}
