package chat.parley.identity.boundary;

import chat.parley.ethereum.Address;
import chat.parley.ethereum.boundary.Wallets;
import chat.parley.identity.AccountEmail;
import chat.parley.identity.Credential;
import chat.parley.identity.EmailClaim;
import chat.parley.identity.NewPassword;
import chat.parley.identity.ProofRefused;
import chat.parley.identity.SessionId;
import chat.parley.identity.WalletChallenge;
import chat.parley.identity.WalletSignInRefused;
import chat.parley.identity.boundary.CredentialTransactions.Caller;
import chat.parley.identity.control.BreachedPasswords;
import chat.parley.identity.control.DoorLimits;
import chat.parley.identity.control.OneTimeSecrets.Purpose;
import chat.parley.identity.control.PasswordHasher;
import chat.parley.platform.AccountId;
import chat.parley.platform.NotFound;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ways to sign in to one's account. Whoever changes them must have proven within {@link
 * chat.parley.platform.Limits#FRESH_PROOF} who he is ({@link Proofs}); the verified e-mail address
 * is told; and what takes a way in away, or changes the password, ends all other sessions.
 *
 * <p>Every change throws {@link chat.parley.identity.ReauthenticationNeeded} when the last proof is
 * too old.
 */
@ApplicationScoped
public class Credentials {

  @EJB private CredentialTransactions transactions;
  @EJB private Emails emails;
  @Inject private Sessions sessions;
  @Inject private SignedMessages messages;
  @Inject private Wallets wallets;
  @Inject private PasswordHasher hasher;
  @Inject private BreachedPasswords breached;
  @Inject private DoorLimits doors;

  /** All of an account. */
  public List<Credential> list(AccountId account) {
    return transactions.list(account);
  }

  /**
   * Sets or changes the password.
   *
   * @return all credentials as they are now
   * @throws chat.parley.identity.PasswordBreached when attackers know the password
   */
  public List<Credential> setPassword(AccountId account, SessionId session, NewPassword password) {
    Caller caller = new Caller(account, session);
    breached.requireUnknown(password, transactions.username(account));
    transactions.requireFresh(caller);
    String hash = hasher.hash(password.typed());
    sessions.revoked(account, transactions.setPassword(caller, hash));
    return list(account);
  }

  /**
   * Takes the password away.
   *
   * @throws NotFound when there is none
   * @throws chat.parley.identity.LastCredential when nothing else opens the account
   */
  public void removePassword(AccountId account, SessionId session) {
    sessions.revoked(account, transactions.removePassword(new Caller(account, session)));
  }

  /**
   * What the message must say that links a wallet: it names the account, and is good in this
   * session only.
   *
   * @param from the network address that asks
   * @throws chat.parley.platform.TooManyRequests when too many were asked for from there
   */
  public WalletChallenge linkChallenge(
      AccountId account, SessionId session, @Nullable String pageOrigin, String from) {
    doors.nonce(from);
    return messages.challenge(
        Purpose.LINK,
        session.toString(),
        "Link this wallet to the Parley account " + transactions.username(account) + ".",
        pageOrigin);
  }

  /**
   * Links the wallet that signed the message; does nothing when the account has it already.
   *
   * @return all credentials as they are now
   * @throws ProofRefused when message, signature or nonce is not good
   * @throws chat.parley.identity.WalletTaken when it is another's
   * @throws chat.parley.identity.TooManyCredentials when the account has too many
   */
  public List<Credential> linkWallet(
      AccountId account,
      SessionId session,
      String message,
      String signature,
      @Nullable String pageOrigin) {
    Caller caller = new Caller(account, session);
    // Before the nonce is used up: the same message is good after the proof.
    transactions.requireFresh(caller);
    transactions.linkWallet(caller, signer(session, message, signature, pageOrigin));
    return list(account);
  }

  /**
   * Gives or changes the e-mail address, by which a lost account comes back: see {@link
   * Emails#give}.
   */
  public AccountEmail giveEmail(AccountId account, SessionId session, EmailClaim claim) {
    transactions.requireFresh(new Caller(account, session));
    return emails.give(account, claim);
  }

  /** Takes the e-mail address away: see {@link Emails#remove}. */
  public void removeEmail(AccountId account, SessionId session) {
    transactions.requireFresh(new Caller(account, session));
    emails.remove(account);
  }

  private Address signer(
      SessionId session, String message, String signature, @Nullable String pageOrigin) {
    try {
      return messages.signer(Purpose.LINK, session.toString(), message, signature, pageOrigin);
    } catch (WalletSignInRefused e) {
      // To somebody who is signed in, a 401 would say that he is not.
      throw new ProofRefused(e.detail());
    }
  }

  /**
   * Unlinks a wallet.
   *
   * @throws NotFound when the account does not have it
   * @throws chat.parley.identity.LastCredential when nothing else opens the account
   */
  public void unlinkWallet(AccountId account, SessionId session, String address) {
    Address wallet = wallets.address(address).orElseThrow(NotFound::new);
    sessions.revoked(account, transactions.unlinkWallet(new Caller(account, session), wallet));
  }
}
