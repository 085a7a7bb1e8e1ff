package chat.parley.keys;

import chat.parley.platform.Limits;
import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/** More KeyPackages than one device may have waiting. */
public final class TooManyKeyPackages extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("too-many-key-packages", 403, "This device has enough KeyPackages");

  public TooManyKeyPackages() {
    super(TYPE, "At most " + Limits.KEY_PACKAGES + " KeyPackages of a device wait.");
  }
}
