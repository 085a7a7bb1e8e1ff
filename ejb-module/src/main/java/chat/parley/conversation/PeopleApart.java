package chat.parley.conversation;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/** One of two people blocks the other; both are answered alike, so that nobody is told who. */
public final class PeopleApart extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("people-apart", 409, "No messages can be sent here now");

  public PeopleApart() {
    super(TYPE, "Neither of you can write in this conversation now.");
  }
}
