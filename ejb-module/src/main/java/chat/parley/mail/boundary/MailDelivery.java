package chat.parley.mail.boundary;

import chat.parley.budget.Budget;
import chat.parley.budget.OutOfBudget;
import chat.parley.budget.Spender;
import chat.parley.budget.boundary.Budgets;
import chat.parley.mail.MailId;
import chat.parley.mail.MailLog;
import chat.parley.mail.MailTemplate;
import chat.parley.mail.NewMail;
import chat.parley.mail.control.MailDesk;
import chat.parley.mail.control.MailTable.Claim;
import chat.parley.mail.control.MailTransport;
import chat.parley.platform.Limits;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Sends mails, one at a time, and does what the answer asks for. Outside transactions. */
@ApplicationScoped
public class MailDelivery {

  @EJB private MailSteps steps;
  @Inject private MailDesk desk;
  @Inject private Budgets budgets;
  @Inject private Clock clock;

  /**
   * Sends a mail, unless that was done, or another does it now. Without a budget for it, it waits.
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
    Spender spender = MailService.spender(claim.mail());
    if (!isPaidFor(claim.mail(), spender)) {
      steps.putOff(id, Limits.BUDGET_PAUSE);
      return;
    }
    try {
      desk.send(id, claim.mail());
      steps.sent(id);
      if (isCounted(claim.mail())) {
        budgets.count(Budget.MAIL, spender, 1);
      }
    } catch (MailTransport.AddressRefused e) {
      MailLog.LOG.refused(id);
      steps.refused(id);
    } catch (MailTransport.ServerAway e) {
      steps.putOff(id, MailDesk.pauseAfter(claim.attempt()));
    }
  }

  private boolean isPaidFor(NewMail mail, Spender spender) {
    try {
      if (isCounted(mail)) {
        budgets.require(Budget.MAIL, spender);
      }
      return true;
    } catch (OutOfBudget waits) {
      return false;
    }
  }

  /** What says that the budget is used up leaves all the same. */
  private static boolean isCounted(NewMail mail) {
    return mail.template() != MailTemplate.BUDGET_REACHED;
  }
}
