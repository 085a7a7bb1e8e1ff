package chat.parley.mail.boundary;

import chat.parley.jms.Destinations;
import chat.parley.mail.MailLog;
import chat.parley.mail.control.MailJob;
import chat.parley.platform.boundary.Resources;
import jakarta.ejb.ActivationConfigProperty;
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
 * Does the jobs of {@value Destinations#MAIL}. A job is acknowledged when its mail was sent or left
 * for later; what fails is redelivered. Outside a transaction: a mail server may take its time.
 */
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(
          propertyName = "resourceAdapter",
          propertyValue = Resources.ADAPTER),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue"),
      @ActivationConfigProperty(propertyName = "destination", propertyValue = Destinations.MAIL),
      @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
      @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "4")
    })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MailQueueListener implements MessageListener {

  @Inject private MailDelivery delivery;

  @Override
  public void onMessage(Message message) {
    try {
      if (!(message instanceof TextMessage text)) {
        MailLog.LOG.poison();
        return;
      }
      delivery.deliver(MailJob.parse(text.getText()).mail());
    } catch (MailJob.Unreadable e) {
      // Delivering it again would not make it ours.
      MailLog.LOG.poison();
    } catch (JMSException e) {
      throw new JMSRuntimeException(e.getMessage(), e.getErrorCode(), e);
    }
  }
}
