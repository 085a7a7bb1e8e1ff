package chat.parley.jms;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionManager;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ManagedConnectionFactory;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.ResourceAdapterAssociation;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.Set;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.ra.ActiveMQRAConnectionRequestInfo;
import org.apache.activemq.artemis.ra.ActiveMQRAManagedConnectionFactory;
import org.apache.activemq.artemis.ra.ActiveMQResourceAdapter;
import org.jspecify.annotations.Nullable;

/**
 * Connects to the broker as the user of the resource adapter, whomever the container names: who
 * Parley is at the broker is a setting, and one for both directions. Payara passes a subject with a
 * blank name for a connection factory that was defined by annotation; the factory of Artemis would
 * take the blank for the name, and the broker refuses it. That factory is final, so this one stands
 * before it and leaves the subject out.
 */
public class ParleyManagedConnectionFactory
    implements ManagedConnectionFactory, ResourceAdapterAssociation {
  private static final long serialVersionUID = 1L;

  private final ActiveMQRAManagedConnectionFactory artemis =
      new ActiveMQRAManagedConnectionFactory();

  @Override
  public Object createConnectionFactory(ConnectionManager manager) throws ResourceException {
    return artemis.createConnectionFactory(
        (ConnectionManager) (factory, info) -> manager.allocateConnection(this, asAdapter(info)));
  }

  @Override
  public Object createConnectionFactory() throws ResourceException {
    return artemis.createConnectionFactory();
  }

  @Override
  public ManagedConnection createManagedConnection(
      @Nullable Subject subject, @Nullable ConnectionRequestInfo info) throws ResourceException {
    return new ParleyManagedConnection(artemis.createManagedConnection(null, asAdapter(info)));
  }

  @Override
  @SuppressWarnings("rawtypes") // as the connector architecture declares it
  public @Nullable ManagedConnection matchManagedConnections(
      Set connections, @Nullable Subject subject, @Nullable ConnectionRequestInfo info)
      throws ResourceException {
    Set<ManagedConnection> ofArtemis = new HashSet<>();
    for (Object connection : connections) {
      if (connection instanceof ParleyManagedConnection ours) {
        ofArtemis.add(ours.artemis());
      }
    }
    ManagedConnection match = artemis.matchManagedConnections(ofArtemis, null, asAdapter(info));
    for (Object connection : connections) {
      if (connection instanceof ParleyManagedConnection ours && ours.artemis().equals(match)) {
        return ours;
      }
    }
    return null;
  }

  /** The request, with the adapter's user where it names none. */
  private @Nullable ConnectionRequestInfo asAdapter(@Nullable ConnectionRequestInfo info) {
    if (info instanceof ActiveMQRAConnectionRequestInfo request
        && request.getUserName() == null
        && artemis.getResourceAdapter() instanceof ActiveMQResourceAdapter adapter) {
      request.setUserName(adapter.getUserName());
      request.setPassword(adapter.getPassword());
    }
    return info;
  }

  @Override
  public ResourceAdapter getResourceAdapter() {
    return artemis.getResourceAdapter();
  }

  @Override
  public void setResourceAdapter(ResourceAdapter adapter) throws ResourceException {
    artemis.setResourceAdapter(adapter);
  }

  @Override
  public @Nullable PrintWriter getLogWriter() throws ResourceException {
    return artemis.getLogWriter();
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter writer) throws ResourceException {
    artemis.setLogWriter(writer);
  }

  /** The destination of sessions that name none: the class name of a queue or a topic. */
  public String getSessionDefaultType() {
    return artemis.getSessionDefaultType();
  }

  public void setSessionDefaultType(String type) {
    artemis.setSessionDefaultType(type);
  }

  /** How often a lost connection is tried again before its user is told; -1 for ever. */
  public Integer getReconnectAttempts() {
    return artemis.getReconnectAttempts();
  }

  public void setReconnectAttempts(Integer attempts) {
    artemis.setReconnectAttempts(attempts);
  }

  /** How often a first connection is tried; -1 for ever. */
  public Integer getInitialConnectAttempts() {
    return artemis.getInitialConnectAttempts();
  }

  public void setInitialConnectAttempts(Integer attempts) {
    artemis.setInitialConnectAttempts(attempts);
  }

  /** How long an answer of the broker may take, in milliseconds. */
  public Long getCallTimeout() {
    return artemis.getCallTimeout();
  }

  public void setCallTimeout(Long milliseconds) {
    artemis.setCallTimeout(milliseconds);
  }

  /** How often the broker is looked after, in milliseconds. */
  public Long getClientFailureCheckPeriod() {
    return artemis.getClientFailureCheckPeriod();
  }

  public void setClientFailureCheckPeriod(Long milliseconds) {
    artemis.setClientFailureCheckPeriod(milliseconds);
  }

  /** How long the broker keeps a connection that it does not hear of, in milliseconds. */
  public Long getConnectionTTL() {
    return artemis.getConnectionTTL();
  }

  public void setConnectionTTL(Long milliseconds) {
    artemis.setConnectionTTL(milliseconds);
  }

  /** As the connector architecture asks: equal when configured alike. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ParleyManagedConnectionFactory that && artemis.equals(that.artemis);
  }

  @Override
  public int hashCode() {
    return artemis.hashCode();
  }
}
