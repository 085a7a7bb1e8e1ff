package chat.parley.realtime.control;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.Membership;
import chat.parley.conversation.boundary.Memberships;
import chat.parley.journal.Entry;
import chat.parley.journal.StreamId;
import chat.parley.journal.boundary.Journal;
import chat.parley.message.Watermark;
import chat.parley.message.boundary.Receipts;
import chat.parley.platform.AccountId;
import chat.parley.realtime.CloseCode;
import chat.parley.realtime.ConnectionRefused;
import chat.parley.realtime.RealtimeLog;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Reads for connections what news did not bring them: one page for one connection, then the next
 * connection, so that a long history holds nobody up.
 */
@ApplicationScoped
public class CatchUp {

  @EJB private Journal journal;
  @EJB private Memberships memberships;
  @EJB private Receipts receipts;
  @Inject private ConnectionRegistry injected;

  private final Reads reads;
  private final @Nullable ConnectionRegistry given;

  private final BlockingQueue<Delivery> queue = new LinkedBlockingQueue<>();
  private final AtomicBoolean failing = new AtomicBoolean();

  /** What is read for connections. */
  interface Reads {

    List<Entry> after(StreamId stream, long after, int limit);

    Map<StreamId, Long> heads(Collection<StreamId> streams);

    List<Membership> memberships(AccountId account);

    List<Watermark> watermarks(ConversationId conversation, AccountId viewer);
  }

  /** Reads through the doors of the features below. */
  private final class Doors implements Reads {

    @Override
    public List<Entry> after(StreamId stream, long after, int limit) {
      return journal.readAfter(stream, after, limit);
    }

    @Override
    public Map<StreamId, Long> heads(Collection<StreamId> streams) {
      return journal.heads(streams);
    }

    @Override
    public List<Membership> memberships(AccountId account) {
      return memberships.of(account);
    }

    @Override
    public List<Watermark> watermarks(ConversationId conversation, AccountId viewer) {
      return receipts.of(conversation, viewer);
    }
  }

  /** For the container, which injects the rest. */
  CatchUp() {
    this.reads = new Doors();
    this.given = null;
  }

  CatchUp(Reads reads, ConnectionRegistry registry) {
    this.reads = reads;
    this.given = registry;
  }

  /** The connection has something to read. Never blocks. */
  public void schedule(Delivery delivery) {
    queue.add(delivery);
  }

  private ConnectionRegistry registry() {
    return given == null ? injected : given;
  }

  /** Works until the thread is interrupted; several threads may. */
  public void run() {
    try {
      while (true) {
        serve(queue.take());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Works off what waits, without waiting for more. */
  boolean serveNext() {
    Delivery next = queue.poll();
    if (next != null) {
      serve(next);
    }
    return next != null;
  }

  private void serve(Delivery delivery) {
    Delivery.Step step = delivery.next();
    if (step == null) {
      return;
    }
    try {
      read(delivery, step);
      if (failing.compareAndSet(true, false)) {
        RealtimeLog.LOG.logReadable();
      }
    } catch (RuntimeException e) {
      delivery.failed(step);
      if (failing.compareAndSet(false, true)) {
        RealtimeLog.LOG.logUnreadable(e);
      }
    }
  }

  private void read(Delivery delivery, Delivery.Step step) {
    if (step instanceof Delivery.Step.Page page) {
      delivery.took(page, reads.after(page.stream(), page.after(), page.limit()));
    } else if (step instanceof Delivery.Step.Marks marks) {
      delivery.took(
          marks.conversation(), reads.watermarks(marks.conversation(), delivery.account()));
    } else {
      followNew(delivery);
    }
  }

  /**
   * Registers interest first and looks at the log second, so that nothing falls between.
   *
   * @return the newest entry of every stream the account can read
   * @throws ConnectionRefused when a cursor is ahead of the log
   */
  public Map<StreamId, Long> follow(Delivery delivery, Map<StreamId, Long> cursors) {
    AccountId account = delivery.account();
    StreamId own = StreamId.user(account.value());
    registry().follow(delivery, own);
    Map<StreamId, Interval> intervals = new HashMap<>(intervals(reads.memberships(account)));
    intervals.put(own, Interval.ALL);
    intervals.keySet().forEach(stream -> registry().follow(delivery, stream));
    Map<StreamId, Long> heads = new HashMap<>();
    Map<StreamId, Long> found = reads.heads(intervals.keySet());
    intervals.forEach(
        (stream, interval) -> {
          long head = found.getOrDefault(stream, 0L);
          long after = cursors.getOrDefault(stream, 0L);
          if (after > head) {
            throw new ConnectionRefused(CloseCode.RESYNC, "a cursor is ahead of the log");
          }
          heads.put(stream, interval.head(head));
          delivery.begin(stream, after, interval, head);
        });
    return heads;
  }

  private void followNew(Delivery delivery) {
    Map<StreamId, Interval> intervals = intervals(reads.memberships(delivery.account()));
    Set<StreamId> unknown = delivery.unknownAmong(intervals.keySet());
    if (!unknown.isEmpty()) {
      unknown.forEach(stream -> registry().follow(delivery, stream));
      Map<StreamId, Long> heads = reads.heads(unknown);
      for (StreamId stream : unknown) {
        delivery.begin(
            stream,
            0,
            intervals.getOrDefault(stream, Interval.ALL),
            heads.getOrDefault(stream, 0L));
      }
    }
    intervals.forEach(delivery::renew);
    delivery.nudge();
  }

  /** What of each conversation the member may read. */
  private static Map<StreamId, Interval> intervals(List<Membership> memberships) {
    Map<StreamId, Interval> intervals = new HashMap<>();
    for (Membership membership : memberships) {
      intervals.put(
          StreamId.conversation(membership.conversation().value()),
          new Interval(membership.floor(), membership.ceiling()));
    }
    return intervals;
  }
}
