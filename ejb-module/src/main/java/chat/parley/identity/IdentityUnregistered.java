package chat.parley.identity;

import chat.parley.mail.EmailAddress;
import chat.parley.platform.ParleyException;
import chat.parley.platform.ProblemType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The issuer says who the person is, but he has no account yet. The refusal carries the proof that
 * registers one under a user name.
 */
public final class IdentityUnregistered extends ParleyException {

  private static final long serialVersionUID = 1L;

  public static final ProblemType TYPE =
      ProblemType.of("identity-unregistered", 403, "This sign-in has no account yet");

  /**
   * A refusal.
   *
   * @param registration good once, until {@code expiresAt}
   * @param username what the person may want to be called; null when nothing is known
   * @param email the address the account begins with; null when the person gives one himself
   */
  public IdentityUnregistered(
      String registration,
      Instant expiresAt,
      @Nullable Username username,
      @Nullable EmailAddress email) {
    super(TYPE, "Choose a user name to make one.");
    with("registration", registration);
    with("registrationExpiresAt", expiresAt);
    if (username != null) {
      with("username", username.value());
    }
    if (email != null) {
      with("email", email.value());
    }
  }
}
