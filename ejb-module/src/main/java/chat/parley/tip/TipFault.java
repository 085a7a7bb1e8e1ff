package chat.parley.tip;

import java.util.Locale;

/** Why a transaction does not pay a tip. */
public enum TipFault {
  /** No wallet of the payer has paid. */
  FOREIGN_SENDER("No wallet of the payer has paid this."),
  /** Somebody else was paid. */
  WRONG_RECIPIENT("It pays somebody else."),
  /** More or less was paid. */
  WRONG_AMOUNT("It pays another amount."),
  /** The token of the tip moved nothing, whatever other contracts say. */
  WRONG_TOKEN("It does not move the token of this tip."),
  /** Several payments in one, of which none is this one for sure. */
  AMBIGUOUS("It pays more than once."),
  /** It stood on the chain before the tip was promised. */
  TOO_EARLY("It is older than the tip."),
  /** It came into a block after the tip had expired. */
  TOO_LATE("It came after the tip had expired."),
  /** The chain has refused it. */
  REVERTED("The transaction failed."),
  /** It has paid another tip. */
  ALREADY_USED("It has paid another tip.");

  private final String sentence;

  TipFault(String sentence) {
    this.sentence = sentence;
  }

  /** As it is written on the wire. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** For a person. */
  public String sentence() {
    return sentence;
  }
}
