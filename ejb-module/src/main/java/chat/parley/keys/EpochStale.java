package chat.parley.keys;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;
import chat.parley.platform.Retry;

/** A message of an epoch that the group is not in (any more). */
public final class EpochStale extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      new ProblemType("epoch-stale", 409, "The message is of another epoch", Retry.REBASE);

  /**
   * A refusal.
   *
   * @param current the epoch that the group is in; 0 when it has none yet
   */
  public EpochStale(long current) {
    super(TYPE, "The group is in epoch " + current + ": encrypt the message again.");
    with("epoch", current);
  }
}
