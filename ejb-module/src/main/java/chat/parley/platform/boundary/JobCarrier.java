package chat.parley.platform.boundary;

import chat.parley.jms.Destinations;
import chat.parley.platform.Unavailable;
import chat.parley.platform.control.OutboxRelay;
import chat.parley.platform.control.OutboxTable;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.Destination;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.TextMessage;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Puts jobs on their queues, all of a batch in one transaction of the broker. It begins that
 * transaction itself, because a broker that is away is nothing the container should write a stack
 * trace about with every try.
 */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
public class JobCarrier implements OutboxRelay.Carrier {

  /** Jobs with the same order go to one consumer at a time; the name is the one JMS gives it. */
  private static final String GROUP = "JMSXGroupID";

  @Resource(lookup = Resources.CONNECTION_FACTORY)
  private ConnectionFactory broker;

  @Resource private UserTransaction transaction;
  @Inject private Clock clock;

  /**
   * Sends; returns when the broker has stored all of them.
   *
   * @throws Unavailable when it has not, as far as one can know
   */
  @Override
  public void carry(List<OutboxTable.Row> jobs) {
    try {
      transaction.begin();
      try (JMSContext context = broker.createContext()) {
        JMSProducer producer = context.createProducer().setDeliveryMode(DeliveryMode.PERSISTENT);
        for (OutboxTable.Row job : jobs) {
          Duration delay = Duration.between(clock.instant(), job.due());
          producer.setDeliveryDelay(Math.max(0, delay.toMillis()));
          producer.send(place(context, job), message(context, job));
        }
      }
      transaction.commit();
    } catch (JMSException
        | NotSupportedException
        | SystemException
        | RollbackException
        | HeuristicMixedException
        | HeuristicRollbackException
        | RuntimeException e) {
      rollBack(e);
      Unavailable unavailable = new Unavailable("The broker takes no jobs now.");
      unavailable.initCause(e);
      throw unavailable;
    }
  }

  private static Destination place(JMSContext context, OutboxTable.Row job) {
    return Destinations.TOPICS.contains(job.queue())
        ? context.createTopic(job.queue())
        : context.createQueue(job.queue());
  }

  private static TextMessage message(JMSContext context, OutboxTable.Row job) throws JMSException {
    TextMessage message = context.createTextMessage(job.body());
    if (job.ordering() != null) {
      message.setStringProperty(GROUP, job.ordering());
    }
    return message;
  }

  private void rollBack(Exception cause) {
    try {
      if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
        transaction.rollback();
      }
    } catch (SystemException | RuntimeException e) {
      cause.addSuppressed(e);
    }
  }
}
