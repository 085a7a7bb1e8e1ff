package chat.parley.tip;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/** A payment for the same request is on its way, or there. */
public final class RequestPaid extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("request-paid", 409, "You have paid this already");

  public RequestPaid() {
    super(TYPE, "A payment of yours for this request is on its way, or there.");
  }
}
