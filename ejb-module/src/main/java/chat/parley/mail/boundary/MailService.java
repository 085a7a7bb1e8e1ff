package chat.parley.mail.boundary;

import static jakarta.ejb.TransactionAttributeType.MANDATORY;
import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import chat.parley.budget.Budget;
import chat.parley.budget.Spender;
import chat.parley.budget.boundary.Budgets;
import chat.parley.mail.MailId;
import chat.parley.mail.NewMail;
import chat.parley.mail.control.MailDesk;
import chat.parley.mail.control.MailJob;
import chat.parley.mail.control.MailTable;
import chat.parley.platform.boundary.Outbox;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Where mail is left that must follow from a commit. */
@Stateless
public class MailService {

  @Inject private MailDesk desk;
  @Inject private Budgets budgets;
  @Inject private MailTable mails;
  @EJB private Outbox outbox;
  @Inject private Clock clock;

  /** Whether this installation sends mail. */
  @TransactionAttribute(SUPPORTS)
  public boolean isOn() {
    return desk.isOn();
  }

  /**
   * Makes sure that there is budget for such a mail now, before anybody is told that it comes.
   *
   * @throws chat.parley.budget.OutOfBudget when there is none this month
   * @throws chat.parley.platform.Unavailable when the database does not answer
   */
  @TransactionAttribute(SUPPORTS)
  public void requireBudget(NewMail mail) {
    budgets.require(Budget.MAIL, spender(mail));
  }

  static Spender spender(NewMail mail) {
    return new Spender(mail.account(), mail.template().isProtective());
  }

  /**
   * Leaves a mail in the caller's transaction. After the commit it is sent, once as far as a mail
   * server lets one know, however long the server is away, until the mail is worth nothing.
   *
   * @return its name, by which {@link chat.parley.mail.MailRefused} tells of it
   * @throws chat.parley.platform.Unavailable when the database does not answer
   */
  @TransactionAttribute(MANDATORY)
  public MailId send(NewMail mail) {
    MailId id = MailId.next();
    mails.insert(id, mail, clock.instant());
    outbox.put(List.of(new MailJob(id).after(Duration.ZERO)));
    return id;
  }
}
