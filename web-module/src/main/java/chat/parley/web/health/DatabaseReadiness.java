package chat.parley.web.health;

import chat.parley.platform.boundary.SystemHealth;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready: the database answers. Without it an instance can do nothing for anybody. */
@Readiness
@ApplicationScoped
public class DatabaseReadiness implements HealthCheck {
  @EJB private SystemHealth system;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("database").status(answers()).build();
  }

  private boolean answers() {
    try {
      return system.databaseAnswers();
    } catch (EJBException starting) {
      return false;
    }
  }
}
