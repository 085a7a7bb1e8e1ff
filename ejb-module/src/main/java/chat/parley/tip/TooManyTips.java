package chat.parley.tip;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/** Too many tips wait to be paid. */
public final class TooManyTips extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE = ProblemType.of("too-many-tips", 429, "Too many tips wait");

  public TooManyTips() {
    super(TYPE, "Pay the tips that wait, or take them back.");
  }
}
