package chat.parley.identity.boundary;

import chat.parley.identity.IdentityLog;
import chat.parley.identity.SessionsRevoked;
import chat.parley.identity.control.ControlMessages;
import chat.parley.platform.boundary.Resources;
import jakarta.annotation.Resource;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.BytesMessage;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Topic;
import java.time.Duration;

/**
 * Tells the other instances. It neither delays nor fails whoever signs out: without a broker the
 * others notice when they next ask the database.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ControlPublisher {

  /** Older news is no news: by then every instance has asked the database again. */
  private static final Duration LIFE = Duration.ofMinutes(2);

  @Resource(lookup = Resources.CONNECTION_FACTORY)
  private ConnectionFactory connections;

  @Resource(lookup = Resources.CONTROL)
  private Topic topic;

  @Inject private ControlMessages messages;

  /** Announces a fact that is committed. */
  @Asynchronous
  public void announce(SessionsRevoked fact) {
    try (JMSContext context = connections.createContext()) {
      BytesMessage message = context.createBytesMessage();
      message.writeBytes(messages.encode(fact));
      context
          .createProducer()
          .setDeliveryMode(DeliveryMode.NON_PERSISTENT)
          .setTimeToLive(LIFE.toMillis())
          .send(topic, message);
    } catch (JMSException | JMSRuntimeException e) {
      IdentityLog.LOG.revocationNotAnnounced(e);
    }
  }
}
