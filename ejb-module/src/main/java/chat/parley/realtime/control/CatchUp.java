package chat.parley.realtime.control;

import chat.parley.conversation.Membership;
import chat.parley.conversation.boundary.Memberships;
import chat.parley.journal.StreamId;
import chat.parley.journal.boundary.Journal;
import chat.parley.message.boundary.Receipts;
import chat.parley.platform.AccountId;
import chat.parley.realtime.CloseCode;
import chat.parley.realtime.ConnectionRefused;
import chat.parley.realtime.RealtimeLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Reads for connections what news did not bring them: one page for one connection, then the next
 * connection, so that a long history holds nobody up.
 */
@ApplicationScoped
public class CatchUp {

  @Inject private Journal journal;
  @Inject private Memberships memberships;
  @Inject private Receipts receipts;
  @Inject private ConnectionRegistry registry;

  private final BlockingQueue<Delivery> queue = new LinkedBlockingQueue<>();
  private final AtomicBoolean failing = new AtomicBoolean();

  /** The connection has something to read. Never blocks. */
  public void schedule(Delivery delivery) {
    queue.add(delivery);
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
      delivery.took(page, journal.readAfter(page.stream(), page.after(), page.limit()));
    } else if (step instanceof Delivery.Step.Marks marks) {
      delivery.took(marks.conversation(), receipts.of(marks.conversation(), delivery.account()));
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
    registry.follow(delivery, own);
    Map<StreamId, Interval> intervals = new HashMap<>(intervals(memberships.of(account)));
    intervals.put(own, Interval.ALL);
    intervals.keySet().forEach(stream -> registry.follow(delivery, stream));
    Map<StreamId, Long> heads = new HashMap<>();
    Map<StreamId, Long> found = journal.heads(intervals.keySet());
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
    Map<StreamId, Interval> intervals = intervals(memberships.of(delivery.account()));
    Set<StreamId> unknown = delivery.unknownAmong(intervals.keySet());
    if (!unknown.isEmpty()) {
      unknown.forEach(stream -> registry.follow(delivery, stream));
      Map<StreamId, Long> heads = journal.heads(unknown);
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
