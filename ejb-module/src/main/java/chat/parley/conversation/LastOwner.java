package chat.parley.conversation;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/** The only owner cannot go, or become less, while others are in the group. */
public final class LastOwner extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE = ProblemType.of("last-owner", 409, "A group has an owner");

  public LastOwner() {
    super(TYPE, "You are the only owner. Make somebody else an owner first.");
  }
}
