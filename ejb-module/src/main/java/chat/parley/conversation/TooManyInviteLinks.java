package chat.parley.conversation;

import chat.parley.platform.Limits;
import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/** A group has as many invite links as a group may have. */
public final class TooManyInviteLinks extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("too-many-invite-links", 409, "The group has too many invite links");

  public TooManyInviteLinks() {
    super(TYPE, "A group has at most " + Limits.INVITE_LINKS + " invite links: revoke one first.");
  }
}
