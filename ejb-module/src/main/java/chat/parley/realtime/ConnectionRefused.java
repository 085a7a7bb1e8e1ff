package chat.parley.realtime;

import chat.parley.identity.SessionEnd;
import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;
import org.jspecify.annotations.Nullable;

/** A {@code hello} that cannot be welcomed: the connection ends with this code. */
public final class ConnectionRefused extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("connection-refused", 409, "The connection cannot begin");

  private final CloseCode code;
  private final @Nullable SessionEnd ended;

  /**
   * A refusal.
   *
   * @param why at most 100 characters of ASCII: it travels in the close frame
   */
  public ConnectionRefused(CloseCode code, String why) {
    super(TYPE, why);
    this.code = code;
    this.ended = null;
  }

  /** A connection whose session is over. */
  public ConnectionRefused(SessionEnd ended) {
    super(TYPE, "the session has ended");
    this.code = CloseCode.SIGN_IN;
    this.ended = ended;
  }

  /** Why the session is over; null when it is not. */
  public @Nullable SessionEnd ended() {
    return ended;
  }

  public CloseCode code() {
    return code;
  }
}
