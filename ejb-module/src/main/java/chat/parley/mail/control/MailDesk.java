package chat.parley.mail.control;

import chat.parley.mail.EmailAddress;
import chat.parley.mail.MailId;
import chat.parley.mail.MailLog;
import chat.parley.mail.NewMail;
import chat.parley.platform.Limits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Writes mails and hands them over. A mail server that does not answer is left alone for {@link
 * Limits#MAIL_SERVER_RESTS}, so that those who wait do not each find it out for themselves.
 */
public final class MailDesk {

  /** So often doubled, any pause is longer than the longest. */
  private static final int MANY = 20;

  private final Optional<EmailAddress> from;
  private final Optional<EmailAddress> operator;
  private final MailTransport transport;
  private final MailTexts texts = new MailTexts();
  private final Clock clock;

  /** Until when the server is left alone, from its first failure to its next success. */
  private final AtomicReference<@Nullable Instant> rest = new AtomicReference<>();

  MailDesk(
      Optional<EmailAddress> from,
      Optional<EmailAddress> operator,
      MailTransport transport,
      Clock clock) {
    this.from = from;
    this.operator = operator;
    this.transport = transport;
    this.clock = clock;
  }

  /** Whether this installation sends mail. */
  public boolean isOn() {
    return from.isPresent();
  }

  /** Where it is told what operators should know. */
  public Optional<EmailAddress> operator() {
    return operator;
  }

  /** Whether the server is worth trying now. */
  public boolean isResting() {
    Instant end = rest.get();
    return end != null && clock.instant().isBefore(end);
  }

  /**
   * Sends one mail.
   *
   * @throws MailTransport.AddressRefused when it can never be sent there
   * @throws MailTransport.ServerAway when it cannot be sent now
   */
  public void send(MailId id, NewMail mail)
      throws MailTransport.AddressRefused, MailTransport.ServerAway {
    EmailAddress sender =
        from.orElseThrow(
            () ->
                new MailTransport.ServerAway(
                    "mail is off", new IllegalStateException("no sender")));
    try {
      transport.send(texts.write(id, sender, mail));
      answers();
    } catch (MailTransport.AddressRefused e) {
      answers();
      throw e;
    } catch (MailTransport.ServerAway e) {
      Instant end = clock.instant().plus(Limits.MAIL_SERVER_RESTS);
      if (rest.getAndSet(end) == null) {
        MailLog.LOG.serverAway(e.reason());
      }
      throw e;
    }
  }

  private void answers() {
    if (rest.getAndSet(null) != null) {
      MailLog.LOG.serverBack();
    }
  }

  /** How long to wait after an attempt: twice as long each time. */
  public static Duration pauseAfter(int attempt) {
    int doublings = Math.min(Math.max(attempt, 1) - 1, MANY);
    Duration pause = Limits.MAIL_FIRST_RETRY.multipliedBy(1L << doublings);
    return pause.compareTo(Limits.MAIL_LAST_RETRY) > 0 ? Limits.MAIL_LAST_RETRY : pause;
  }
}
