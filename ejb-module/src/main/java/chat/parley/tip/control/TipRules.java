package chat.parley.tip.control;

import chat.parley.ethereum.Address;
import chat.parley.ethereum.ChainSight;
import chat.parley.ethereum.ChainSight.Inclusion;
import chat.parley.ethereum.ChainSight.Transaction;
import chat.parley.ethereum.ChainSight.Transfer;
import chat.parley.platform.Limits;
import chat.parley.tip.TipFault;
import chat.parley.tip.TipState;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What makes a tip true. Everything comes from the promise and from a node; nothing of it from the
 * one who says that he has paid.
 */
final class TipRules {

  private TipRules() {}

  /** By what a tip was paid: which event, or -1 for the transaction itself, and whose wallet. */
  private record Paid(long logIndex, @Nullable Address from) {}

  /**
   * What a tip is by what a node says of the transaction that is claimed for it.
   *
   * @param depth how many blocks make a payment final; null when the chain says which blocks are
   * @param wasIncluded whether the transaction stood in a block before
   * @param blockTime of the chain
   */
  static Verdict judge(
      TipTerms terms,
      ChainSight sight,
      @Nullable Integer depth,
      Duration blockTime,
      boolean wasIncluded) {
    Inclusion inclusion = sight.inclusion();
    if (inclusion == null) {
      return outside(terms, sight, depth, blockTime, wasIncluded);
    }
    long number = inclusion.block().number();
    int confirmations = (int) Math.min(Integer.MAX_VALUE, sight.head().number() - number + 1);
    boolean isDeep = isDeep(sight, number, depth);
    TipFault fault = fault(terms, sight.transaction(), inclusion);
    if (fault != null) {
      return Verdict.failed(fault, isDeep);
    }
    int needed = depth == null ? 0 : depth;
    TipState state =
        isDeep ? TipState.FINAL : confirmations == 1 ? TipState.INCLUDED : TipState.CONFIRMING;
    Paid paid = paid(terms, sight.transaction(), inclusion);
    return new Verdict(
        state,
        null,
        inclusion.block(),
        paid.logIndex(),
        paid.from(),
        needed == 0 ? confirmations : Math.min(confirmations, needed),
        needed,
        isDeep);
  }

  /** In no block, or in none any more. */
  private static Verdict outside(
      TipTerms terms,
      ChainSight sight,
      @Nullable Integer depth,
      Duration blockTime,
      boolean wasIncluded) {
    Transaction transaction = sight.transaction();
    TipFault fault = transaction == null ? null : signed(terms, transaction);
    if (fault != null) {
      // What was signed does not change, whatever the chain does.
      return Verdict.failed(fault, true);
    }
    if (sight.head().time().isAfter(terms.expiresAt())) {
      // A block of before could still come back: for as long as others become final.
      Duration margin = blockTime.multipliedBy(depth == null ? 128 : depth);
      boolean isOver = sight.head().time().isAfter(terms.expiresAt().plus(margin));
      return isOver ? Verdict.over(TipState.EXPIRED) : Verdict.waiting(TipState.EXPIRED);
    }
    return Verdict.waiting(wasIncluded ? TipState.REORGED : TipState.SUBMITTED);
  }

  /** Whether what stands in this block stays. */
  static boolean isDeep(ChainSight sight, long number, @Nullable Integer depth) {
    Long finalized = sight.finalized();
    return depth == null
        ? finalized != null && number <= finalized
        : sight.head().number() - number + 1 >= depth;
  }

  /**
   * Why what was signed cannot pay the tip, whatever becomes of it; null when it can. Of a token
   * only the chain says: a wallet that is a contract pays by transactions of others.
   */
  static @Nullable TipFault signed(TipTerms terms, Transaction transaction) {
    if (terms.token() != null) {
      return null;
    }
    if (!terms.payers().contains(transaction.from())) {
      return TipFault.FOREIGN_SENDER;
    }
    if (!terms.recipient().equals(transaction.to())) {
      return TipFault.WRONG_RECIPIENT;
    }
    return transaction.value().equals(terms.amount().units()) ? null : TipFault.WRONG_AMOUNT;
  }

  private static @Nullable TipFault fault(
      TipTerms terms, @Nullable Transaction transaction, Inclusion inclusion) {
    TipFault signed = transaction == null ? null : signed(terms, transaction);
    if (signed != null) {
      return signed;
    }
    if (!inclusion.succeeded()) {
      return TipFault.REVERTED;
    }
    // Clocks differ; a payment that is a little older has paid no other tip, which is asked, too.
    if (inclusion.block().time().isBefore(terms.createdAt().minus(Limits.TIP_CLOCKS_DIFFER))) {
      return TipFault.TOO_EARLY;
    }
    if (inclusion.block().time().isAfter(terms.expiresAt())) {
      return TipFault.TOO_LATE;
    }
    return terms.token() == null ? null : moved(terms, inclusion);
  }

  /** Why the events do not say that the token was paid: the first thing that does not fit. */
  private static @Nullable TipFault moved(TipTerms terms, Inclusion inclusion) {
    List<Transfer> ours =
        inclusion.transfers().stream()
            .filter(transfer -> transfer.token().equals(terms.token()))
            .toList();
    if (ours.isEmpty()) {
      return TipFault.WRONG_TOKEN;
    }
    List<Transfer> given =
        ours.stream().filter(transfer -> terms.payers().contains(transfer.from())).toList();
    if (given.isEmpty()) {
      return TipFault.FOREIGN_SENDER;
    }
    List<Transfer> received =
        given.stream().filter(transfer -> transfer.to().equals(terms.recipient())).toList();
    if (received.isEmpty()) {
      return TipFault.WRONG_RECIPIENT;
    }
    return switch ((int) received.stream().filter(transfer -> isExact(terms, transfer)).count()) {
      case 0 -> TipFault.WRONG_AMOUNT;
      case 1 -> null;
      default -> TipFault.AMBIGUOUS;
    };
  }

  private static boolean isExact(TipTerms terms, Transfer transfer) {
    return transfer.value().equals(terms.amount().units());
  }

  private static Paid paid(TipTerms terms, @Nullable Transaction transaction, Inclusion inclusion) {
    if (terms.token() == null) {
      return new Paid(-1, transaction == null ? null : transaction.from());
    }
    return inclusion.transfers().stream()
        .filter(transfer -> transfer.token().equals(terms.token()))
        .filter(transfer -> terms.payers().contains(transfer.from()))
        .filter(transfer -> transfer.to().equals(terms.recipient()))
        .filter(transfer -> isExact(terms, transfer))
        .map(transfer -> new Paid(transfer.index(), transfer.from()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nothing was paid"));
  }
}
