package chat.parley.message;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/** A message of somebody else that the caller may neither erase nor ask about. */
public final class NotYourMessage extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("not-your-message", 403, "The message is somebody else's");

  /** A refusal of the message at this place. */
  public NotYourMessage(long seq) {
    super(TYPE, "Entry " + seq + " was written by somebody else.");
    with("seq", seq);
  }
}
