package chat.parley.identity;

import chat.parley.platform.Limits;
import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/** A person has blocked as many people as can be. */
public final class TooManyBlocks extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("too-many-blocks", 409, "Too many people are blocked");

  public TooManyBlocks() {
    super(TYPE, "You have blocked " + Limits.BLOCKED_PEOPLE + " people. Unblock somebody first.");
  }
}
