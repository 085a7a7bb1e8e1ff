package chat.parley.identity;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/** The issuer answers, but not as one may believe it. Operators are told what it was. */
public final class IssuerFault extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("issuer-fault", 502, "The issuer's answer cannot be used");

  public IssuerFault() {
    super(TYPE, "Sign in another way, and tell whoever runs this server.");
  }
}
