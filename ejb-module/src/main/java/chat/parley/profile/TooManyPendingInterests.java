package chat.parley.profile;

import chat.parley.platform.Limits;
import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/** As many interests of a person wait for moderation as may. */
public final class TooManyPendingInterests extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("too-many-pending-interests", 409, "Too many interests wait for moderation");

  public TooManyPendingInterests() {
    super(
        TYPE,
        "At most "
            + Limits.PENDING_INTERESTS
            + " of your interests wait for moderation: take some back or wait.");
  }
}
