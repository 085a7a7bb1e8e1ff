package chat.parley.notification.boundary;

import chat.parley.jms.Destinations;
import chat.parley.notification.NotificationLog;
import chat.parley.notification.control.PushJob;
import chat.parley.platform.boundary.Resources;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.EJB;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.jms.TextMessage;

/**
 * Does the jobs of {@value Destinations#PUSH}. A job is acknowledged when it was done or left again
 * for later; what fails is redelivered. Outside a transaction: a push service may take its time.
 */
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(
          propertyName = "resourceAdapter",
          propertyValue = Resources.ADAPTER),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue"),
      @ActivationConfigProperty(propertyName = "destination", propertyValue = Destinations.PUSH),
      @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
      @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "8")
    })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PushListener implements MessageListener {

  @EJB private Notifications notifications;
  @Inject private PushCalls calls;

  @Override
  public void onMessage(Message message) {
    try {
      if (!(message instanceof TextMessage text)) {
        NotificationLog.LOG.poison();
        return;
      }
      PushJob job = PushJob.parse(text.getText());
      if (job instanceof PushJob.News news) {
        notifications.decide(news);
      } else if (job instanceof PushJob.Call call) {
        calls.call(call);
      }
    } catch (PushJob.Unreadable e) {
      // Delivering it again would not make it ours.
      NotificationLog.LOG.poison();
    } catch (JMSException e) {
      throw new JMSRuntimeException(e.getMessage(), e.getErrorCode(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
