package chat.parley.identity.boundary;

import chat.parley.ethereum.Address;
import chat.parley.identity.IdentityLog;
import chat.parley.identity.Password;
import chat.parley.identity.ProofRefused;
import chat.parley.identity.SessionId;
import chat.parley.identity.Username;
import chat.parley.identity.WalletChallenge;
import chat.parley.identity.WalletSignInRefused;
import chat.parley.identity.boundary.CredentialTransactions.Caller;
import chat.parley.identity.control.DoorLimits;
import chat.parley.identity.control.OneTimeSecrets.Purpose;
import chat.parley.identity.control.PasswordHasher;
import chat.parley.platform.AccountId;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is signed in proves again who he is, by any of his ways to sign in. The session is
 * then fresh for {@link chat.parley.platform.Limits#FRESH_PROOF}.
 *
 * <p>Every method throws {@link ProofRefused} when the proof is not good.
 */
@ApplicationScoped
public class Proofs {

  private static final String STATEMENT = "Confirm at Parley that this is you.";

  @EJB private CredentialTransactions transactions;
  @EJB private SessionTransactions accounts;
  @Inject private SignedMessages messages;
  @Inject private PasswordHasher hasher;
  @Inject private SignInAttempts attempts;
  @Inject private DoorLimits doors;

  /**
   * By the password.
   *
   * @param from the network address that asks, for the limit of wrong passwords
   * @throws chat.parley.platform.TooManyRequests after too many wrong ones
   */
  public void byPassword(AccountId account, SessionId session, Password password, String from) {
    Username username = new Username(transactions.username(account));
    attempts.require(username, from);
    String hash = transactions.passwordHash(account).orElse(null);
    if (!hasher.verify(password, hash)) {
      if (attempts.failed(username, from)) {
        IdentityLog.LOG.tooManyAttempts(account);
      }
      throw new ProofRefused("The password is wrong.");
    }
    attempts.succeeded(username, from);
    transactions.prove(new Caller(account, session));
  }

  /**
   * What a wallet's message must say; it is good in this session only.
   *
   * @param from the network address that asks
   * @throws chat.parley.platform.TooManyRequests when too many were asked for from there
   */
  public WalletChallenge challenge(SessionId session, @Nullable String pageOrigin, String from) {
    doors.nonce(from);
    return messages.challenge(Purpose.PROOF, session.toString(), STATEMENT, pageOrigin);
  }

  /** By a wallet of the account. */
  public void byWallet(
      AccountId account,
      SessionId session,
      String message,
      String signature,
      @Nullable String pageOrigin) {
    Address signer;
    try {
      signer = messages.signer(Purpose.PROOF, session.toString(), message, signature, pageOrigin);
    } catch (WalletSignInRefused e) {
      // To somebody who is signed in, a 401 would say that he is not.
      throw new ProofRefused(e.detail());
    }
    if (accounts.owner(signer).filter(account::equals).isEmpty()) {
      throw new ProofRefused("This wallet does not open your account.");
    }
    transactions.prove(new Caller(account, session));
  }
}
