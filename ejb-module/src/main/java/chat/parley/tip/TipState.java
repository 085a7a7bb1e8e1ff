package chat.parley.tip;

import java.util.Locale;

/** How far a tip has come. */
public enum TipState {
  /** Promised; nobody has claimed yet to have paid. */
  INTENT,
  /** A transaction is claimed that is in no block yet. */
  SUBMITTED,
  /** The transaction has just come into a block. */
  INCLUDED,
  /** More blocks have followed, and not enough. */
  CONFIRMING,
  /** Paid, and nothing changes that any more. */
  FINAL,
  /** The payer's wallet has put something else in the place of the transaction. */
  REPLACED,
  /** What was claimed does not pay the tip; the reason says why. */
  FAILED,
  /** The block of the transaction is none of the chain any more. */
  REORGED,
  /** Not paid in time. */
  EXPIRED,
  /** Taken back by its payer before he paid. */
  CANCELLED;

  /** As it is written on the wire. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a transaction can still be claimed for it. */
  public boolean isOpen() {
    return this == INTENT || this == EXPIRED;
  }
}
