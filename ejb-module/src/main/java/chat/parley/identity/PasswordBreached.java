package chat.parley.identity;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/** The password stands in lists that attackers try first, or is the user name. */
public final class PasswordBreached extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("password-breached", 422, "This password is known to attackers");

  public PasswordBreached() {
    super(TYPE, "It was published in a breach, or is your user name. Choose another one.");
  }
}
