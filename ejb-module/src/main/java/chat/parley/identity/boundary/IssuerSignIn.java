package chat.parley.identity.boundary;

import chat.parley.identity.Credential;
import chat.parley.identity.DeviceClaim;
import chat.parley.identity.EmailClaim;
import chat.parley.identity.IdentityUnregistered;
import chat.parley.identity.Issuer;
import chat.parley.identity.IssuerAnswer;
import chat.parley.identity.IssuerIdentity;
import chat.parley.identity.IssuerSignInRefused;
import chat.parley.identity.IssuerVisit;
import chat.parley.identity.LinkedIdentityId;
import chat.parley.identity.ProofRefused;
import chat.parley.identity.PublicOrigins;
import chat.parley.identity.SessionId;
import chat.parley.identity.SignInMethod;
import chat.parley.identity.SignedIn;
import chat.parley.identity.Username;
import chat.parley.identity.Visitor;
import chat.parley.identity.boundary.CredentialTransactions.Caller;
import chat.parley.identity.control.DoorLimits;
import chat.parley.identity.control.IdentityRegistrations;
import chat.parley.identity.control.IdentityRegistrations.Registration;
import chat.parley.identity.control.IssuerClaims;
import chat.parley.identity.control.IssuerClient;
import chat.parley.identity.control.Issuers;
import chat.parley.identity.control.OneTimeSecrets;
import chat.parley.identity.control.OneTimeSecrets.Purpose;
import chat.parley.identity.control.VisitState;
import chat.parley.mail.EmailAddress;
import chat.parley.platform.AccountId;
import chat.parley.platform.Limits;
import chat.parley.platform.Secrets;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sign-in with issuers of OpenID Connect, by the authorization code with PKCE. A visit to an issuer
 * begins with a state that is good once, for one purpose, one issuer, the browser that began and,
 * where there is one, one session. No transaction and no connection is held while an issuer is
 * asked.
 *
 * <p>Every method that asks an issuer throws {@link chat.parley.platform.NotFound} when there is
 * none of this name, {@link chat.parley.platform.Unavailable} when it does not answer within
 * seconds, {@link chat.parley.identity.IssuerFault} when its answer cannot be believed, and {@link
 * chat.parley.platform.TooManyRequests} when too many came from one network address.
 */
@ApplicationScoped
public class IssuerSignIn {

  private static final String NOBODY = "";

  @EJB private IdentityTransactions transactions;
  @EJB private CredentialTransactions changes;
  @EJB private SessionTransactions secrets;
  @EJB private Emails emails;
  @Inject private Sessions sessions;
  @Inject private Issuers issuers;
  @Inject private IdentityRegistrations registrations;
  @Inject private PublicOrigins origins;
  @Inject private DoorLimits doors;
  @Inject private SecureRandom random;
  @Inject private Clock clock;

  /** Who came back, and when he had left. */
  private record Returned(IssuerIdentity identity, IssuerClaims claims, Instant begunAt) {}

  /** Those people may sign in with, in the order of the setting. */
  public List<Issuer> issuers() {
    return issuers.all().stream().map(IssuerClient::issuer).toList();
  }

  /** Begins a visit that signs in. */
  public IssuerVisit beginSignIn(String issuer, Visitor visitor) {
    return begin(Purpose.OIDC_SIGN_IN, issuer, NOBODY, visitor);
  }

  /**
   * Begins a visit that links an identity.
   *
   * @throws chat.parley.identity.ReauthenticationNeeded when the last proof is too old
   */
  public IssuerVisit beginLink(
      AccountId account, SessionId session, String issuer, Visitor visitor) {
    // Before the person goes away, and again when he is back.
    changes.requireFresh(new Caller(account, session));
    return begin(Purpose.OIDC_LINK, issuer, session.toString(), visitor);
  }

  /** Begins a visit that proves who the person is: the issuer must ask him again. */
  public IssuerVisit beginProof(SessionId session, String issuer, Visitor visitor) {
    return begin(Purpose.OIDC_PROOF, issuer, session.toString(), visitor);
  }

  private IssuerVisit begin(Purpose purpose, String issuer, String session, Visitor visitor) {
    doors.nonce(visitor.from());
    issuers.require(issuer);
    // One secret for all visits of a browser, so that two of its pages do not disturb each other.
    String browser =
        VisitState.isSecret(visitor.browser())
            ? String.valueOf(visitor.browser())
            : Secrets.next(random);
    VisitState visit =
        new VisitState(
            issuer,
            origins.orFirst(visitor.origin()).toString(),
            clock.instant(),
            VisitState.hash(browser),
            session);
    OneTimeSecrets.Issued state = secrets.issue(purpose, visit.text(), Limits.ISSUER_VISIT);
    return new IssuerVisit(
        issuers.ask(
            issuer,
            client ->
                client.authorization(
                    visit.visit(state.secret(), browser),
                    state.secret(),
                    purpose == Purpose.OIDC_PROOF)),
        browser,
        state.expiresAt());
  }

  /**
   * Signs in the account that an identity opens.
   *
   * @throws IssuerSignInRefused when the browser has not begun this, or the answer is used
   * @throws IdentityUnregistered when it opens none yet
   */
  public SignedIn signIn(IssuerAnswer answer, DeviceClaim device, String from) {
    Returned returned = back(Purpose.OIDC_SIGN_IN, answer, NOBODY, from);
    Optional<AccountId> owner = transactions.use(returned.identity());
    if (owner.isEmpty()) {
      throw unregistered(returned);
    }
    return sessions.signedIn(
        secrets.open(owner.get(), device, SignInMethod.OIDC, returned.claims().authenticated()));
  }

  private IdentityUnregistered unregistered(Returned returned) {
    IssuerClaims claims = returned.claims();
    EmailAddress email = claims.email();
    if (email != null && !emails.isFree(email)) {
      email = null;
    }
    OneTimeSecrets.Issued proof =
        secrets.issue(
            Purpose.OIDC_REGISTRATION,
            registrations.write(
                new Registration(returned.identity(), claims.authenticated(), email)),
            Limits.WALLET_REGISTRATION);
    return new IdentityUnregistered(proof.secret(), proof.expiresAt(), claims.username(), email);
  }

  /**
   * Makes an account for an identity and signs it in. An address that a believed issuer has
   * verified is the account's verified one, when it is nobody's.
   *
   * @param registration the proof from {@link IdentityUnregistered}; it stays good when the name is
   *     taken
   * @param email an address that is to be verified; the answer is the same whoever has it
   * @param from the network address that asks
   * @throws chat.parley.platform.InvalidInput when an address is needed and not given
   * @throws chat.parley.platform.TooManyRequests when too many were made from there
   * @throws chat.parley.identity.IdentityRegistrationRefused when the proof is not good, or the
   *     identity has an account by now
   * @throws chat.parley.identity.UsernameTaken when the name is somebody's
   */
  public SignedIn register(
      String registration,
      Username username,
      DeviceClaim device,
      @Nullable EmailClaim email,
      String from) {
    doors.registration(from);
    return sessions.signedIn(secrets.registerWithIdentity(username, registration, device, email));
  }

  /**
   * Links the identity the person came back with; does nothing when the account has it already.
   *
   * @return all credentials as they are now
   * @throws ProofRefused when this session has not begun this, or the answer is used
   * @throws chat.parley.identity.ReauthenticationNeeded when the last proof is too old
   * @throws chat.parley.identity.IdentityTaken when it is another's
   * @throws chat.parley.identity.TooManyCredentials when the account has too many
   */
  public List<Credential> link(
      AccountId account, SessionId session, IssuerAnswer answer, String from) {
    Caller caller = new Caller(account, session);
    // Before the state is used up: the same answer is good after the proof.
    changes.requireFresh(caller);
    transactions.link(caller, backSignedIn(Purpose.OIDC_LINK, answer, session, from).identity());
    return changes.list(account);
  }

  /**
   * Unlinks an identity.
   *
   * @throws chat.parley.platform.NotFound when the account does not have it
   * @throws chat.parley.identity.LastCredential when nothing else opens the account
   * @throws chat.parley.identity.ReauthenticationNeeded when the last proof is too old
   */
  public void unlink(AccountId account, SessionId session, LinkedIdentityId identity) {
    sessions.revoked(account, transactions.unlink(new Caller(account, session), identity));
  }

  /**
   * Somebody who is signed in proves who he is.
   *
   * @throws ProofRefused when the identity is not one of the account, or the issuer has not asked
   *     its person again
   */
  public void prove(AccountId account, SessionId session, IssuerAnswer answer, String from) {
    Returned returned = backSignedIn(Purpose.OIDC_PROOF, answer, session, from);
    if (transactions.use(returned.identity()).filter(account::equals).isEmpty()) {
      throw new ProofRefused("This sign-in does not open your account.");
    }
    Instant authenticated = returned.claims().authenticated();
    if (authenticated == null
        || authenticated.isBefore(returned.begunAt().minus(Limits.CLOCK_SKEW))) {
      throw new ProofRefused("The issuer has not asked you again who you are.");
    }
    changes.prove(new Caller(account, session));
  }

  private Returned backSignedIn(
      Purpose purpose, IssuerAnswer answer, SessionId session, String from) {
    try {
      return back(purpose, answer, session.toString(), from);
    } catch (IssuerSignInRefused e) {
      // To somebody who is signed in, a 401 would say that he is not.
      throw new ProofRefused(e.detail());
    }
  }

  private Returned back(Purpose purpose, IssuerAnswer answer, String session, String from) {
    doors.issuerAnswer(from);
    IssuerClient client = issuers.require(answer.issuer());
    String browser = answer.browser();
    VisitState visit =
        secrets
            .take(purpose, answer.state())
            .map(VisitState::read)
            .filter(begun -> begun.isOf(answer.issuer(), browser, session))
            .orElseThrow(
                () ->
                    new IssuerSignInRefused(
                        "It is used, expired, or was not begun in this browser."));
    IssuerClaims claims =
        issuers.ask(
            answer.issuer(),
            asked ->
                asked.claims(
                    visit.visit(answer.state(), String.valueOf(browser)),
                    answer.code(),
                    answer.iss()));
    return new Returned(
        new IssuerIdentity(client.address(), claims.subject()), claims, visit.begunAt());
  }
}
