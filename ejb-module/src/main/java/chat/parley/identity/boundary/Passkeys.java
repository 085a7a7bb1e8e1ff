package chat.parley.identity.boundary;

import chat.parley.identity.Credential;
import chat.parley.identity.DeviceClaim;
import chat.parley.identity.NewPasskey;
import chat.parley.identity.PasskeyAssertion;
import chat.parley.identity.PasskeyChallenge;
import chat.parley.identity.PasskeyId;
import chat.parley.identity.PasskeyRefused;
import chat.parley.identity.ProofRefused;
import chat.parley.identity.SessionId;
import chat.parley.identity.SignInMethod;
import chat.parley.identity.SignedIn;
import chat.parley.identity.boundary.CredentialTransactions.Caller;
import chat.parley.identity.control.DoorLimits;
import chat.parley.identity.control.OneTimeSecrets;
import chat.parley.identity.control.OneTimeSecrets.Purpose;
import chat.parley.identity.control.PasskeyRules;
import chat.parley.platform.AccountId;
import chat.parley.platform.Limits;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Passkeys (WebAuthn Level 3): made in the settings, found by the browser without a user name, and
 * good as a proof of who one is. Every challenge is good once, for one purpose and, where there is
 * one, in one session.
 */
@ApplicationScoped
public class Passkeys {

  @EJB private PasskeyTransactions transactions;
  @EJB private CredentialTransactions changes;
  @EJB private SessionTransactions secrets;
  @Inject private Sessions sessions;
  @Inject private PasskeyRules rules;
  @Inject private DoorLimits doors;

  /** How authenticators name an account: base64url. */
  public static String user(AccountId account) {
    return PasskeyRules.user(account);
  }

  /** What an authenticator must sign that makes a passkey for this account. */
  public PasskeyChallenge newChallenge(
      AccountId account, SessionId session, @Nullable String pageOrigin, String from) {
    return challenge(
        Purpose.PASSKEY_NEW,
        session.toString(),
        transactions.credentials(account),
        pageOrigin,
        from);
  }

  /** What a passkey of this account must sign to prove who its person is. */
  public PasskeyChallenge proofChallenge(
      AccountId account, SessionId session, @Nullable String pageOrigin, String from) {
    return challenge(
        Purpose.PASSKEY_PROOF,
        session.toString(),
        transactions.credentials(account),
        pageOrigin,
        from);
  }

  /** What any passkey must sign to sign in. */
  public PasskeyChallenge signInChallenge(@Nullable String pageOrigin, String from) {
    return challenge(Purpose.PASSKEY_SIGN_IN, "", List.of(), pageOrigin, from);
  }

  private PasskeyChallenge challenge(
      Purpose purpose,
      String subject,
      List<String> credentials,
      @Nullable String pageOrigin,
      String from) {
    doors.nonce(from);
    OneTimeSecrets.Issued issued = secrets.issue(purpose, subject, Limits.SIGN_IN_NONCE);
    return new PasskeyChallenge(
        issued.secret(), issued.expiresAt(), rules.rpId(pageOrigin), credentials);
  }

  /**
   * Adds a passkey.
   *
   * @return all credentials as they are now
   * @throws ProofRefused when it is not good
   * @throws chat.parley.identity.ReauthenticationNeeded when the last proof is too old
   * @throws chat.parley.identity.TooManyCredentials when the account has too many
   */
  public List<Credential> add(
      AccountId account, SessionId session, NewPasskey passkey, @Nullable String pageOrigin) {
    Caller caller = new Caller(account, session);
    // Before the challenge is used up: the same answer is good after the proof.
    changes.requireFresh(caller);
    try {
      String challenge = rules.challenge(passkey);
      take(Purpose.PASSKEY_NEW, session.toString(), challenge);
      transactions.add(caller, passkey, challenge, pageOrigin);
    } catch (PasskeyRefused e) {
      // To somebody who is signed in, a 401 would say that he is not.
      throw new ProofRefused(e.detail());
    }
    return changes.list(account);
  }

  /**
   * Removes a passkey.
   *
   * @throws chat.parley.platform.NotFound when the account does not have it
   * @throws chat.parley.identity.LastCredential when nothing else opens the account
   * @throws chat.parley.identity.ReauthenticationNeeded when the last proof is too old
   */
  public void remove(AccountId account, SessionId session, PasskeyId passkey) {
    sessions.revoked(account, transactions.remove(new Caller(account, session), passkey));
  }

  /**
   * Somebody who is signed in proves who he is.
   *
   * @throws ProofRefused when the passkey is not one of the account, or has not signed this
   */
  public void prove(
      AccountId account,
      SessionId session,
      PasskeyAssertion assertion,
      @Nullable String pageOrigin) {
    AccountId opened;
    try {
      opened = open(Purpose.PASSKEY_PROOF, session.toString(), assertion, pageOrigin);
    } catch (PasskeyRefused e) {
      throw new ProofRefused(e.detail());
    }
    if (!opened.equals(account)) {
      throw new ProofRefused("This passkey does not open your account.");
    }
    changes.prove(new Caller(account, session));
  }

  /**
   * Signs in the account that the passkey opens.
   *
   * @throws PasskeyRefused when it opens none, or has not signed this
   */
  public SignedIn signIn(
      PasskeyAssertion assertion, @Nullable String pageOrigin, DeviceClaim device) {
    AccountId account = open(Purpose.PASSKEY_SIGN_IN, "", assertion, pageOrigin);
    return sessions.signedIn(secrets.open(account, device, SignInMethod.PASSKEY));
  }

  private AccountId open(
      Purpose purpose, String subject, PasskeyAssertion assertion, @Nullable String pageOrigin) {
    String challenge = rules.challenge(assertion);
    take(purpose, subject, challenge);
    return transactions.open(assertion, challenge, pageOrigin);
  }

  private void take(Purpose purpose, String subject, String challenge) {
    if (secrets.take(purpose, challenge).filter(subject::equals).isEmpty()) {
      throw new PasskeyRefused("The challenge is used, expired, or not ours.");
    }
  }
}
