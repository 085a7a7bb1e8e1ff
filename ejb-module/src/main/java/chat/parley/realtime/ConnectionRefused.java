package chat.parley.realtime;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/** A {@code hello} that cannot be welcomed: the connection ends with this code. */
public final class ConnectionRefused extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("connection-refused", 409, "The connection cannot begin");

  private final CloseCode code;

  /**
   * A refusal.
   *
   * @param why at most 100 characters of ASCII: it travels in the close frame
   */
  public ConnectionRefused(CloseCode code, String why) {
    super(TYPE, why);
    this.code = code;
  }

  public CloseCode code() {
    return code;
  }
}
