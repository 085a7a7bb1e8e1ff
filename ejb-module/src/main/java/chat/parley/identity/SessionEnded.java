package chat.parley.identity;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;

/**
 * The session was signed out, revoked, idle for too long or is over its limit; or the token is not
 * one.
 */
public final class SessionEnded extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("session-ended", 401, "The session has ended");

  public SessionEnded() {
    super(TYPE, "Sign in again.");
  }
}
