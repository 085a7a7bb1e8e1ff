package chat.parley.trust;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/** Whom a person has verified was changed meanwhile. */
public final class VerificationsConflict extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("verifications-conflict", 409, "Somebody has written in between");

  public VerificationsConflict() {
    super(TYPE, "Read what is there, add to it, and try again.");
  }
}
