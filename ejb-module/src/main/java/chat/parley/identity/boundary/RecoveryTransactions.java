package chat.parley.identity.boundary;

import chat.parley.identity.DeviceClaim;
import chat.parley.identity.EmailClaim;
import chat.parley.identity.EmailPolicy;
import chat.parley.identity.PublicOrigins;
import chat.parley.identity.RecoveryCode;
import chat.parley.identity.RecoveryCodes;
import chat.parley.identity.RecoveryRefused;
import chat.parley.identity.RecoveryRefused.Reason;
import chat.parley.identity.SessionId;
import chat.parley.identity.SignInMethod;
import chat.parley.identity.WrongRecoveryCode;
import chat.parley.identity.boundary.CredentialTransactions.Caller;
import chat.parley.identity.boundary.SessionTransactions.Opened;
import chat.parley.identity.control.AccountRecords;
import chat.parley.identity.control.CredentialRecords;
import chat.parley.identity.control.EmailSeals;
import chat.parley.identity.control.EmailTable;
import chat.parley.identity.control.EmailTable.Index;
import chat.parley.identity.control.RecoveryTable;
import chat.parley.mail.MailTemplate;
import chat.parley.platform.AccountId;
import chat.parley.platform.Limits;
import chat.parley.platform.NotFound;
import chat.parley.platform.Secrets;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What opens a lost account, step by step; each step as a whole or not at all. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RecoveryTransactions {

  /** The page of the web app that asks for a code; the token stands behind the {@code #}. */
  private static final String PAGE = "/recover#";

  @Inject private AccountRecords accounts;
  @Inject private CredentialRecords credentials;
  @Inject private RecoveryTable recovery;
  @Inject private EmailTable addresses;
  @Inject private EmailSeals seals;
  @Inject private PublicOrigins origins;
  @Inject private SecureRandom random;
  @Inject private Clock clock;
  @EJB private CredentialTransactions changes;
  @EJB private SessionTransactions sessions;
  @EJB private Emails emails;

  /** Where a link leads. */
  public record Asked(AccountId account, String username) {}

  /** An account that is open again, and its sessions that were ended. */
  public record Recovered(AccountId account, Opened opened, List<SessionId> ended) {

    public Recovered {
      ended = List.copyOf(ended);
    }
  }

  public RecoveryCodes codes(AccountId account) {
    return recovery.codes(account);
  }

  /** Makes new codes; those before are no longer good. */
  public List<RecoveryCode> makeCodes(Caller caller) {
    credentials.lock(caller.account());
    changes.requireFresh(caller);
    List<RecoveryCode> codes =
        Stream.generate(() -> RecoveryCode.next(random)).limit(Limits.RECOVERY_CODES).toList();
    recovery.replaceCodes(caller.account(), codes, clock.instant());
    emails.tell(caller.account(), MailTemplate.RECOVERY_CODES_MADE, Map.of());
    return codes;
  }

  /**
   * Somebody says that he cannot sign in. When an account has verified the address, a mail with a
   * link goes there; the rows are the same in any case.
   *
   * @throws NotFound when accounts have no addresses here
   */
  public void ask(EmailClaim claim) {
    if (emails.policy() == EmailPolicy.OFF) {
      throw new NotFound();
    }
    Index index = Index.of(seals.index(claim.address()));
    addresses.lock(index);
    Instant now = clock.instant();
    if (recovery.links(index, now.minus(Limits.EMAIL_WINDOW)) >= Limits.EMAIL_MAILS) {
      // Who fills somebody's mailbox learns nothing from where it stops.
      return;
    }
    String token = Secrets.next(random);
    Instant until = now.plus(Limits.RECOVERY_LINK);
    AccountId account = recovery.owner(index).orElse(null);
    recovery.addLink(Secrets.hash(token), account, index, now, until);
    if (account != null) {
      boolean hasCodes = recovery.codes(account).left() > 0;
      emails.tell(
          account,
          hasCodes ? MailTemplate.RECOVER : MailTemplate.RECOVER_IMPOSSIBLE,
          hasCodes ? Map.of("link", origins.orFirst(claim.pageOrigin()) + PAGE + token) : Map.of());
    }
  }

  /**
   * Whom a link and a code would open; a wrong code counts.
   *
   * @return null when the code is wrong
   * @throws RecoveryRefused when the link is no good
   */
  public @Nullable Asked look(String token, RecoveryCode code) {
    AccountId account = require(token);
    if (!recovery.isGood(account, code)) {
      recovery.countTry(Secrets.hash(token));
      return null;
    }
    return new Asked(account, accounts.find(account).orElseThrow(NotFound::new).username());
  }

  private AccountId require(String token) {
    RecoveryTable.Link link =
        recovery.link(Secrets.hash(token)).orElseThrow(() -> new RecoveryRefused(Reason.UNKNOWN));
    AccountId account = link.account();
    if (account == null) {
      throw new RecoveryRefused(Reason.UNKNOWN);
    } else if (link.used()) {
      throw new RecoveryRefused(Reason.USED);
    } else if (link.tries() >= Limits.RECOVERY_TRIES) {
      throw new RecoveryRefused(Reason.SPENT);
    } else if (!clock.instant().isBefore(link.expiresAt())) {
      throw new RecoveryRefused(Reason.EXPIRED);
    }
    return account;
  }

  /**
   * Opens the account with a new password: link and code are used up, all sessions end, and the
   * address is told.
   *
   * @throws RecoveryRefused when the link is no good
   * @throws WrongRecoveryCode when the code was used meanwhile
   */
  public Recovered recover(String token, RecoveryCode code, String hash, DeviceClaim device) {
    AccountId account = require(token);
    credentials.lock(account);
    // What waited for the lock may have used it.
    require(token);
    Instant now = clock.instant();
    if (!recovery.use(account, code, now)) {
      throw new WrongRecoveryCode();
    }
    recovery.useLinks(account, now);
    credentials.setPassword(account, hash);
    emails.tell(
        account,
        MailTemplate.RECOVERED,
        Map.of("left", String.valueOf(recovery.codes(account).left())));
    List<SessionId> ended = sessions.revokeAllHere(account);
    return new Recovered(account, sessions.openHere(account, device, SignInMethod.RECOVERY), ended);
  }
}
