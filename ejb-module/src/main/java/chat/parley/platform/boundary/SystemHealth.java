package chat.parley.platform.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Whether what an instance leans on answers now. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SystemHealth {

  private static final int PATIENCE_SECONDS = 2;

  @Resource(lookup = Resources.DATA_SOURCE)
  private DataSource database;

  @Resource(lookup = Resources.CONNECTION_FACTORY)
  private ConnectionFactory broker;

  /** True when the database answers within two seconds. */
  public boolean databaseAnswers() {
    try (Connection connection = database.getConnection()) {
      return connection.isValid(PATIENCE_SECONDS);
    } catch (SQLException down) {
      return false;
    }
  }

  /** True when the broker takes a session. */
  public boolean brokerAnswers() {
    try (JMSContext context = broker.createContext()) {
      // Asking for the provider's name makes the context open its connection.
      return context.getMetaData().getJMSProviderName() != null;
    } catch (JMSException | JMSRuntimeException down) {
      return false;
    }
  }
}
