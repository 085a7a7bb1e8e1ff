package chat.parley.identity.boundary;

import chat.parley.identity.IdentityLog;
import chat.parley.identity.NewPasskey;
import chat.parley.identity.PasskeyAssertion;
import chat.parley.identity.PasskeyId;
import chat.parley.identity.PasskeyName;
import chat.parley.identity.PasskeyRefused;
import chat.parley.identity.SessionId;
import chat.parley.identity.TooManyCredentials;
import chat.parley.identity.boundary.CredentialTransactions.Caller;
import chat.parley.identity.control.CredentialRecords;
import chat.parley.identity.control.PasskeyRules;
import chat.parley.identity.control.PasskeyRules.CounterWentBack;
import chat.parley.identity.control.PasskeyTable;
import chat.parley.mail.MailTemplate;
import chat.parley.platform.AccountId;
import chat.parley.platform.Limits;
import chat.parley.platform.NotFound;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is done with passkeys, each step as a whole or not at all. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class PasskeyTransactions {

  private static final String PASSKEY = "passkey";

  @Inject private CredentialRecords credentials;
  @Inject private PasskeyTable passkeys;
  @Inject private PasskeyRules rules;
  @Inject private Clock clock;
  @EJB private CredentialTransactions changes;
  @EJB private Emails emails;

  /** The passkeys of an account by the ids of their authenticators, in base64url. */
  public List<String> credentials(AccountId account) {
    return passkeys.credentials(account).stream()
        .map(Base64.getUrlEncoder().withoutPadding()::encodeToString)
        .toList();
  }

  /** Adds a passkey; the challenge is used up. */
  public void add(
      Caller caller, NewPasskey passkey, String challenge, @Nullable String pageOrigin) {
    credentials.lock(caller.account());
    changes.requireFresh(caller);
    PasskeyRules.Key key = rules.require(passkey, challenge, pageOrigin);
    if (!passkeys.add(PasskeyId.next(), caller.account(), passkey.name(), key, clock.instant())) {
      throw new PasskeyRefused("This passkey opens an account already.");
    }
    if (passkeys.credentials(caller.account()).size() > Limits.PASSKEYS) {
      throw new TooManyCredentials();
    }
    emails.tell(
        caller.account(), MailTemplate.PASSKEY_ADDED, Map.of(PASSKEY, passkey.name().value()));
  }

  /** Removes a passkey; ends all other sessions. */
  public List<SessionId> remove(Caller caller, PasskeyId id) {
    credentials.lock(caller.account());
    changes.requireFresh(caller);
    PasskeyName name = passkeys.remove(caller.account(), id);
    if (name == null) {
      throw new NotFound();
    }
    emails.tell(caller.account(), MailTemplate.PASSKEY_REMOVED, Map.of(PASSKEY, name.value()));
    return changes.afterRemoval(caller);
  }

  /**
   * The account that a passkey opens; the challenge is used up.
   *
   * @throws PasskeyRefused when it opens none
   */
  public AccountId open(PasskeyAssertion assertion, String challenge, @Nullable String pageOrigin) {
    PasskeyTable.Found found =
        passkeys
            .find(assertion.credential())
            .orElseThrow(() -> new PasskeyRefused("It opens no account."));
    ByteBuffer user = assertion.user();
    if (user != null && !PasskeyRules.isUser(user, found.account())) {
      throw new PasskeyRefused("It belongs to another account.");
    }
    try {
      passkeys.use(
          found.id(),
          rules.require(assertion, found.key(), challenge, pageOrigin),
          clock.instant());
    } catch (CounterWentBack e) {
      IdentityLog.LOG.passkeyCopied(found.id(), found.account());
      throw new PasskeyRefused("There may be a copy of it. Remove it and make a new one.");
    }
    return found.account();
  }
}
