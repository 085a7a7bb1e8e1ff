package chat.parley.keys;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/** A commit, its GroupInfo or its Welcomes that break a rule of the group. */
public final class CommitInvalid extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("commit-invalid", 422, "The commit is not valid");

  public CommitInvalid(String detail) {
    super(TYPE, detail);
  }
}
