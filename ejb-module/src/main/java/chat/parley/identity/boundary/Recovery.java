package chat.parley.identity.boundary;

import chat.parley.identity.DeviceClaim;
import chat.parley.identity.EmailClaim;
import chat.parley.identity.NewPassword;
import chat.parley.identity.RecoveryCode;
import chat.parley.identity.RecoveryCodes;
import chat.parley.identity.SessionId;
import chat.parley.identity.SignedIn;
import chat.parley.identity.WrongRecoveryCode;
import chat.parley.identity.boundary.CredentialTransactions.Caller;
import chat.parley.identity.boundary.RecoveryTransactions.Asked;
import chat.parley.identity.boundary.RecoveryTransactions.Recovered;
import chat.parley.identity.control.BreachedPasswords;
import chat.parley.identity.control.DoorLimits;
import chat.parley.identity.control.PasswordHasher;
import chat.parley.platform.AccountId;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/**
 * The way back for who has lost every way in: a link in a mail to the verified address, and one of
 * the recovery codes that he has kept. Neither is enough without the other.
 */
@ApplicationScoped
public class Recovery {

  @EJB private RecoveryTransactions transactions;
  @Inject private Sessions sessions;
  @Inject private PasswordHasher hasher;
  @Inject private BreachedPasswords breached;
  @Inject private DoorLimits doors;

  /** What an account has of recovery codes. */
  public RecoveryCodes codes(AccountId account) {
    return transactions.codes(account);
  }

  /**
   * Makes ten new codes, which are told this once; those before are no longer good, and the
   * verified address is told.
   *
   * @throws chat.parley.identity.ReauthenticationNeeded when the last proof is too old
   */
  public List<RecoveryCode> makeCodes(AccountId account, SessionId session) {
    return transactions.makeCodes(new Caller(account, session));
  }

  /**
   * Sends a link to an address when it is an account's. Nothing tells whether it is.
   *
   * @param from the network address that asks
   * @throws chat.parley.platform.NotFound when accounts have no addresses here
   * @throws chat.parley.platform.TooManyRequests when too many were asked for from there
   */
  public void ask(EmailClaim claim, String from) {
    doors.recovery(from);
    transactions.ask(claim);
  }

  /**
   * Opens an account with a new password and signs in; all other sessions end, and the address is
   * told.
   *
   * @param token what stands behind the {@code #} of the link
   * @throws chat.parley.identity.RecoveryRefused when the link is no good, or not any more
   * @throws WrongRecoveryCode when the code is none of the account's, or was used
   * @throws chat.parley.identity.PasswordBreached when attackers know the password
   */
  public SignedIn recover(
      String token, RecoveryCode code, NewPassword password, DeviceClaim device) {
    Asked asked = transactions.look(token, code);
    if (asked == null) {
      throw new WrongRecoveryCode();
    }
    breached.requireUnknown(password, asked.username());
    String hash = hasher.hash(password.typed());
    Recovered recovered = transactions.recover(token, code, hash, device);
    sessions.revoked(recovered.account(), recovered.ended());
    return sessions.signedIn(recovered.opened());
  }
}
