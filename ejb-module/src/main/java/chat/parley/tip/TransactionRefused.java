package chat.parley.tip;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/** A transaction does not pay the tip for which it is claimed; names why. */
public final class TransactionRefused extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("transaction-refused", 422, "This transaction does not pay the tip");

  public TransactionRefused(TipFault fault) {
    super(TYPE, fault.sentence());
    with("fault", fault.word());
  }
}
