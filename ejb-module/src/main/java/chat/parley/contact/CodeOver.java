package chat.parley.contact;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/**
 * An invite code that leads to nobody: replaced, taken back, of somebody who blocks or is blocked,
 * or there never was one; the answer is the same.
 */
public final class CodeOver extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("code-over", 404, "The invite code is no longer good");

  public CodeOver() {
    super(TYPE, "This code leads to nobody. Ask for a new one.");
  }
}
