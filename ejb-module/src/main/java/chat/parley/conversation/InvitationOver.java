package chat.parley.conversation;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/**
 * An invite link that lets nobody in: expired, used up, revoked, or there never was one; the answer
 * is the same.
 */
public final class InvitationOver extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("invitation-over", 404, "The invitation is over");

  public InvitationOver() {
    super(TYPE, "This invite link is no longer good. Ask for a new one.");
  }
}
