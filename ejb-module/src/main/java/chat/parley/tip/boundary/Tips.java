package chat.parley.tip.boundary;

import chat.parley.budget.OutOfBudget;
import chat.parley.budget.Spender;
import chat.parley.budget.boundary.Budgets;
import chat.parley.ethereum.Address;
import chat.parley.ethereum.Amount;
import chat.parley.ethereum.Chain;
import chat.parley.ethereum.Chain.Token;
import chat.parley.ethereum.PlaceOfTransaction;
import chat.parley.ethereum.SignedTransaction;
import chat.parley.ethereum.TransactionHash;
import chat.parley.ethereum.WalletCall;
import chat.parley.ethereum.boundary.Chains;
import chat.parley.identity.Credential;
import chat.parley.identity.boundary.Credentials;
import chat.parley.platform.AccountId;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import chat.parley.platform.NotFound;
import chat.parley.platform.Page;
import chat.parley.platform.RateLimit;
import chat.parley.platform.Unavailable;
import chat.parley.tip.MakeTip;
import chat.parley.tip.PayerWalletNeeded;
import chat.parley.tip.PromisedTip;
import chat.parley.tip.RecipientWalletNeeded;
import chat.parley.tip.TipFault;
import chat.parley.tip.TipId;
import chat.parley.tip.TipLimit;
import chat.parley.tip.TipOver;
import chat.parley.tip.TipView;
import chat.parley.tip.TransactionRefused;
import chat.parley.tip.control.TipLimitTable;
import chat.parley.tip.control.TipRow;
import chat.parley.tip.control.TipWalletTable;
import chat.parley.tip.control.TipWatch;
import chat.parley.tip.control.TipWatch.FirstSight;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Promise, claim and follow tips. Asks nodes, so nothing here runs in a transaction.
 *
 * <p>Whatever asks a node throws {@link chat.parley.platform.TooManyRequests} when an account asks
 * for too much, and {@link OutOfBudget} when nodes are asked no more this month. What was promised
 * can be claimed also then.
 */
@ApplicationScoped
public class Tips {

  @EJB private TipTransactions transactions;
  @Inject private Chains chains;
  @Inject private Credentials credentials;
  @Inject private TipWalletTable chosen;
  @Inject private TipLimitTable limits;
  @Inject private TipWatch watch;
  @Inject private Budgets budgets;

  private final RateLimit rate =
      new RateLimit(
          Limits.TIP_REQUESTS,
          Limits.TIP_WINDOW,
          "Too many requests about tips. Wait a moment, then try again.");

  /**
   * Promises a tip: stored before any wallet is asked, with everything the wallet needs.
   *
   * @throws NotFound when payer or recipient is no member of the conversation
   * @throws chat.parley.conversation.PeopleApart when one of them blocks the other
   * @throws RecipientWalletNeeded when the recipient has no wallet
   * @throws PayerWalletNeeded when the payer has none
   * @throws InvalidInput when nobody pays on this chain, or not in this token
   * @throws chat.parley.tip.TooManyTips when many wait already
   * @throws chat.parley.tip.RequestPaid when the payer has answered the same request by a payment
   * @throws chat.parley.tip.TipLimitExceeded when it is more than the payer lets himself give
   * @throws Unavailable when no node of the chain answers
   */
  public PromisedTip promise(MakeTip wish) {
    return budgets.inNameOf(Spender.asking(wish.payer()), () -> promiseNow(wish));
  }

  private PromisedTip promiseNow(MakeTip wish) {
    rate.take(wish.payer().toString());
    Optional<TipRow> before = transactions.find(wish);
    if (before.isPresent()) {
      return promised(before.get(), false);
    }
    transactions.requireBoth(wish.conversation(), wish.payer(), wish.recipient());
    Chain chain =
        chains
            .find(wish.chain())
            .orElseThrow(() -> new InvalidInput("/chain", "Nobody pays on this chain here."));
    Token asset =
        chain
            .asset(wish.token())
            .orElseThrow(() -> new InvalidInput("/token", "This token cannot be given here."));
    Address recipient = wallet(wish.recipient()).orElseThrow(RecipientWalletNeeded::new);
    List<Address> payers = wallets(wish.payer());
    if (payers.isEmpty()) {
      throw new PayerWalletNeeded();
    }
    if (payers.contains(recipient)) {
      throw new InvalidInput("/recipient", "This wallet is yours.");
    }
    chains.requireAsDescribed(chain, asset);
    long since =
        chains
            .height(chain)
            .orElseThrow(
                () -> new Unavailable(chain.name() + " cannot be asked now. Try again soon."));
    return promised(transactions.promise(wish, asset, recipient, payers, since), true);
  }

  private PromisedTip promised(TipRow tip, boolean created) {
    TipView view = tip.view();
    WalletCall call = chains.payment(view.asset(), view.address(), view.amount());
    return chains
        .find(view.chain())
        .map(chain -> priced(tip, created, call, chain))
        .orElseGet(() -> unpriced(tip, created, call));
  }

  private PromisedTip priced(TipRow tip, boolean created, WalletCall call, Chain chain) {
    TipView view = tip.view();
    List<Address> payers = List.copyOf(tip.payers());
    try {
      return new PromisedTip(
          view,
          created,
          call,
          payers,
          chains.fee(chain, view.asset()).orElse(null),
          chains.funds(chain, view.asset(), payers));
    } catch (OutOfBudget unasked) {
      // It is promised; what it costs the wallet says, too.
      return unpriced(tip, created, call);
    }
  }

  private static PromisedTip unpriced(TipRow tip, boolean created, WalletCall call) {
    return new PromisedTip(tip.view(), created, call, List.copyOf(tip.payers()), null, List.of());
  }

  /**
   * Says which transaction pays a tip. What a node knows already and does not pay is refused; what
   * it does not know yet is followed. To repeat it does nothing.
   *
   * @param place what the payer's wallet says of it, null when it does not: believed as long as no
   *     node has seen it, and only of a wallet that is proven to be the payer's
   * @throws NotFound when it is not the payer's
   * @throws TransactionRefused when it does not pay the tip
   * @throws TipOver when another one was claimed before, or it is too late
   */
  public TipView claim(
      AccountId payer, TipId id, TransactionHash hash, @Nullable PlaceOfTransaction place) {
    rate.take(payer.toString());
    TipRow tip = own(payer, id);
    List<Address> wallets = wallets(payer);
    FirstSight sight = FirstSight.NONE;
    if (!hash.equals(tip.view().hash())) {
      requireOpen(tip);
      sight = firstSight(tip, hash);
      TipFault fault = sight.fault();
      if (fault != null) {
        throw new TransactionRefused(fault);
      }
      if (sight.sender() == null && place != null && wallets.contains(place.sender())) {
        sight = new FirstSight(null, place.sender(), place.nonce());
      }
    }
    return transactions.claim(payer, id, hash, sight, wallets);
  }

  private FirstSight firstSight(TipRow tip, TransactionHash hash) {
    Chain chain = chain(tip.view());
    try {
      return budgets.inNameOf(
          Spender.asking(tip.view().payer()), () -> watch.firstSight(tip, chain, hash));
    } catch (OutOfBudget unasked) {
      // It may be paid already: it is followed as soon as there is budget again.
      return FirstSight.NONE;
    }
  }

  /**
   * Sends the transaction that pays a tip, for wallets that sign and do not send; then follows it.
   *
   * @param raw {@code 0x} and hexadecimal
   * @throws NotFound when it is not the payer's
   * @throws TransactionRefused when it does not pay the tip exactly; it is not sent then
   * @throws chat.parley.ethereum.TransactionUnsent when the chain does not take it
   * @throws TipOver when another one was claimed before, or it is too late
   */
  public TipView send(AccountId payer, TipId id, String raw) {
    rate.take(payer.toString());
    TipRow tip = own(payer, id);
    TipView view = tip.view();
    SignedTransaction signed =
        chains.read(raw).orElseThrow(() -> new InvalidInput("/raw", "This is no signed payment."));
    if (!signed.hash().equals(view.hash())) {
      requireOpen(tip);
      List<Address> wallets = wallets(payer);
      if (signed.chain() != view.chain()) {
        throw new InvalidInput("/raw", "It was signed for another chain.");
      }
      if (!wallets.contains(signed.from())) {
        throw new TransactionRefused(TipFault.FOREIGN_SENDER);
      }
      requireSame(signed.call(), chains.payment(view.asset(), view.address(), view.amount()));
      budgets.inNameOf(
          Spender.asking(payer),
          () -> {
            chains.send(chain(view), signed);
            return signed;
          });
    }
    FirstSight sight = new FirstSight(null, signed.from(), signed.nonce());
    return transactions.claim(payer, id, signed.hash(), sight, wallets(payer));
  }

  private static void requireSame(WalletCall signed, WalletCall wanted) {
    if (!signed.to().equals(wanted.to())) {
      throw new TransactionRefused(TipFault.WRONG_RECIPIENT);
    }
    if (!signed.value().equals(wanted.value()) || !signed.data().equals(wanted.data())) {
      throw new TransactionRefused(TipFault.WRONG_AMOUNT);
    }
  }

  private static void requireOpen(TipRow tip) {
    if (!tip.view().state().isOpen()) {
      throw new TipOver();
    }
  }

  /**
   * Takes a tip back that nobody has paid. To repeat it does nothing.
   *
   * @throws NotFound when it is not the payer's
   * @throws TipOver when a transaction was claimed for it
   */
  public void cancel(AccountId payer, TipId id) {
    transactions.cancel(payer, id);
  }

  /**
   * A tip, for who gives or receives it.
   *
   * @throws NotFound for everybody else
   */
  public TipView get(AccountId viewer, TipId id) {
    return transactions
        .find(id)
        .map(TipRow::view)
        .filter(tip -> tip.payer().equals(viewer) || tip.recipient().equals(viewer))
        .orElseThrow(NotFound::new);
  }

  /**
   * The tips that somebody has given and received, newest first.
   *
   * @param before the last one of the page before; null for the first page
   * @param limit 1 to 200
   */
  public Page<TipView> of(AccountId account, @Nullable TipId before, int limit) {
    List<TipView> found =
        transactions.of(account, before, limit + 1).stream().map(TipRow::view).toList();
    return found.size() <= limit
        ? new Page<>(found, null)
        : new Page<>(found.subList(0, limit), found.get(limit - 1).id().toString());
  }

  /** Where tips for somebody go: the chosen wallet, else the one that was linked first. */
  public Optional<Address> wallet(AccountId account) {
    List<Address> linked = wallets(account);
    return chosen.find(account).filter(linked::contains).or(() -> linked.stream().findFirst());
  }

  /**
   * Chooses where one's tips go; a jar that is shown follows.
   *
   * @throws InvalidInput when this wallet is not linked to the account
   */
  public void choose(AccountId account, Address wallet) {
    if (!wallets(account).contains(wallet)) {
      throw new InvalidInput("/address", "Link this wallet to your account first.");
    }
    chosen.save(account, wallet);
  }

  /**
   * The wallet that somebody shows on his profile, for tips from those with whom he does not talk.
   * Nothing when he shows none, or the one he has agreed to show is not his any more.
   */
  public Optional<Address> jar(AccountId account) {
    return chosen.jar(account).filter(wallets(account)::contains);
  }

  /**
   * Shows the wallet for tips on one's profile, or nothing any more.
   *
   * @throws InvalidInput when it is to be shown, and no wallet is linked
   */
  public void showJar(AccountId account, boolean shown) {
    if (shown) {
      chosen.show(
          account,
          wallet(account)
              .orElseThrow(
                  () -> new InvalidInput("/shown", "Link a wallet to your account first.")));
    } else {
      chosen.hide(account);
    }
  }

  /** What somebody lets himself give within a day. */
  public List<TipLimit> limits(AccountId account) {
    return limits.of(account);
  }

  /**
   * Sets what somebody lets himself give within a day, in the place of what was before.
   *
   * @param wanted at most {@link Limits#TIP_LIMITS}, each of something else
   * @throws InvalidInput when they are too many, or one is of nothing that is given here
   */
  public void limit(AccountId account, List<TipLimit> wanted) {
    if (wanted.size() > Limits.TIP_LIMITS) {
      throw new InvalidInput("/items", "At most " + Limits.TIP_LIMITS + " limits.");
    }
    Set<String> assets = new HashSet<>();
    for (TipLimit limit : wanted) {
      if (chains.find(limit.chain()).flatMap(chain -> chain.asset(limit.token())).isEmpty()) {
        throw new InvalidInput("/items", "Nobody gives this here.");
      }
      if (!assets.add(limit.chain() + " " + limit.token())) {
        throw new InvalidInput("/items", "One limit for each.");
      }
    }
    transactions.limit(account, wanted);
  }

  /**
   * Gives somebody what is worth nothing, on a chain for development.
   *
   * @throws NotFound when the chain gives nothing away
   * @throws PayerWalletNeeded when the account has no wallet
   */
  public void giveAway(AccountId account, long id) {
    rate.take(account.toString());
    Chain chain = chains.find(id).filter(Chain::hasFaucet).orElseThrow(NotFound::new);
    List<Address> wallets = wallets(account);
    if (wallets.isEmpty()) {
      throw new PayerWalletNeeded();
    }
    budgets.inNameOf(
        Spender.asking(account),
        () -> {
          for (Address wallet : wallets) {
            give(chain, chain.currency(), wallet);
            chain.tokens().forEach(token -> give(chain, token, wallet));
          }
          return wallets;
        });
  }

  private void give(Chain chain, Token asset, Address wallet) {
    chains.give(
        chain,
        asset,
        wallet,
        new Amount(
            BigInteger.valueOf(Limits.FAUCET_UNITS)
                .multiply(BigInteger.TEN.pow(asset.decimals()))));
  }

  private Chain chain(TipView tip) {
    return chains
        .find(tip.chain())
        .orElseThrow(() -> new Unavailable("Nobody pays on this chain now."));
  }

  private TipRow own(AccountId payer, TipId id) {
    return transactions
        .find(id)
        .filter(tip -> tip.view().payer().equals(payer))
        .orElseThrow(NotFound::new);
  }

  /** The wallets of an account, all proven, those first that were linked first. */
  private List<Address> wallets(AccountId account) {
    return credentials.list(account).stream()
        .map(Credential::address)
        .filter(Objects::nonNull)
        .toList();
  }
}
