package chat.parley.mail.boundary;

import chat.parley.mail.MailId;
import chat.parley.mail.MailLog;
import chat.parley.mail.control.MailDesk;
import chat.parley.mail.control.MailTable.Claim;
import chat.parley.mail.control.MailTransport;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Sends mails, one at a time, and does what the answer asks for. Outside transactions. */
@ApplicationScoped
public class MailDelivery {

  @EJB private MailSteps steps;
  @Inject private MailDesk desk;
  @Inject private Clock clock;

  /**
   * Sends a mail, unless that was done, or another does it now.
   *
   * @throws chat.parley.platform.Unavailable when the database does not answer
   */
  void deliver(MailId id) {
    Claim claim = steps.claim(id).orElse(null);
    if (claim == null) {
      return;
    }
    if (!clock.instant().isBefore(claim.mail().until())) {
      if (steps.givenUp(id)) {
        MailLog.LOG.givenUp(id);
      }
      return;
    }
    if (desk.isResting()) {
      steps.putOff(id, MailDesk.pauseAfter(claim.attempt()));
      return;
    }
    try {
      desk.send(id, claim.mail());
      steps.sent(id);
    } catch (MailTransport.AddressRefused e) {
      MailLog.LOG.refused(id);
      steps.refused(id);
    } catch (MailTransport.ServerAway e) {
      steps.putOff(id, MailDesk.pauseAfter(claim.attempt()));
    }
  }
}
