package chat.parley.contact;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;
import java.time.Instant;

/** Somebody who was asked before is not asked again yet. */
public final class RequestResting extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("request-resting", 409, "You cannot ask this person again yet");

  /**
   * A refusal.
   *
   * @param again when the person may be asked again
   */
  public RequestResting(Instant again) {
    super(TYPE, "You have asked this person before. Give it some time.");
    with("again", again);
  }
}
