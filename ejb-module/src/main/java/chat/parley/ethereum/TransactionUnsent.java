package chat.parley.ethereum;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/** The node of a chain does not take a signed transaction. */
public final class TransactionUnsent extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("transaction-unsent", 422, "The chain does not take this transaction");

  public TransactionUnsent() {
    super(TYPE, "The chain does not take it: its nonce is used, or what it costs is not there.");
  }
}
