package chat.parley.identity.boundary;

import chat.parley.identity.SessionsRevoked;
import chat.parley.identity.control.OpenSessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Lets this instance forget sessions that have ended, wherever they were ended. */
@ApplicationScoped
public class SessionCaches {

  @Inject private OpenSessions open;

  void forget(@Observes SessionsRevoked fact) {
    open.forget(fact);
  }
}
