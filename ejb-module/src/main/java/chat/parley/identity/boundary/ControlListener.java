package chat.parley.identity.boundary;

import chat.parley.identity.IdentityLog;
import chat.parley.identity.SessionsRevoked;
import chat.parley.identity.control.ControlMessages;
import chat.parley.jms.Destinations;
import chat.parley.platform.boundary.Resources;
import chat.parley.sealing.SealBroken;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.io.UncheckedIOException;

/** Hears from other instances which sessions have ended. */
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(
          propertyName = "resourceAdapter",
          propertyValue = Resources.ADAPTER),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Topic"),
      @ActivationConfigProperty(propertyName = "destination", propertyValue = Destinations.CONTROL),
      @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
      @ActivationConfigProperty(
          propertyName = "acknowledgeMode",
          propertyValue = "Dups-ok-acknowledge"),
      @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1")
    })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ControlListener implements MessageListener {

  @Inject private ControlMessages messages;
  @Inject private Event<SessionsRevoked> revoked;

  @Override
  public void onMessage(Message message) {
    try {
      messages.decode(message.getBody(byte[].class)).ifPresent(revoked::fire);
    } catch (SealBroken | UncheckedIOException e) {
      // Delivering it again would not make it ours.
      IdentityLog.LOG.foreignControlMessage(e);
    } catch (JMSException e) {
      throw new JMSRuntimeException(e.getMessage(), e.getErrorCode(), e);
    }
  }
}
