package chat.parley.identity;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/** What changes how an account is opened asks for a proof that is only minutes old. */
public final class ReauthenticationNeeded extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("reauthentication-needed", 403, "Prove again that this is you");

  public ReauthenticationNeeded() {
    super(TYPE, "Prove who you are with one of your ways to sign in, then try again.");
  }
}
