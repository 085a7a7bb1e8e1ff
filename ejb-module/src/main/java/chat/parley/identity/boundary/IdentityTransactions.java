package chat.parley.identity.boundary;

import chat.parley.identity.IdentityTaken;
import chat.parley.identity.IssuerIdentity;
import chat.parley.identity.LinkedIdentityId;
import chat.parley.identity.SessionId;
import chat.parley.identity.TooManyCredentials;
import chat.parley.identity.boundary.CredentialTransactions.Caller;
import chat.parley.identity.control.CredentialRecords;
import chat.parley.identity.control.IdentityTable;
import chat.parley.identity.control.Issuers;
import chat.parley.mail.MailTemplate;
import chat.parley.platform.AccountId;
import chat.parley.platform.Limits;
import chat.parley.platform.NotFound;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is done with identities at issuers, each step as a whole or not at all. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class IdentityTransactions {

  private static final String ISSUER = "issuer";

  @Inject private CredentialRecords credentials;
  @Inject private IdentityTable identities;
  @Inject private Issuers issuers;
  @Inject private Clock clock;
  @EJB private CredentialTransactions changes;
  @EJB private Emails emails;

  /** The account that an identity opens, which it has just proven. */
  public Optional<AccountId> use(IssuerIdentity identity) {
    Optional<AccountId> owner = identities.owner(identity);
    owner.ifPresent(account -> identities.use(identity, clock.instant()));
    return owner;
  }

  /**
   * Links an identity; does nothing when the account has it already.
   *
   * @throws IdentityTaken when it is another's
   */
  public void link(Caller caller, IssuerIdentity identity) {
    credentials.lock(caller.account());
    changes.requireFresh(caller);
    if (!identities.add(caller.account(), identity, clock.instant())) {
      if (identities.owner(identity).filter(caller.account()::equals).isEmpty()) {
        throw new IdentityTaken();
      }
      return;
    }
    if (identities.list(caller.account()).size() > Limits.IDENTITIES) {
      throw new TooManyCredentials();
    }
    emails.tell(
        caller.account(), MailTemplate.IDENTITY_LINKED, Map.of(ISSUER, label(identity.issuer())));
  }

  /** Unlinks an identity; ends all other sessions. */
  public List<SessionId> unlink(Caller caller, LinkedIdentityId id) {
    credentials.lock(caller.account());
    changes.requireFresh(caller);
    String issuer = identities.remove(caller.account(), id);
    if (issuer == null) {
      throw new NotFound();
    }
    emails.tell(caller.account(), MailTemplate.IDENTITY_UNLINKED, Map.of(ISSUER, label(issuer)));
    return changes.afterRemoval(caller);
  }

  private String label(String address) {
    return issuers.calling(address).map(issuer -> issuer.label()).orElse(address);
  }
}
