package chat.parley.identity.control;

import chat.parley.identity.TooManyAttempts;
import chat.parley.identity.Username;
import chat.parley.platform.Limits;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Wrong passwords by account and network address, on this instance: slows down who guesses, without
 * locking the person out who sits elsewhere.
 */
public class SignInAttempts {

  private static final int PLACES = 100_000;

  private final Cache<String, AtomicInteger> failures =
      Caffeine.newBuilder().expireAfterWrite(Limits.SIGN_IN_WINDOW).maximumSize(PLACES).build();

  /**
   * Lets an attempt pass.
   *
   * @throws TooManyAttempts when there were too many wrong ones
   */
  public void require(Username username, String address) {
    AtomicInteger count = failures.getIfPresent(key(username, address));
    if (count != null && count.get() >= Limits.SIGN_IN_FAILURES) {
      throw new TooManyAttempts(Limits.SIGN_IN_WINDOW);
    }
  }

  /**
   * Remembers a wrong password.
   *
   * @return true when it was the last one allowed
   */
  public boolean failed(Username username, String address) {
    AtomicInteger count = failures.get(key(username, address), any -> new AtomicInteger());
    return count.incrementAndGet() == Limits.SIGN_IN_FAILURES;
  }

  /** Forgets the wrong ones: the right password came. */
  public void succeeded(Username username, String address) {
    failures.invalidate(key(username, address));
  }

  private static String key(Username username, String address) {
    return username + " " + address;
  }
}
