package chat.parley.tip.control;

import chat.parley.ethereum.Address;
import chat.parley.ethereum.Chain;
import chat.parley.ethereum.ChainSight;
import chat.parley.ethereum.ChainSight.Inclusion;
import chat.parley.ethereum.ChainSight.Transaction;
import chat.parley.ethereum.TransactionHash;
import chat.parley.ethereum.boundary.Chains;
import chat.parley.tip.TipFault;
import chat.parley.tip.TipState;
import chat.parley.tip.TipView;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks nodes about a tip, as many as its amount needs. Takes time: never in a transaction. */
public final class TipWatch {

  /** What says that a transaction in the place of another one was never meant for the tip. */
  private static final Set<TipFault> SOMETHING_ELSE =
      EnumSet.of(
          TipFault.FOREIGN_SENDER,
          TipFault.WRONG_RECIPIENT,
          TipFault.WRONG_AMOUNT,
          TipFault.WRONG_TOKEN);

  private final Chains chains;

  public TipWatch(Chains chains) {
    this.chains = chains;
  }

  /** What the tip is now; empty when no node can be believed. */
  public Optional<Outcome> look(TipRow tip, Chain chain) {
    List<Outcome> one = ask(tip, chain, 1);
    if (one.isEmpty()) {
      return Optional.empty();
    }
    Outcome first = one.get(0);
    TipView view = tip.view();
    int witnesses = chains.witnesses(chain, view.asset(), view.amount());
    if (!first.verdict().settled() || witnesses == 1) {
      return Optional.of(first);
    }
    // One word is not enough to end it.
    List<Outcome> all = ask(tip, chain, witnesses);
    if (all.size() == witnesses && all.stream().allMatch(first::agrees)) {
      return Optional.of(first);
    }
    if (all.stream().anyMatch(first::isContradictedBy)) {
      chains.disagree(chain, first.hash());
    }
    return Optional.of(first.held());
  }

  /**
   * What nodes say of a transaction before it is claimed.
   *
   * @param fault why it cannot pay the tip; null when it can, or no node knows it
   * @param sender whose it is; null when no node knows it
   * @param nonce its place in the order of its sender; null when no node knows it
   */
  public record FirstSight(
      @Nullable TipFault fault, @Nullable Address sender, @Nullable Long nonce) {

    /** No node knows it. */
    public static final FirstSight NONE = new FirstSight(null, null, null);
  }

  /**
   * Looks at a transaction that is about to be claimed. By whose it is another one is found that
   * takes its place, perhaps before the next look. As many nodes as its amount needs must say that
   * it does not pay: what one alone says against it is looked into after the claim.
   */
  public FirstSight firstSight(TipRow tip, Chain chain, TransactionHash hash) {
    TipView view = tip.view();
    int witnesses = chains.witnesses(chain, view.asset(), view.amount());
    List<ChainSight> sights =
        chains.look(chain, hash, null, null, tip.since(), witnesses).stream()
            .filter(sight -> sight.transaction() != null)
            .toList();
    List<TipFault> faults =
        sights.stream()
            .map(sight -> judge(tip, chain, sight, false).fault())
            .filter(Objects::nonNull)
            .toList();
    boolean isRefused = faults.size() == witnesses && Set.copyOf(faults).size() == 1;
    TipFault fault = isRefused ? faults.get(0) : null;
    return sights.stream()
        .map(ChainSight::transaction)
        .filter(Objects::nonNull)
        .findFirst()
        .map(seen -> new FirstSight(fault, seen.from(), seen.nonce()))
        .orElse(FirstSight.NONE);
  }

  private List<Outcome> ask(TipRow tip, Chain chain, int wanted) {
    TransactionHash hash = tip.view().hash();
    if (hash == null) {
      throw new IllegalArgumentException("nothing is claimed");
    }
    return chains.look(chain, hash, tip.sender(), tip.nonce(), tip.since(), wanted).stream()
        .map(sight -> outcome(tip, chain, hash, sight, wanted))
        .toList();
  }

  private Outcome outcome(
      TipRow tip, Chain chain, TransactionHash hash, ChainSight sight, int wanted) {
    TransactionHash successor = sight.successor();
    if (successor != null) {
      Outcome replaced = replaced(tip, chain, hash, successor, wanted);
      if (replaced != null) {
        return replaced;
      }
    }
    Transaction seen = sight.transaction();
    return new Outcome(
        judge(tip, chain, sight, wasIncluded(tip.view().state())),
        hash,
        seen == null ? tip.sender() : seen.from(),
        seen == null ? tip.nonce() : Long.valueOf(seen.nonce()),
        sight.head().number());
  }

  /**
   * What has become of a tip whose transaction was replaced: settled only when as many nodes as
   * wanted say the same of the other transaction, whichever of them has told of it.
   */
  private @Nullable Outcome replaced(
      TipRow tip, Chain chain, TransactionHash hash, TransactionHash successor, int wanted) {
    List<Outcome> said =
        chains.look(chain, successor, tip.sender(), tip.nonce(), tip.since(), wanted).stream()
            .map(sight -> replaced(tip, chain, hash, successor, sight))
            .filter(Objects::nonNull)
            .toList();
    if (said.isEmpty()) {
      return null;
    }
    Outcome first = said.get(0);
    boolean isAgreed = said.size() == wanted && said.stream().allMatch(first::agrees);
    return isAgreed ? first : first.held();
  }

  /** A wallet that speeds a payment up sends the same again; one that cancels sends nothing. */
  private static @Nullable Outcome replaced(
      TipRow tip, Chain chain, TransactionHash hash, TransactionHash successor, ChainSight sight) {
    Transaction seen = sight.transaction();
    Inclusion inclusion = sight.inclusion();
    if (seen == null || inclusion == null) {
      return null;
    }
    long head = sight.head().number();
    Verdict verdict = judge(tip, chain, sight, false);
    TipFault fault = verdict.fault();
    if (fault == null || !SOMETHING_ELSE.contains(fault)) {
      return new Outcome(verdict, successor, seen.from(), seen.nonce(), head);
    }
    return new Outcome(
        verdict.settled() ? Verdict.over(TipState.REPLACED) : Verdict.waiting(TipState.REPLACED),
        hash,
        seen.from(),
        seen.nonce(),
        head);
  }

  private static Verdict judge(TipRow tip, Chain chain, ChainSight sight, boolean wasIncluded) {
    return TipRules.judge(tip.terms(), sight, chain.depth(), chain.blockTime(), wasIncluded);
  }

  private static boolean wasIncluded(TipState state) {
    return state == TipState.INCLUDED
        || state == TipState.CONFIRMING
        || state == TipState.REORGED
        || state == TipState.FAILED;
  }
}
