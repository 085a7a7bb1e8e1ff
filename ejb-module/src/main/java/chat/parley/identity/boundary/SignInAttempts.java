package chat.parley.identity.boundary;

import chat.parley.identity.Username;
import chat.parley.platform.Limits;
import chat.parley.platform.TooManyRequests;
import chat.parley.quota.Quota;
import chat.parley.quota.boundary.Quotas;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Wrong passwords by account and network address, over all instances: slows down who guesses,
 * without locking the person out who sits elsewhere.
 */
@ApplicationScoped
public class SignInAttempts {

  private static final Quota WRONG_PASSWORDS =
      new Quota(
          "wrong-password",
          Limits.SIGN_IN_FAILURES,
          Limits.SIGN_IN_WINDOW,
          "Too many attempts to sign in. Wait, then try again.");

  @EJB private Quotas quotas;

  /**
   * Lets an attempt pass.
   *
   * @throws TooManyRequests when there were too many wrong ones
   */
  void require(Username username, String address) {
    quotas.require(WRONG_PASSWORDS, key(username, address));
  }

  /**
   * Remembers a wrong password.
   *
   * @return true when it was the last one allowed
   */
  boolean failed(Username username, String address) {
    String key = key(username, address);
    try {
      quotas.take(WRONG_PASSWORDS, key);
      quotas.require(WRONG_PASSWORDS, key);
      return false;
    } catch (TooManyRequests e) {
      // What was tried at the same moment is answered as wrong, too.
      return true;
    }
  }

  /** Forgets the wrong ones: the right password came. */
  void succeeded(Username username, String address) {
    quotas.forget(WRONG_PASSWORDS, key(username, address));
  }

  private static String key(Username username, String address) {
    return username + " " + address;
  }
}
