package chat.parley.identity;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/** Somebody who is signed in has not proven what he says: that he is himself, or has a wallet. */
public final class ProofRefused extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE = ProblemType.of("proof-refused", 403, "This is not proven");

  /**
   * A refusal.
   *
   * @param detail what is not good
   */
  public ProofRefused(String detail) {
    super(TYPE, detail);
  }
}
