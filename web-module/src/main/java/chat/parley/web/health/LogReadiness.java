package chat.parley.web.health;

import chat.parley.journal.boundary.Journal;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready: the writer of the log runs and can commit. Without it nothing can be sent. */
@Readiness
@ApplicationScoped
public class LogReadiness implements HealthCheck {
  @EJB private Journal journal;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("log").status(isWriting()).build();
  }

  private boolean isWriting() {
    try {
      return journal.isWriting();
    } catch (EJBException starting) {
      return false;
    }
  }
}
