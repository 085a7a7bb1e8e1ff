package chat.parley.notification.boundary;

import chat.parley.identity.SessionsRevoked;
import chat.parley.journal.EntriesAppended;
import chat.parley.notification.NotificationLog;
import chat.parley.notification.control.PushJobs;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Hears what happened below, on the thread where it did: hands over and returns. */
@ApplicationScoped
public class PushObserver {

  @Inject private PushJobs jobs;
  @EJB private PushSubscriptions subscriptions;

  void after(@Observes EntriesAppended fact) {
    jobs.committed(fact.entries());
  }

  void after(@Observes SessionsRevoked fact) {
    try {
      subscriptions.removeSignedOut(fact);
    } catch (RuntimeException e) {
      NotificationLog.LOG.notForgotten(fact.account(), e);
    }
  }
}
