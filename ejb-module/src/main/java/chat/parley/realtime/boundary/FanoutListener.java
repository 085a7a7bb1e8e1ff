package chat.parley.realtime.boundary;

import chat.parley.jms.Destinations;
import chat.parley.platform.InstanceId;
import chat.parley.platform.Unavailable;
import chat.parley.platform.boundary.Resources;
import chat.parley.realtime.RealtimeLog;
import chat.parley.realtime.control.NewsBytes;
import chat.parley.realtime.control.NewsPublisher;
import chat.parley.sealing.SealBroken;
import chat.parley.sealing.Sealer;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.nio.charset.StandardCharsets;

/**
 * Hears the news of the other instances, and ignores its own. Nothing is redelivered: news that
 * cannot be read is dropped, and the log has it.
 */
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(
          propertyName = "resourceAdapter",
          propertyValue = Resources.ADAPTER),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Topic"),
      @ActivationConfigProperty(propertyName = "destination", propertyValue = Destinations.FANOUT),
      @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
      @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1"),
      @ActivationConfigProperty(
          propertyName = "acknowledgeMode",
          propertyValue = "Dups-ok-acknowledge")
    })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FanoutListener implements MessageListener {

  @Inject private Fanout fanout;
  @Inject private Sealer sealer;
  @Inject private InstanceId instance;

  @Override
  public void onMessage(Message message) {
    try {
      if (!(message instanceof BytesMessage bytes)) {
        RealtimeLog.LOG.poison("not bytes");
        return;
      }
      if (instance.toString().equals(message.getStringProperty(NewsPublisher.FROM))) {
        return;
      }
      byte[] sealed = new byte[Math.toIntExact(bytes.getBodyLength())];
      bytes.readBytes(sealed);
      NewsBytes.Parcel parcel =
          NewsBytes.unpack(
              sealer.unseal(sealed, NewsPublisher.ASSOCIATED.getBytes(StandardCharsets.US_ASCII)));
      if (!parcel.from().equals(instance)) {
        fanout.arrived(parcel.from(), parcel.news());
      }
    } catch (JMSException
        | SealBroken
        | Unavailable
        | NewsBytes.Unreadable
        | ArithmeticException e) {
      RealtimeLog.LOG.poison(String.valueOf(e.getMessage()));
    }
  }
}
