package chat.parley.realtime;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/** The cursors do not belong to this log: synchronise anew, and keep what is not sent yet. */
public final class ResyncNeeded extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("resync-needed", 409, "The log is not the one you know");

  public ResyncNeeded() {
    super(TYPE, "Begin without cursors and without a generation, and keep what you have not sent.");
  }
}
