package chat.parley.keys;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;
import chat.parley.platform.Retry;

/** A commit for an epoch that the group is not in (any more). */
public final class EpochConflict extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      new ProblemType("epoch-conflict", 409, "Somebody else has committed first", Retry.REBASE);

  /**
   * A refusal.
   *
   * @param current the epoch that the group is in
   */
  public EpochConflict(long current) {
    super(TYPE, "The group is in epoch " + current + ".");
    with("epoch", current);
  }
}
