package chat.parley.contact.boundary;

import chat.parley.identity.PersonBlocked;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Hears of people who block others, in the transaction that blocks. */
@ApplicationScoped
public class BlockObserver {

  @EJB private ChatRequests requests;

  void after(@Observes PersonBlocked fact) {
    requests.forget(fact.by(), fact.blocked());
  }
}
