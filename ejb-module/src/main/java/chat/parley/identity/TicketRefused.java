package chat.parley.identity;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/** The ticket is unknown, used, expired, or its session has ended. */
public final class TicketRefused extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("ticket-refused", 401, "The socket ticket is not good");

  public TicketRefused() {
    super(TYPE, "Ask for a new ticket.");
  }
}
