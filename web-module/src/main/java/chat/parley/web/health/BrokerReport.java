package chat.parley.web.health;

import chat.parley.platform.boundary.SystemHealth;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Reports whether the broker answers, and is ready either way: messages are kept and read without
 * it, only news of them travels slower.
 */
@Readiness
@ApplicationScoped
public class BrokerReport implements HealthCheck {
  @EJB private SystemHealth system;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("broker").up().withData("connected", answers()).build();
  }

  private boolean answers() {
    try {
      return system.brokerAnswers();
    } catch (EJBException starting) {
      return false;
    }
  }
}
