package chat.parley.tip;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/** Nothing can be done about the tip any more. */
public final class TipOver extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("tip-over", 409, "It is too late for this tip");

  public TipOver() {
    super(TYPE, "The tip was claimed, taken back or settled before, or is too old.");
  }
}
