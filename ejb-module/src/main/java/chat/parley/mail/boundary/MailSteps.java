package chat.parley.mail.boundary;

import chat.parley.mail.MailId;
import chat.parley.mail.MailRefused;
import chat.parley.mail.control.MailJob;
import chat.parley.mail.control.MailTable;
import chat.parley.mail.control.MailTable.Claim;
import chat.parley.mail.control.MailTable.Outcome;
import chat.parley.platform.Job;
import chat.parley.platform.Limits;
import chat.parley.platform.boundary.Outbox;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The steps of sending that happen as a whole or not at all; each is a transaction of its own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class MailSteps {

  @Inject private MailTable mails;
  @EJB private Outbox outbox;
  @Inject private Event<MailRefused> refusals;
  @Inject private Clock clock;

  /**
   * Takes a mail in hand. When another has it in hand, perhaps one that died, a job is left for the
   * time when that one must be done.
   *
   * @return empty when there is nothing to send now
   */
  public Optional<Claim> claim(MailId mail) {
    Instant now = clock.instant();
    Optional<Claim> claim = mails.claim(mail, now, Limits.MAIL_IN_HAND);
    if (claim.isEmpty()) {
      mails
          .claimedUntil(mail)
          .ifPresent(until -> outbox.put(List.of(job(mail, Duration.between(now, until)))));
    }
    return claim;
  }

  private static Job job(MailId mail, Duration delay) {
    return new MailJob(mail).after(delay.isNegative() ? Duration.ZERO : delay);
  }

  /** Gives a mail back until later. */
  public void putOff(MailId mail, Duration pause) {
    mails.putOff(mail, clock.instant().plus(pause));
    outbox.put(List.of(job(mail, pause)));
  }

  /** Notes that a mail was sent. */
  public void sent(MailId mail) {
    mails.end(mail, Outcome.SENT, clock.instant());
  }

  /** Notes that a mail can never be sent, and tells whoever wanted it. */
  public void refused(MailId mail) {
    if (mails.end(mail, Outcome.REFUSED, clock.instant())) {
      refusals.fire(new MailRefused(mail));
    }
  }

  /** Notes that a mail is not sent because it is worth nothing any more. */
  public boolean givenUp(MailId mail) {
    return mails.end(mail, Outcome.GIVEN_UP, clock.instant());
  }

  /**
   * Leaves new jobs for mails whose jobs were lost, with the broker's disk for example.
   *
   * @return how many there were
   */
  public int findLost() {
    Instant now = clock.instant();
    List<MailId> lost =
        mails.lost(
            now.minus(Limits.MAIL_LOST_AFTER),
            now.plus(Limits.MAIL_LOST_AFTER),
            Limits.OUTBOX_BATCH);
    outbox.put(lost.stream().map(mail -> job(mail, Duration.ZERO)).toList());
    return lost.size();
  }

  /** Removes what is known of mails that ended long ago. */
  public int forget() {
    return mails.forget(clock.instant().minus(Limits.MAIL_REMEMBERED));
  }
}
