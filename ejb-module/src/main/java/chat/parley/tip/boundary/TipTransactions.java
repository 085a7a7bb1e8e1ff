package chat.parley.tip.boundary;

import static jakarta.ejb.TransactionAttributeType.REQUIRED;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.PeopleApart;
import chat.parley.conversation.boundary.Memberships;
import chat.parley.ethereum.Address;
import chat.parley.ethereum.Amount;
import chat.parley.ethereum.Chain;
import chat.parley.ethereum.Chain.Token;
import chat.parley.ethereum.ChainSight.Block;
import chat.parley.ethereum.TransactionHash;
import chat.parley.identity.boundary.Accounts;
import chat.parley.identity.boundary.Blocks;
import chat.parley.journal.boundary.Journal;
import chat.parley.platform.AccountId;
import chat.parley.platform.Job;
import chat.parley.platform.Limits;
import chat.parley.platform.NotFound;
import chat.parley.platform.boundary.Outbox;
import chat.parley.tip.MakeTip;
import chat.parley.tip.RequestPaid;
import chat.parley.tip.TipFault;
import chat.parley.tip.TipId;
import chat.parley.tip.TipLimit;
import chat.parley.tip.TipLimitExceeded;
import chat.parley.tip.TipOver;
import chat.parley.tip.TipState;
import chat.parley.tip.TipView;
import chat.parley.tip.TooManyTips;
import chat.parley.tip.TransactionRefused;
import chat.parley.tip.control.Outcome;
import chat.parley.tip.control.Telling;
import chat.parley.tip.control.TipJob;
import chat.parley.tip.control.TipLimitTable;
import chat.parley.tip.control.TipNews;
import chat.parley.tip.control.TipRow;
import chat.parley.tip.control.TipTable;
import chat.parley.tip.control.TipWatch.FirstSight;
import chat.parley.tip.control.Verdict;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every change of a tip, as a whole or not at all: the row, its history, the entry that tells the
 * conversation, the fact for other systems, and the job that looks next. The row is locked first,
 * the stream of the conversation last.
 */
@Stateless
@TransactionAttribute(REQUIRED)
public class TipTransactions {

  @Inject private TipTable tips;
  @Inject private TipLimitTable limits;
  @EJB private Memberships memberships;
  @EJB private Accounts accounts;
  @EJB private Blocks blocks;
  @EJB private Journal journal;
  @EJB private Outbox outbox;
  @Inject private Clock clock;

  /** A tip, as it is stored. */
  public Optional<TipRow> find(TipId id) {
    return tips.find(id);
  }

  /** The tip that this wish has made before. */
  public Optional<TipRow> find(MakeTip wish) {
    return tips.find(wish.device(), wish.key());
  }

  /** The newest of those that somebody gives or receives. */
  public List<TipRow> of(AccountId account, @Nullable TipId before, int limit) {
    return tips.of(account, before, limit);
  }

  /**
   * Makes sure that one member may tip another one now.
   *
   * @throws NotFound when one of them is no member
   * @throws PeopleApart when one of them blocks the other
   */
  public void requireBoth(ConversationId conversation, AccountId payer, AccountId recipient) {
    memberships.requireMember(conversation, payer);
    memberships.requireMembers(conversation, List.of(recipient));
    if (blocks.isApart(payer, recipient)) {
      throw new PeopleApart();
    }
  }

  /**
   * Writes a promise.
   *
   * @param recipient where it is to go
   * @param payers from where it may come
   * @param since the newest block
   * @throws TooManyTips when many wait already
   * @throws RequestPaid when the request was answered by a payment of this payer
   * @throws TipLimitExceeded when it is more than the payer lets himself give
   */
  public TipRow promise(
      MakeTip wish, Token asset, Address recipient, List<Address> payers, long since) {
    requireBoth(wish.conversation(), wish.payer(), wish.recipient());
    if (!accounts.hold(List.of(wish.payer(), wish.recipient()))) {
      throw new NotFound();
    }
    if (tips.countOpen(wish.payer()) >= Limits.TIPS_OPEN) {
      throw new TooManyTips();
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    requireAllowed(wish, asset, now);
    TipId id = TipId.next();
    if (tips.insert(id, wish, asset, recipient, payers, since, now, now.plus(Limits.TIP_OPEN))) {
      TipRow made = tips.find(id).orElseThrow(NotFound::new);
      outbox.put(List.of(new TipJob(id, made.look()).after(Limits.TIP_OPEN)));
      tell(made.view(), null, wish.payer());
      return made;
    }
    return tips.find(wish.device(), wish.key()).orElseThrow(NotFound::new);
  }

  /** One after the other for each payer: two promises at once are not counted as one. */
  private void requireAllowed(MakeTip wish, Token asset, Instant now) {
    tips.hold(wish.payer());
    if (tips.find(wish.device(), wish.key()).isPresent()) {
      return;
    }
    Long request = wish.request();
    if (request != null && tips.isAnswered(wish.payer(), wish.conversation(), request)) {
      throw new RequestPaid();
    }
    Optional<Amount> most = limits.find(wish.payer(), wish.chain(), asset.address());
    if (most.isPresent()) {
      BigInteger given =
          tips.given(
              wish.payer(), wish.chain(), asset.address(), now.minus(Limits.TIP_LIMIT_WINDOW));
      BigInteger left = most.get().units().subtract(given);
      if (wish.amount().units().compareTo(left) > 0) {
        throw new TipLimitExceeded(left.max(BigInteger.ZERO));
      }
    }
  }

  /**
   * Keeps the limits that somebody sets for himself, in the place of those before.
   *
   * @throws NotFound when the account is no more
   */
  public void limit(AccountId account, List<TipLimit> wanted) {
    if (!accounts.hold(List.of(account))) {
      throw new NotFound();
    }
    tips.hold(account);
    limits.replace(account, wanted);
  }

  /**
   * Binds a transaction to a tip, and has it looked at.
   *
   * @param sight what nodes say of the transaction now
   * @param wallets what the payer has proven by now
   * @throws NotFound when it is not the payer's
   * @throws TipOver when another one was claimed before, or it is too late
   * @throws TransactionRefused when the transaction has paid another tip
   */
  public TipView claim(
      AccountId payer, TipId id, TransactionHash hash, FirstSight sight, List<Address> wallets) {
    TipRow tip = locked(payer, id);
    TipView view = tip.view();
    if (hash.equals(view.hash())) {
      return view;
    }
    Instant now = clock.instant();
    if (!view.state().isOpen()
        || view.hash() != null
        || now.isAfter(view.expiresAt().plus(Limits.TIP_CLAIMED_LATE))) {
      throw new TipOver();
    }
    if (view.asset().address() == null && tips.isUsed(tip, hash, -1)) {
      throw new TransactionRefused(TipFault.ALREADY_USED);
    }
    Set<Address> payers = new HashSet<>(tip.payers());
    payers.addAll(wallets);
    tips.keepWallets(id, payers);
    TipView claimed = changed(view, Verdict.waiting(TipState.SUBMITTED), hash, now);
    write(tip, claimed, null, sight.sender(), sight.nonce(), null, Duration.ZERO);
    tell(claimed, null, payer);
    return claimed;
  }

  /**
   * Takes a tip back that nobody has paid.
   *
   * @throws NotFound when it is not the payer's
   * @throws TipOver when a transaction was claimed for it
   */
  public void cancel(AccountId payer, TipId id) {
    TipRow tip = locked(payer, id);
    if (tip.view().state() == TipState.CANCELLED) {
      return;
    }
    if (tip.view().state() != TipState.INTENT) {
      throw new TipOver();
    }
    TipView over = changed(tip.view(), Verdict.over(TipState.CANCELLED), null, clock.instant());
    write(tip, over, null, null, null, null, Duration.ZERO);
    tell(over, null, payer);
  }

  /** Nothing was claimed in time. It can still be claimed later that it was paid in time. */
  public void expire(TipRow seen) {
    TipRow tip = unchanged(seen);
    Instant now = clock.instant();
    if (tip == null || tip.view().hash() != null) {
      return;
    }
    if (now.isBefore(tip.view().expiresAt())) {
      write(tip, tip.view(), null, null, null, null, Duration.between(now, tip.view().expiresAt()));
      return;
    }
    TipView over = changed(tip.view(), Verdict.over(TipState.EXPIRED), null, now);
    write(tip, over, null, null, null, null, Duration.ZERO);
    tell(over, null, null);
  }

  /** Nothing is known: it is looked at again after a while. */
  public void later(TipRow seen, Duration blockTime) {
    TipRow tip = unchanged(seen);
    if (tip != null) {
      Duration pause = Telling.pause(blockTime, tip.view().changedAt(), clock.instant());
      outbox.put(List.of(postpone(tip, pause)));
    }
  }

  /** Writes what a look has brought, unless somebody was faster. */
  public void apply(TipRow seen, Chain chain, Outcome outcome) {
    TipRow tip = unchanged(seen);
    if (tip == null || !String.valueOf(tip.view().hash()).equals(hash(seen))) {
      return;
    }
    Verdict verdict = outcome.verdict();
    Long paidBy = verdict.logIndex();
    if (paidBy != null && tips.isUsed(tip, outcome.hash(), paidBy)) {
      verdict = Verdict.failed(TipFault.ALREADY_USED, true);
    }
    Instant now = clock.instant();
    TipView after = changed(tip.view(), verdict, outcome.hash(), now);
    boolean isNews = Telling.isNews(tip.view(), tip.told(), after);
    Duration pause = Telling.pause(chain.blockTime(), after.changedAt(), now);
    write(
        new TipRow(
            tip.view(),
            tip.since(),
            tip.payers(),
            tip.sender(),
            tip.nonce(),
            tip.logIndex(),
            isNews ? after.confirmations() : tip.told(),
            tip.look()),
        after,
        verdict.block(),
        outcome.sender(),
        outcome.nonce(),
        verdict.logIndex(),
        pause);
    if (isNews) {
      tell(after, verdict.block(), null);
    }
  }

  /**
   * Has tips looked at again whose jobs were lost.
   *
   * @return how many
   */
  public int findLost() {
    List<Job> jobs = new ArrayList<>();
    for (TipRow tip : tips.lost(clock.instant().minus(Limits.TIP_JOB_LOST))) {
      jobs.add(postpone(tip, Duration.ZERO));
    }
    outbox.put(jobs);
    return jobs.size();
  }

  private Job postpone(TipRow tip, Duration pause) {
    TipRow next = withLook(tip, tip.view(), tip.sender(), tip.nonce(), tip.logIndex());
    tips.postpone(next, clock.instant().plus(pause));
    return new TipJob(tip.view().id(), next.look()).after(pause);
  }

  private TipRow locked(AccountId payer, TipId id) {
    return tips.lock(id).filter(tip -> tip.view().payer().equals(payer)).orElseThrow(NotFound::new);
  }

  /** The tip, locked; null when another job has looked at it since. */
  private @Nullable TipRow unchanged(TipRow seen) {
    return tips.lock(seen.view().id())
        .filter(tip -> !tip.view().settled() && tip.look() == seen.look())
        .orElse(null);
  }

  private void write(
      TipRow before,
      TipView after,
      @Nullable Block block,
      @Nullable Address sender,
      @Nullable Long nonce,
      @Nullable Long logIndex,
      Duration pause) {
    TipRow next = withLook(before, after, sender, nonce, logIndex);
    tips.change(next, block, clock.instant().plus(pause));
    if (!after.settled()) {
      outbox.put(List.of(new TipJob(after.id(), next.look()).after(pause)));
    }
  }

  private static TipRow withLook(
      TipRow tip,
      TipView view,
      @Nullable Address sender,
      @Nullable Long nonce,
      @Nullable Long logIndex) {
    return new TipRow(
        view, tip.since(), tip.payers(), sender, nonce, logIndex, tip.told(), tip.look() + 1);
  }

  private void tell(TipView tip, @Nullable Block block, @Nullable AccountId by) {
    int step = tips.remember(tip, block);
    outbox.put(List.of(TipNews.event(tip, step, clock.instant())));
    journal.appendInTransaction(List.of(TipNews.entry(tip, by)));
  }

  private static TipView changed(
      TipView view, Verdict verdict, @Nullable TransactionHash hash, Instant now) {
    boolean isSame =
        view.state() == verdict.state()
            && view.fault() == verdict.fault()
            && view.confirmations() == verdict.confirmations()
            && Objects.equals(view.hash(), hash);
    return new TipView(
        view.id(),
        view.conversation(),
        view.payer(),
        view.recipient(),
        view.address(),
        view.chain(),
        view.asset(),
        view.amount(),
        view.request(),
        verdict.state(),
        verdict.fault(),
        hash,
        verdict.from(),
        verdict.confirmations(),
        verdict.needed(),
        verdict.settled(),
        view.createdAt(),
        view.expiresAt(),
        isSame ? view.changedAt() : now.truncatedTo(ChronoUnit.MILLIS));
  }

  private static String hash(TipRow tip) {
    return String.valueOf(tip.view().hash());
  }
}
