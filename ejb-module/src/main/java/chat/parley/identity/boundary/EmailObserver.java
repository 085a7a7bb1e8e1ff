package chat.parley.identity.boundary;

import chat.parley.mail.MailRefused;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Hears of mail that did not arrive, in the transaction that notes it. */
@ApplicationScoped
public class EmailObserver {

  @EJB private Emails emails;

  void after(@Observes MailRefused fact) {
    emails.refused(fact.mail());
  }
}
