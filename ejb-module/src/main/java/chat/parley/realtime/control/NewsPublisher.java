package chat.parley.realtime.control;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import chat.parley.conversation.ConversationId;
import chat.parley.message.WatermarksMoved;
import chat.parley.message.boundary.Receipts;
import chat.parley.platform.InstanceId;
import chat.parley.platform.Limits;
import chat.parley.platform.boundary.Resources;
import chat.parley.realtime.RealtimeLog;
import chat.parley.sealing.Sealer;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.BytesMessage;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Carries news to the broker on a thread of its own, so that a slow or dead broker never holds up a
 * commit. What it cannot carry it drops: the sweep of the other instances finds the entries in the
 * log, and watermarks are told again when the broker is back.
 */
@ApplicationScoped
public class NewsPublisher {

  /** What the sealed bytes are bound to. */
  public static final String ASSOCIATED = "parley.fanout";

  /** The property of a message that names the instance it comes from, which has no use for it. */
  public static final String FROM = "instance";

  /** Conversations whose watermarks are remembered for later, at most. */
  private static final int OWED_CONVERSATIONS = 10_000;

  /** Signals may use this part of the queue. */
  private static final int SIGNAL_SHARE = 4;

  private static final Duration RETRY = Duration.ofSeconds(1);

  @Resource(lookup = Resources.CONNECTION_FACTORY)
  private ConnectionFactory factory;

  @Resource(lookup = Resources.FANOUT)
  private Topic topic;

  @Inject private Sealer sealer;
  @Inject private InstanceId instance;
  @EJB private Receipts receipts;

  private final BlockingQueue<News> queue = new LinkedBlockingQueue<>();
  private final AtomicLong queuedBytes = new AtomicLong();
  private final Set<ConversationId> owed = ConcurrentHashMap.newKeySet();
  private volatile boolean dropping;
  private @Nullable Boolean up;
  private volatile boolean hasFailed;

  /** Queues news, or drops it when too much waits, signals first. Never blocks. */
  public void publish(List<? extends News> all) {
    for (News news : all) {
      int weight = news.weight();
      int room =
          isForAMoment(news) ? Limits.FANOUT_QUEUE_BYTES / SIGNAL_SHARE : Limits.FANOUT_QUEUE_BYTES;
      if (queuedBytes.addAndGet(weight) > room) {
        queuedBytes.addAndGet(-weight);
        dropped(news);
      } else {
        queue.add(news);
      }
    }
  }

  private static boolean isForAMoment(News news) {
    return news instanceof News.Signalled || news instanceof News.Present;
  }

  private void dropped(News news) {
    owe(news);
    if (!dropping && !isForAMoment(news)) {
      dropping = true;
      RealtimeLog.LOG.newsDropped();
    }
  }

  private void owe(News news) {
    if (news instanceof News.Moved moved && owed.size() < OWED_CONVERSATIONS) {
      owed.add(moved.conversation());
    }
  }

  /** Publishes until the thread is interrupted. For one thread. */
  public void run() {
    try {
      while (true) {
        publishWhileUp();
        LockSupport.parkNanos(this, RETRY.toNanos());
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns when the broker needs a pause; what could not be sent is dropped. */
  private void publishWhileUp() throws InterruptedException {
    List<News> batch = batch();
    try (JMSContext context = factory.createContext(JMSContext.AUTO_ACKNOWLEDGE)) {
      JMSProducer producer =
          context
              .createProducer()
              .setDeliveryMode(DeliveryMode.NON_PERSISTENT)
              .setTimeToLive(Limits.FANOUT_EXPIRES_AFTER.toMillis())
              .setDisableMessageID(true);
      while (true) {
        producer.send(topic, message(context, batch));
        isUp();
        batch = batch();
      }
    } catch (JMSException | RuntimeException e) {
      batch.forEach(this::owe);
      isDown(e);
    }
  }

  /** Waits for news and takes what is there, as much as fits in one message. */
  private List<News> batch() throws InterruptedException {
    News next = first();
    List<News> batch = new ArrayList<>();
    int bytes = 0;
    while (next != null) {
      batch.add(next);
      bytes += next.weight();
      News following = queue.peek();
      next =
          following == null || bytes + following.weight() > Limits.FANOUT_MESSAGE_BYTES
              ? null
              : taken(queue.poll());
    }
    dropping = false;
    return batch;
  }

  /** The next news; when there is none for a while, watermarks that were dropped before. */
  private News first() throws InterruptedException {
    while (true) {
      News next = taken(owed.isEmpty() ? queue.take() : queue.poll(RETRY.toMillis(), MILLISECONDS));
      if (next == null) {
        next = owedNews();
      }
      if (next != null) {
        return next;
      }
    }
  }

  private @Nullable News owedNews() {
    ConversationId conversation = owed.stream().findAny().orElse(null);
    if (conversation == null) {
      return null;
    }
    owed.remove(conversation);
    try {
      WatermarksMoved all = receipts.all(conversation);
      return new News.Moved(conversation, all.watermarks(), all.ownOnly());
    } catch (RuntimeException e) {
      owed.add(conversation);
      RealtimeLog.LOG.watermarksUnreadable(e);
      return null;
    }
  }

  private @Nullable News taken(@Nullable News news) {
    if (news != null) {
      queuedBytes.addAndGet(-news.weight());
    }
    return news;
  }

  private BytesMessage message(JMSContext context, List<News> batch) throws JMSException {
    byte[] packed = NewsBytes.pack(new NewsBytes.Parcel(instance, batch));
    BytesMessage message = context.createBytesMessage();
    message.setStringProperty(FROM, instance.toString());
    message.writeBytes(sealer.seal(packed, ASSOCIATED.getBytes(StandardCharsets.US_ASCII)));
    return message;
  }

  private void isUp() {
    hasFailed = false;
    if (!Boolean.TRUE.equals(up)) {
      up = true;
      RealtimeLog.LOG.brokerUp();
    }
  }

  /** Operators are told when it fails twice in a row: once may be the end of this instance. */
  private void isDown(Exception e) {
    if (!hasFailed) {
      hasFailed = true;
    } else if (!Boolean.FALSE.equals(up)) {
      up = false;
      RealtimeLog.LOG.brokerDown(e);
    }
  }
}
