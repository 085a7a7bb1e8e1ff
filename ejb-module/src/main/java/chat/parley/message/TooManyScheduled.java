package chat.parley.message;

import chat.parley.platform.Limits;
import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/** Somebody has as many scheduled messages as one may have. */
public final class TooManyScheduled extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("too-many-scheduled", 403, "Too many messages are scheduled");

  /** A refusal of one more. */
  public TooManyScheduled() {
    super(TYPE, "At most " + Limits.SCHEDULED_MESSAGES + " messages of a person wait at once.");
  }
}
