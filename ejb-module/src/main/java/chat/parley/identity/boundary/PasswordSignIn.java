package chat.parley.identity.boundary;

import chat.parley.identity.DeviceClaim;
import chat.parley.identity.EmailClaim;
import chat.parley.identity.IdentityLog;
import chat.parley.identity.NewPassword;
import chat.parley.identity.Password;
import chat.parley.identity.SignInMethod;
import chat.parley.identity.SignedIn;
import chat.parley.identity.Username;
import chat.parley.identity.UsernameTaken;
import chat.parley.identity.WrongCredentials;
import chat.parley.identity.boundary.SessionTransactions.StoredPassword;
import chat.parley.identity.control.BreachedPasswords;
import chat.parley.identity.control.DoorLimits;
import chat.parley.identity.control.PasswordHasher;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Registration and sign-in with user name and password. No transaction and no connection is held
 * while a password is hashed.
 */
@ApplicationScoped
public class PasswordSignIn {

  @EJB private SessionTransactions transactions;
  @Inject private Sessions sessions;
  @Inject private PasswordHasher hasher;
  @Inject private BreachedPasswords breached;
  @Inject private SignInAttempts attempts;
  @Inject private DoorLimits doors;
  @EJB private Emails emails;

  /**
   * Makes an account and signs it in.
   *
   * @param email an address that is to be verified; the answer is the same whoever has it
   * @param from the network address that asks
   * @throws UsernameTaken when the name is somebody's
   * @throws chat.parley.platform.InvalidInput when an address is needed and not given
   * @throws chat.parley.identity.PasswordBreached when attackers know the password
   * @throws chat.parley.platform.TooManyRequests when too many were made from there
   */
  public SignedIn register(
      Username username,
      NewPassword password,
      DeviceClaim device,
      @Nullable EmailClaim email,
      String from) {
    emails.requireFor(email);
    breached.requireUnknown(password, username.value());
    doors.registration(from);
    if (transactions.isTaken(username)) {
      throw new UsernameTaken();
    }
    String hash = hasher.hash(password.typed());
    return sessions.signedIn(transactions.registerWithPassword(username, hash, device, email));
  }

  /**
   * Signs in.
   *
   * @param from the network address that asks, for the limit of wrong passwords
   * @throws WrongCredentials the same, and after the same time, whether or not the account exists
   * @throws chat.parley.platform.TooManyRequests after too many wrong ones
   */
  public SignedIn signIn(Username username, Password password, DeviceClaim device, String from) {
    attempts.require(username, from);
    Optional<StoredPassword> stored = transactions.password(username);
    if (!hasher.verify(password, stored.map(StoredPassword::hash).orElse(null))) {
      boolean last = attempts.failed(username, from);
      if (last) {
        stored.map(StoredPassword::account).ifPresent(IdentityLog.LOG::tooManyAttempts);
      }
      throw new WrongCredentials();
    }
    StoredPassword found = stored.orElseThrow(WrongCredentials::new);
    attempts.succeeded(username, from);
    if (hasher.isOutdated(found.hash())) {
      transactions.rehash(found.account(), hasher.hash(password));
    }
    return sessions.signedIn(transactions.open(found.account(), device, SignInMethod.PASSWORD));
  }
}
