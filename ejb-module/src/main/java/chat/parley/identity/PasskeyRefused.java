package chat.parley.identity;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/** What the passkey signed does not sign anybody in. */
public final class PasskeyRefused extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("passkey-refused", 401, "The passkey is not accepted");

  /**
   * A refusal.
   *
   * @param detail what is not good
   */
  public PasskeyRefused(String detail) {
    super(TYPE, detail);
  }
}
