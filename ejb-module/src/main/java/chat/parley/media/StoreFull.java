package chat.parley.media;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/** There is no room for what is to be kept. */
public final class StoreFull extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("store-full", 507, "There is no room for this now");

  /** A refusal; whoever runs the installation has to make room. */
  public StoreFull() {
    super(TYPE, "This installation has no room for more files now.");
  }
}
