package chat.parley.mail.boundary;

import chat.parley.budget.BudgetReached;
import chat.parley.mail.EmailAddress;
import chat.parley.mail.MailTemplate;
import chat.parley.mail.NewMail;
import chat.parley.mail.control.MailDesk;
import chat.parley.platform.Limits;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;

/** Writes to whoever runs the installation, where an address is set. */
@ApplicationScoped
public class OperatorMails {

  @EJB private MailService mails;
  @Inject private MailDesk desk;
  @Inject private Clock clock;

  /** Leaves a mail in the transaction that notes the threshold. */
  void tell(@Observes BudgetReached reached) {
    if (desk.isOn()) {
      desk.operator().ifPresent(address -> mails.send(mail(address, reached)));
    }
  }

  private NewMail mail(EmailAddress address, BudgetReached reached) {
    return new NewMail(
        null,
        address,
        MailTemplate.BUDGET_REACHED,
        Map.of(
            "percent", Integer.toString(reached.percent()),
            "budget", reached.budget().word(),
            "month", reached.month().toString(),
            "used", Long.toString(reached.used()),
            "granted", Long.toString(reached.granted()),
            "then", then(reached)),
        clock.instant().plus(Limits.MAIL_TO_OPERATOR));
  }

  private static String then(BudgetReached reached) {
    if (!reached.isStop()) {
      return "Nothing stops when it is used up.";
    }
    return switch (reached.budget()) {
      case RPC ->
          "When it is used up, chains are asked no more until the month is over: no new tips, no"
              + " names, and tips that are under way wait.";
      case MAIL -> "When it is used up, no mail leaves until the month is over; this one does.";
      case STORAGE -> "When it is used up, nobody can upload until something is deleted.";
    };
  }
}
