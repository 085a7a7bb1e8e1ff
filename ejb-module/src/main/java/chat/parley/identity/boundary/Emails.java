package chat.parley.identity.boundary;

import static jakarta.ejb.TransactionAttributeType.REQUIRED;
import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import chat.parley.identity.AccountEmail;
import chat.parley.identity.EmailClaim;
import chat.parley.identity.EmailLinkRefused;
import chat.parley.identity.EmailLinkRefused.Reason;
import chat.parley.identity.EmailPolicy;
import chat.parley.identity.EmailRequired;
import chat.parley.identity.EmailTaken;
import chat.parley.identity.PublicOrigins;
import chat.parley.identity.control.AccountRecords;
import chat.parley.identity.control.EmailSeals;
import chat.parley.identity.control.EmailSeals.Place;
import chat.parley.identity.control.EmailTable;
import chat.parley.identity.control.EmailTable.Index;
import chat.parley.identity.control.IdentitySettings;
import chat.parley.identity.entity.Account;
import chat.parley.mail.EmailAddress;
import chat.parley.mail.MailId;
import chat.parley.mail.MailTemplate;
import chat.parley.mail.NewMail;
import chat.parley.mail.boundary.MailService;
import chat.parley.platform.AccountId;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import chat.parley.platform.NotFound;
import chat.parley.platform.Secrets;
import chat.parley.platform.TooManyRequests;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The e-mail addresses of accounts. An address that somebody gives is his only after he has proven
 * that he reads its mail; until then nothing tells whether it is another's: the answer is the same,
 * and so is the work, and a mail goes out either way. What it says differs, and only the one who
 * reads it knows.
 *
 * <p>Every method throws {@link chat.parley.platform.Unavailable} when the database does not
 * answer.
 */
@Stateless
@TransactionAttribute(REQUIRED)
public class Emails {

  /** The page of the web app whose button verifies; the token stands behind the {@code #}. */
  private static final String PAGE = "/verify-email#";

  @Inject private AccountRecords accounts;
  @Inject private EmailTable emails;
  @Inject private EmailSeals seals;
  @Inject private IdentitySettings settings;
  @Inject private PublicOrigins origins;
  @Inject private SecureRandom random;
  @Inject private Clock clock;
  @EJB private MailService mails;

  /** Whether accounts have addresses here. */
  @TransactionAttribute(SUPPORTS)
  public EmailPolicy policy() {
    if (!mails.isOn()) {
      return EmailPolicy.OFF;
    }
    return settings.emailRequired() ? EmailPolicy.REQUIRED : EmailPolicy.OPTIONAL;
  }

  /**
   * Refuses a registration that gives no address where one is needed, or one where there is no
   * mail.
   *
   * @throws InvalidInput says which
   */
  @TransactionAttribute(SUPPORTS)
  public void requireFor(@Nullable EmailClaim claim) {
    EmailPolicy policy = policy();
    if (claim == null && policy == EmailPolicy.REQUIRED) {
      throw new InvalidInput("/email", "An e-mail address is needed here.");
    }
    if (claim != null && policy == EmailPolicy.OFF) {
      throw new InvalidInput("/email", "No e-mail addresses are taken here.");
    }
  }

  /** The addresses of an account. */
  @TransactionAttribute(SUPPORTS)
  public AccountEmail of(AccountId account) {
    return new AccountEmail(
        emails
            .verified(account)
            .map(
                found ->
                    new AccountEmail.Verified(
                        seals.open(Place.VERIFIED, account, found.sealed().bytes()), found.at()))
            .orElse(null),
        emails
            .waiting(account)
            .map(
                found ->
                    new AccountEmail.Waiting(
                        seals.open(Place.WAITING, account, found.sealed().bytes()),
                        found.expiresAt(),
                        found.refused()))
            .orElse(null));
  }

  /**
   * The owner gives an address: it waits until the link in a mail was used, and links that were
   * sent before are no longer good. The address that is verified already stays until then; giving
   * that very one takes back the one that waits.
   *
   * @return the addresses as they are now
   * @throws NotFound when there is no mail here
   * @throws TooManyRequests when the account asked for too many links
   * @throws chat.parley.budget.OutOfBudget when no more mails are sent this month
   */
  public AccountEmail give(AccountId account, EmailClaim claim) {
    lock(account);
    Index index = Index.of(seals.index(claim.address()));
    if (emails.verified(account).filter(own -> own.index().equals(index)).isPresent()) {
      emails.stopWaiting(account);
    } else {
      send(account, claim, index);
    }
    return of(account);
  }

  /**
   * Sends a new link to the address that waits; the one before is no longer good.
   *
   * @return the addresses as they are now
   * @throws NotFound when none waits, or there is no mail here
   * @throws TooManyRequests when the account asked for too many links
   * @throws chat.parley.budget.OutOfBudget when no more mails are sent this month
   */
  public AccountEmail sendAgain(AccountId account, @Nullable String pageOrigin) {
    lock(account);
    EmailTable.Waiting waiting = emails.waiting(account).orElseThrow(NotFound::new);
    EmailAddress address = seals.open(Place.WAITING, account, waiting.sealed().bytes());
    send(account, new EmailClaim(address, pageOrigin), waiting.index());
    return of(account);
  }

  /** Takes back the address that waits; its link is no longer good. */
  public void takeBack(AccountId account) {
    if (emails.lock(account)) {
      emails.stopWaiting(account);
    }
  }

  /**
   * Takes the addresses out of the account; the verified one is told.
   *
   * @throws EmailRequired when accounts have one here
   */
  public void remove(AccountId account) {
    if (policy() == EmailPolicy.REQUIRED) {
      throw new EmailRequired();
    }
    if (emails.lock(account)) {
      Optional<EmailTable.Verified> old = emails.verified(account);
      emails.stopWaiting(account);
      emails.remove(account);
      old.ifPresent(found -> tell(account, found, MailTemplate.ADDRESS_REMOVED));
    }
  }

  /**
   * Uses a link: the address that waits is the account's verified one from now on, and the one
   * before is told. An account that waited for that is active: the next refresh of each of its
   * sessions gives a token for everything. Whoever has the link may do it, signed in or not, on any
   * instance, once.
   *
   * @param token what stands behind the {@code #} of the link
   * @return the user name of the account
   * @throws EmailLinkRefused says why
   * @throws EmailTaken when another account has proven the address meanwhile
   */
  public String verify(String token) {
    byte[] hash = Secrets.hash(token);
    AccountId account =
        emails
            .link(hash)
            .map(EmailTable.Link::account)
            .orElseThrow(() -> new EmailLinkRefused(Reason.UNKNOWN));
    emails.lock(account);
    // Again, now that nobody else changes it.
    EmailTable.Link link =
        emails.link(hash).orElseThrow(() -> new EmailLinkRefused(Reason.UNKNOWN));
    Instant now = clock.instant();
    if (link.state() == EmailTable.State.USED) {
      throw new EmailLinkRefused(Reason.USED);
    } else if (link.state() == EmailTable.State.SUPERSEDED) {
      throw new EmailLinkRefused(Reason.SUPERSEDED);
    } else if (!now.isBefore(link.expiresAt())) {
      throw new EmailLinkRefused(Reason.EXPIRED);
    }
    EmailTable.Waiting waiting =
        emails.waiting(account).orElseThrow(() -> new EmailLinkRefused(Reason.SUPERSEDED));
    EmailAddress address = seals.open(Place.WAITING, account, waiting.sealed().bytes());
    Optional<EmailTable.Verified> old = emails.verified(account);
    emails.remove(account);
    byte[] sealed = seals.seal(Place.VERIFIED, account, address);
    if (!emails.verify(account, sealed, waiting.index(), now)) {
      throw new EmailTaken();
    }
    emails.use(hash);
    emails.stopWaiting(account);
    accounts.activate(account);
    old.ifPresent(found -> tell(account, found, MailTemplate.ADDRESS_CHANGED));
    return username(account);
  }

  /** Whether accounts have addresses here, and none has verified this one. */
  @TransactionAttribute(SUPPORTS)
  public boolean isFree(EmailAddress address) {
    return policy() != EmailPolicy.OFF && !emails.isTaken(Index.of(seals.index(address)));
  }

  /**
   * A new account has this address, which somebody who is believed has verified.
   *
   * @return false when it is another's, or accounts have no addresses here
   */
  public boolean believe(AccountId account, EmailAddress address) {
    return policy() != EmailPolicy.OFF
        && emails.verify(
            account,
            seals.seal(Place.VERIFIED, account, address),
            Index.of(seals.index(address)),
            clock.instant());
  }

  /** Notes that a mail server refused the mail of a link. */
  public void refused(MailId mail) {
    emails.refuse(mail.value());
  }

  /**
   * Tells the verified address of an account what happened; nobody when there is none.
   *
   * @param values what the mail says besides user name and origin
   */
  public void tell(AccountId account, MailTemplate what, Map<String, String> values) {
    emails.verified(account).ifPresent(found -> tell(account, found, what, values));
  }

  private void lock(AccountId account) {
    if (policy() == EmailPolicy.OFF || !emails.lock(account)) {
      throw new NotFound();
    }
  }

  private void send(AccountId account, EmailClaim claim, Index index) {
    Instant now = clock.instant();
    Instant since = now.minus(Limits.EMAIL_WINDOW);
    EmailTable.Recent recent = emails.links(account, since);
    Instant first = recent.first();
    if (recent.links() >= Limits.EMAIL_LINKS && first != null) {
      throw new TooManyRequests(
          "Too many links were sent for this account. Wait, then try again.",
          Duration.between(since, first).plusMillis(1));
    }
    emails.lock(index);
    Instant until = now.plus(settings.emailLink());
    String token = Secrets.next(random);
    NewMail mail =
        emails.isTaken(index)
            ? inUse(account, claim, until)
            : invitation(account, claim, token, until);
    mails.requireBudget(mail);
    // Who fills somebody's mailbox learns nothing from where it stops.
    boolean full = emails.mails(index, since) >= Limits.EMAIL_MAILS;
    MailId sent = full ? null : mails.send(mail);
    emails.keepWaiting(account, seals.seal(Place.WAITING, account, claim.address()), index);
    emails.addLink(
        Secrets.hash(token),
        account,
        index,
        new EmailTable.Span(now, until),
        sent == null ? null : sent.value());
  }

  private NewMail invitation(AccountId account, EmailClaim claim, String token, Instant until) {
    Account owner = account(account);
    Map<String, String> values = new HashMap<>();
    values.put("username", owner.username());
    values.put("link", origins.orFirst(claim.pageOrigin()) + PAGE + token);
    values.put("hours", words(settings.emailLink()));
    if (owner.isActive()) {
      return new NewMail(account, claim.address(), MailTemplate.VERIFY_ADDRESS, values, until);
    }
    values.put("time", words(settings.newcomer()));
    return new NewMail(account, claim.address(), MailTemplate.VERIFY_NEW_ACCOUNT, values, until);
  }

  private NewMail inUse(AccountId account, EmailClaim claim, Instant until) {
    return new NewMail(
        account,
        claim.address(),
        MailTemplate.ADDRESS_IN_USE,
        Map.of("origin", origins.orFirst(claim.pageOrigin()).toString()),
        until);
  }

  private void tell(AccountId account, EmailTable.Verified old, MailTemplate what) {
    tell(account, old, what, Map.of());
  }

  private void tell(
      AccountId account, EmailTable.Verified old, MailTemplate what, Map<String, String> more) {
    if (mails.isOn()) {
      Map<String, String> values = new HashMap<>(more);
      values.put("username", username(account));
      values.put("origin", origins.orFirst(null).toString());
      mails.send(
          new NewMail(
              account,
              seals.open(Place.VERIFIED, account, old.sealed().bytes()),
              what,
              values,
              clock.instant().plus(Limits.EMAIL_NOTICE)));
    }
  }

  private String username(AccountId account) {
    return account(account).username();
  }

  private Account account(AccountId id) {
    return accounts.find(id).orElseThrow(NotFound::new);
  }

  /** A length of time in days, hours or minutes, whichever is whole; one day is 24 hours. */
  private static String words(Duration time) {
    long minutes = time.toMinutes();
    long days = time.toDays();
    if (days > 1 && time.equals(Duration.ofDays(days))) {
      return days + " days";
    }
    if (minutes % 60 == 0) {
      return minutes == 60 ? "1 hour" : minutes / 60 + " hours";
    }
    return minutes == 1 ? "1 minute" : minutes + " minutes";
  }
}
