package chat.parley.identity;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/** An account whose e-mail address was never verified may do little more than verify it. */
public final class EmailUnverified extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("email-unverified", 403, "Verify your e-mail address first");

  public EmailUnverified() {
    super(TYPE, "Use the link in the mail that was sent to you, then refresh the session.");
  }
}
