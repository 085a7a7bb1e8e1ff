package chat.parley.identity;

import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The session was signed out, revoked, idle for too long or is over its limit; or the token is not
 * one.
 */
public final class SessionEnded extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("session-ended", 401, "The session has ended");

  /**
   * A refusal.
   *
   * @param why null when there is no such session, or no more
   */
  public SessionEnded(@Nullable SessionEnd why) {
    super(TYPE, "Sign in again.");
    if (why != null) {
      with("reason", why.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
  }
}
