package chat.parley.identity.boundary;

import chat.parley.ethereum.Address;
import chat.parley.identity.DeviceClaim;
import chat.parley.identity.EmailClaim;
import chat.parley.identity.RegistrationRefused;
import chat.parley.identity.SignInMethod;
import chat.parley.identity.SignedIn;
import chat.parley.identity.Username;
import chat.parley.identity.UsernameTaken;
import chat.parley.identity.WalletChallenge;
import chat.parley.identity.WalletSignInRefused;
import chat.parley.identity.WalletUnregistered;
import chat.parley.identity.control.DoorLimits;
import chat.parley.identity.control.OneTimeSecrets;
import chat.parley.identity.control.OneTimeSecrets.Purpose;
import chat.parley.identity.control.SiweRules;
import chat.parley.platform.AccountId;
import chat.parley.platform.Limits;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sign-in with an Ethereum wallet (ERC-4361): the server gives a nonce, the wallet signs a message
 * that names it, and each nonce signs in once, whatever becomes of the answer.
 */
@ApplicationScoped
public class WalletSignIn {

  private static final String STATEMENT = "Sign in to Parley.";

  @EJB private SessionTransactions transactions;
  @Inject private Sessions sessions;
  @Inject private SignedMessages messages;
  @Inject private SiweRules rules;
  @Inject private DoorLimits doors;
  @EJB private Emails emails;

  /** The chains that people may sign in from. */
  public List<Long> chains() {
    return rules.chains();
  }

  /**
   * What the message must say.
   *
   * @param pageOrigin the origin of the page, when the browser names one
   * @param from the network address that asks
   * @throws chat.parley.platform.TooManyRequests when too many were asked for from there
   */
  public WalletChallenge challenge(@Nullable String pageOrigin, String from) {
    doors.nonce(from);
    return messages.challenge(Purpose.NONCE, "", STATEMENT, pageOrigin);
  }

  /**
   * Signs in the account of the wallet that signed the message.
   *
   * @throws WalletSignInRefused when message, signature or nonce is not good
   * @throws WalletUnregistered when they are, but the wallet has no account
   * @throws chat.parley.platform.Unavailable when only the contract at the address could say, and
   *     the node of its chain does not answer
   */
  public SignedIn signIn(
      String message, String signature, @Nullable String pageOrigin, DeviceClaim device) {
    Address address = messages.signer(Purpose.NONCE, "", message, signature, pageOrigin);
    Optional<AccountId> owner = transactions.owner(address);
    if (owner.isEmpty()) {
      OneTimeSecrets.Issued proof =
          transactions.issue(Purpose.REGISTRATION, address.value(), Limits.WALLET_REGISTRATION);
      throw new WalletUnregistered(address, proof.secret(), proof.expiresAt());
    }
    return sessions.signedIn(transactions.open(owner.get(), device, SignInMethod.WALLET));
  }

  /**
   * Makes an account for a proven wallet and signs it in.
   *
   * @param registration the proof from {@link WalletUnregistered}; it stays good when the name is
   *     taken
   * @param email an address that is to be verified; the answer is the same whoever has it
   * @param from the network address that asks
   * @throws chat.parley.platform.InvalidInput when an address is needed and not given
   * @throws chat.parley.platform.TooManyRequests when too many were made from there
   * @throws RegistrationRefused when the proof is not good, or the wallet has an account by now
   * @throws UsernameTaken when the name is somebody's
   */
  public SignedIn register(
      String registration,
      Username username,
      DeviceClaim device,
      @Nullable EmailClaim email,
      String from) {
    emails.requireFor(email);
    doors.registration(from);
    return sessions.signedIn(
        transactions.registerWithWallet(username, registration, device, email));
  }
}
