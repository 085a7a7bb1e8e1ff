package chat.parley.keys;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;
import chat.parley.platform.Retry;

/** A message to a group in which there is still somebody who should not hear it. */
public final class CommitNeeded extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      new ProblemType("commit-needed", 409, "The group needs a commit first", Retry.REBASE);

  public CommitNeeded() {
    super(TYPE, "A device that should not hear this is still in the group: commit first.");
  }
}
