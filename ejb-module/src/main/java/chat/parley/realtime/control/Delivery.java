package chat.parley.realtime.control;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.MembershipEntries;
import chat.parley.identity.SessionEnd;
import chat.parley.identity.TicketHolder;
import chat.parley.journal.Entry;
import chat.parley.journal.StreamId;
import chat.parley.message.Watermark;
import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import chat.parley.platform.Limits;
import chat.parley.realtime.ClientConnection;
import chat.parley.realtime.CloseCode;
import chat.parley.realtime.ServerFrame;
import chat.parley.realtime.SharedEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What one connection has been given, and what it must be given next.
 *
 * <p>There is one rule, for news and for what is read from the log alike: an entry goes out when it
 * is the next of its stream and there is credit, an entry that went out before is dropped, and
 * anything else marks the stream as dirty, to be read from the log. Hence no seam between catching
 * up and being live, and constant memory: a stream that cannot be served costs one flag.
 *
 * <p>Every method may be called from any thread and none of them blocks; the reading is done by
 * {@link CatchUp}.
 */
public final class Delivery {

  /** Entries that one read of the log brings at most. */
  private static final int PAGE = 50;

  /** Signals may use this part of the backlog. */
  private static final int SIGNAL_SHARE = 4;

  private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

  /** The kind of entry on the own stream that tells of a new conversation. */
  private static final String CONVERSATION_OPENED = "conversation.opened";

  private final ClientConnection connection;
  private final TicketHolder holder;
  private final int window;
  private final Consumer<Delivery> scheduler;
  private final Map<StreamId, Cursor> cursors = new HashMap<>();
  private final Set<Cursor> dirty = new LinkedHashSet<>();
  private final Set<ConversationId> marksOwed = new LinkedHashSet<>();
  private boolean started;
  private boolean ended;
  private boolean scheduled;
  private @Nullable UUID generation;
  private boolean membershipsStale;
  private boolean marksAreKnown;
  private boolean expiring;
  private boolean hidesReads;
  private long unacknowledged;
  private long unacknowledgedBytes;
  private long waitingSince;
  private boolean waiting;
  private long usedAt = System.nanoTime();

  /** How far the connection has come in one stream. */
  private static final class Cursor {
    final StreamId stream;

    /** What the account may read; it ends with the membership. */
    Interval readable = Interval.ALL;

    long sent;
    long acknowledged;
    long known;
    boolean ready;
    boolean live;
    boolean typing;

    /** Counts what was erased, so that a page read before is known for stale. */
    long erasures;

    long typedAt;

    /** What each entry weighs that was sent and not acknowledged; null for none. */
    @Nullable Deque<Integer> weights;

    Cursor(StreamId stream) {
      this.stream = stream;
    }

    /** Whether there is something to read that has not gone out. */
    boolean isBehind() {
      return sent < readable.head(known);
    }

    /** Whether what holds for a moment is for this account. */
    boolean isListening() {
      return live && readable.isOpen();
    }
  }

  /** What to read next for a connection. */
  sealed interface Step {

    /**
     * A page of a stream.
     *
     * @param erasures how often something had been erased from the stream before
     */
    record Page(StreamId stream, long after, int limit, long erasures) implements Step {}

    /** The conversations of the account, among them new ones. */
    record Memberships() implements Step {}

    /** How far everybody has come in a conversation. */
    record Marks(ConversationId conversation) implements Step {}
  }

  /**
   * A connection that has not started.
   *
   * @param scheduler called when there is something to read; must not block
   */
  public Delivery(
      ClientConnection connection, TicketHolder holder, int window, Consumer<Delivery> scheduler) {
    this.connection = connection;
    this.holder = holder;
    this.window = window;
    this.scheduler = scheduler;
  }

  /** The client learns how far everybody is in another way: only moves are told from now on. */
  public synchronized void marksAreKnown() {
    marksAreKnown = true;
  }

  /** Whether the person tells nobody what he reads, and is therefore told of nobody. */
  public synchronized void hideReads(boolean isHiding) {
    hidesReads = isHiding;
  }

  public ClientConnection connection() {
    return connection;
  }

  public TicketHolder holder() {
    return holder;
  }

  AccountId account() {
    return holder.account();
  }

  DeviceId device() {
    return holder.device();
  }

  /** Takes note of news of this stream from now on; false when it did so already. */
  synchronized boolean expect(StreamId stream) {
    return cursors.putIfAbsent(stream, new Cursor(stream)) == null;
  }

  /** The streams that are served, or about to be. */
  public synchronized Set<StreamId> streams() {
    return Set.copyOf(cursors.keySet());
  }

  /**
   * Says where a stream begins for this connection.
   *
   * @param after the last entry that the client has
   * @param readable what the account may read of it
   * @param head the newest entry, read after {@link #expect}
   */
  public synchronized void begin(StreamId stream, long after, Interval readable, long head) {
    Cursor cursor = cursors.get(stream);
    if (cursor == null || cursor.ready) {
      return;
    }
    cursor.ready = true;
    cursor.readable = readable;
    cursor.sent = after;
    cursor.acknowledged = after;
    cursor.known = Math.max(cursor.known, head);
    if (started) {
      open(cursor);
      schedule();
    }
  }

  /**
   * Says what the account may read now of a stream that is served: who joins again begins a new
   * interval, on the connection he has. An interval that is older than the known one says nothing.
   */
  synchronized void renew(StreamId stream, Interval readable) {
    Cursor cursor = cursors.get(stream);
    if (cursor == null || !cursor.ready || ended || readable.floor() < cursor.readable.floor()) {
      return;
    }
    if (readable.floor() == cursor.readable.floor()) {
      close(cursor, Math.min(readable.ceiling(), cursor.readable.ceiling()));
      return;
    }
    settle(cursor, cursor.sent);
    waiting = false;
    noteWaiting();
    cursor.readable = readable;
    cursor.live = false;
    dirty.remove(cursor);
    if (started) {
      open(cursor);
      schedule();
    }
  }

  /** Nothing of the stream is for this account after this entry. */
  private void close(Cursor cursor, long ceiling) {
    cursor.readable = new Interval(cursor.readable.floor(), ceiling);
    if (!cursor.readable.isOpen()) {
      cursor.typing = false;
      marksOwed.remove(new ConversationId(cursor.stream.owner()));
      if (!cursor.isBehind()) {
        dirty.remove(cursor);
      }
    }
  }

  /** Sends the welcome and lets entries follow. */
  public synchronized void start(ServerFrame.Welcome welcome) {
    connection.send(welcome);
    generation = welcome.generation();
    started = true;
    cursors.values().stream().filter(cursor -> cursor.ready).forEach(this::open);
    schedule();
  }

  private void open(Cursor cursor) {
    long floor = cursor.readable.floor();
    if (cursor.sent < floor) {
      connection.send(
          new ServerFrame.Gap(
              cursor.stream, cursor.sent + 1, floor, ServerFrame.Gap.Why.JOINED_LATER));
      cursor.sent = floor;
      cursor.acknowledged = floor;
    }
    if (cursor.isBehind()) {
      dirty.add(cursor);
    } else {
      becomeLive(cursor);
    }
  }

  /** News of an entry. */
  void offer(SharedEntry shared) {
    Entry entry = shared.entry();
    synchronized (this) {
      Cursor cursor = cursors.get(entry.stream());
      if (cursor == null || (cursor.ready && entry.seq() <= cursor.sent)) {
        return;
      }
      cursor.known = Math.max(cursor.known, entry.seq());
      if (!started || !cursor.ready || !cursor.isBehind()) {
        return;
      }
      if (entry.seq() == cursor.sent + 1 && hasCredit()) {
        emit(cursor, shared);
      } else {
        dirty.add(cursor);
      }
      schedule();
    }
  }

  /** These entries of a stream have lost their bodies: what holds one is not sent any more. */
  synchronized void erased(StreamId stream, Set<Long> seqs) {
    Cursor cursor = cursors.get(stream);
    if (cursor != null) {
      cursor.erasures++;
      connection.erase(entry -> entry.stream().equals(stream) && seqs.contains(entry.seq()));
    }
  }

  /** News that a stream has come at least this far. */
  synchronized void headIs(StreamId stream, long head) {
    Cursor cursor = cursors.get(stream);
    if (cursor == null || head <= cursor.known) {
      return;
    }
    cursor.known = head;
    if (started && cursor.ready && cursor.isBehind()) {
      dirty.add(cursor);
      schedule();
    }
  }

  /** News of how far members have come; when the connection is busy it is read again later. */
  synchronized void marks(ConversationId conversation, List<Watermark> watermarks) {
    Cursor cursor = cursors.get(StreamId.conversation(conversation.value()));
    if (!started || cursor == null || !cursor.isListening()) {
      return;
    }
    if (hasRoom()) {
      connection.send(new ServerFrame.Marks(conversation, asSeen(watermarks)));
    } else {
      marksOwed.add(conversation);
    }
  }

  private List<Watermark> asSeen(List<Watermark> watermarks) {
    return hidesReads
        ? watermarks.stream()
            .map(
                mark ->
                    mark.account().equals(account())
                        ? mark
                        : new Watermark(mark.account(), mark.delivered(), 0))
            .toList()
        : watermarks;
  }

  /** Tells what holds for a moment, unless it is the person's own doing or the client is busy. */
  synchronized void signal(ServerFrame.Signal signal) {
    Cursor cursor = cursors.get(signal.stream());
    boolean wanted = started && !ended && cursor != null && cursor.isListening();
    // One's own devices know what one types, and not how one looks.
    boolean isNews =
        signal.kind() == ServerFrame.Signal.Kind.PROFILE || !signal.by().equals(account());
    if (wanted && isNews && hasRoomForSignals()) {
      connection.send(signal);
    }
  }

  private boolean hasRoomForSignals() {
    return connection.backlog() <= Limits.SOCKET_BACKLOG_BYTES / SIGNAL_SHARE;
  }

  /**
   * Tells how somebody is there, whoever asked for it.
   *
   * @return false when the client is busy: it has to be told later
   */
  synchronized boolean presence(ServerFrame.Signal signal) {
    if (!started || ended) {
      return true;
    }
    if (!hasRoomForSignals()) {
      return false;
    }
    connection.send(signal);
    return true;
  }

  /**
   * The client has stored everything up to these entries.
   *
   * @return how far each of these streams is now acknowledged, where it moved
   */
  public synchronized Map<StreamId, Long> acknowledge(Map<StreamId, Long> acknowledged) {
    Map<StreamId, Long> moved = new HashMap<>();
    for (Map.Entry<StreamId, Long> each : acknowledged.entrySet()) {
      Cursor cursor = cursors.get(each.getKey());
      if (cursor == null || !cursor.ready) {
        continue;
      }
      long upTo = Math.min(each.getValue(), cursor.sent);
      if (upTo > cursor.acknowledged) {
        settle(cursor, upTo);
        moved.put(each.getKey(), upTo);
      }
    }
    if (!moved.isEmpty()) {
      waiting = false;
      noteWaiting();
      schedule();
    }
    return moved;
  }

  /**
   * The newest entry of a stream that the connection knows to exist; null when the connection does
   * not serve the stream, or not any more.
   */
  public synchronized @Nullable Long known(StreamId stream) {
    Cursor cursor = cursors.get(stream);
    return cursor == null || !cursor.ready || !cursor.readable.isOpen() ? null : cursor.known;
  }

  /**
   * The person writes a message in this stream, or has stopped.
   *
   * @param ticks {@link System#nanoTime()}
   * @return whether that is news to others: the stream is served, and they have not just been told
   */
  public synchronized boolean types(StreamId stream, boolean on, long ticks) {
    Cursor cursor = cursors.get(stream);
    if (cursor == null || !cursor.ready || !cursor.readable.isOpen()) {
      return false;
    }
    if (!on) {
      boolean stopped = cursor.typing;
      cursor.typing = false;
      return stopped;
    }
    if (cursor.typedAt != 0 && ticks - cursor.typedAt < Limits.TYPING_TOLD_EVERY.toNanos()) {
      return false;
    }
    cursor.typing = true;
    cursor.typedAt = ticks;
    return true;
  }

  /** There may be credit again. */
  public synchronized void nudge() {
    if (started) {
      schedule();
    }
  }

  /** Whether nothing more goes out. */
  synchronized boolean isEnded() {
    return ended;
  }

  /** Nothing more goes out. */
  public synchronized void end() {
    ended = true;
    dirty.clear();
    marksOwed.clear();
  }

  /**
   * Ends a connection whose time is over.
   *
   * @param ticks {@link System#nanoTime()}
   */
  void supervise(Instant now, long ticks) {
    if (!now.isBefore(holder.expiresAt())) {
      connection.end(SessionEnd.EXPIRED);
    } else if (hasWaitedTooLong(ticks)) {
      connection.close(CloseCode.SLOW_CONSUMER, null, "no acknowledgement for too long");
    }
    eraseExpired(now);
    nudge();
  }

  /** Ends the connection when the log is no longer the one it was welcomed to. */
  synchronized void requireGeneration(UUID current) {
    if (generation != null && !generation.equals(current)) {
      connection.close(CloseCode.RESYNC, null, "the log is another one");
    }
  }

  /** Nobody is given what disappeared while it waited to be written. */
  private synchronized void eraseExpired(Instant now) {
    if (expiring) {
      expiring = connection.backlog() > 0;
      connection.erase(entry -> entry.isExpired(now));
    }
  }

  /** Whether the session has to be noted as used: once a minute while the connection stands. */
  synchronized boolean isInUse(long ticks) {
    if (ticks - usedAt < USE_NOTED_EVERY.toNanos()) {
      return false;
    }
    usedAt = ticks;
    return true;
  }

  private synchronized boolean hasWaitedTooLong(long ticks) {
    return waiting && ticks - waitingSince > Limits.SOCKET_ACKNOWLEDGE_WITHIN.toNanos();
  }

  /** What to read next; null when there is nothing to read or no credit for it. */
  synchronized @Nullable Step next() {
    scheduled = false;
    if (ended) {
      return null;
    }
    if (membershipsStale) {
      membershipsStale = false;
      return new Step.Memberships();
    }
    if (!dirty.isEmpty() && hasCredit()) {
      Iterator<Cursor> first = dirty.iterator();
      Cursor cursor = first.next();
      first.remove();
      int limit = (int) Math.min(PAGE, window - unacknowledged);
      return new Step.Page(cursor.stream, cursor.sent, limit, cursor.erasures);
    }
    if (!marksOwed.isEmpty() && hasRoom()) {
      Iterator<ConversationId> first = marksOwed.iterator();
      ConversationId conversation = first.next();
      first.remove();
      return new Step.Marks(conversation);
    }
    return null;
  }

  /** A page was read; gives out what is next and wanted of it. */
  synchronized void took(Step.Page page, List<Entry> entries) {
    Cursor cursor = cursors.get(page.stream());
    if (cursor == null || ended) {
      return;
    }
    if (page.erasures() != cursor.erasures) {
      dirty.add(cursor);
      schedule();
      return;
    }
    boolean all = true;
    for (Entry entry : entries) {
      if (entry.seq() <= cursor.sent) {
        continue;
      }
      if (entry.seq() > cursor.readable.ceiling()) {
        break;
      }
      if (!hasCredit()) {
        all = false;
        break;
      }
      if (entry.seq() > cursor.sent + 1) {
        connection.send(
            new ServerFrame.Gap(
                cursor.stream, cursor.sent + 1, entry.seq() - 1, ServerFrame.Gap.Why.RETENTION));
        settle(cursor, cursor.sent);
        cursor.sent = entry.seq() - 1;
        cursor.acknowledged = cursor.sent;
      }
      emit(cursor, new SharedEntry(entry));
    }
    boolean more = entries.size() == page.limit() && cursor.sent < cursor.readable.ceiling();
    if (!all || more || cursor.isBehind()) {
      dirty.add(cursor);
    } else if (!cursor.live) {
      becomeLive(cursor);
    }
    schedule();
  }

  /** A read failed; it will be tried again at the next nudge. */
  synchronized void failed(Step step) {
    if (step instanceof Step.Page page) {
      Cursor cursor = cursors.get(page.stream());
      if (cursor != null) {
        dirty.add(cursor);
      }
    } else if (step instanceof Step.Marks marks) {
      marksOwed.add(marks.conversation());
    } else {
      membershipsStale = true;
    }
  }

  /** The watermarks of a conversation were read. */
  synchronized void took(ConversationId conversation, List<Watermark> watermarks) {
    Cursor cursor = cursors.get(StreamId.conversation(conversation.value()));
    if (!ended && cursor != null && cursor.isListening()) {
      connection.send(new ServerFrame.Marks(conversation, watermarks));
    }
    schedule();
  }

  /** Of these streams, those that are not served yet. */
  synchronized Set<StreamId> unknownAmong(Set<StreamId> streams) {
    Set<StreamId> unknown = new HashSet<>(streams);
    unknown.removeAll(cursors.keySet());
    return unknown;
  }

  private void becomeLive(Cursor cursor) {
    cursor.live = true;
    connection.send(new ServerFrame.Live(cursor.stream, cursor.sent));
    if (cursor.stream.kind() == StreamId.Kind.CONVERSATION
        && cursor.readable.isOpen()
        && !marksAreKnown) {
      marksOwed.add(new ConversationId(cursor.stream.owner()));
    }
  }

  private void emit(Cursor cursor, SharedEntry shared) {
    cursor.sent = shared.entry().seq();
    // A page may be ahead of the news of its entries.
    cursor.known = Math.max(cursor.known, cursor.sent);
    owe(cursor, shared.weight());
    connection.send(new ServerFrame.Entries(List.of(shared), device()));
    expiring = expiring || shared.entry().expiresAt() != null;
    if (MembershipEntries.end(shared.entry(), account())) {
      close(cursor, cursor.sent);
    }
    if (cursor.stream.kind() == StreamId.Kind.USER
        && shared.entry().kind().equals(CONVERSATION_OPENED)) {
      membershipsStale = true;
    }
    noteWaiting();
  }

  private void owe(Cursor cursor, int weight) {
    Deque<Integer> weights = cursor.weights;
    if (weights == null) {
      weights = new ArrayDeque<>(4);
      cursor.weights = weights;
    }
    weights.add(weight);
    unacknowledged++;
    unacknowledgedBytes += weight;
  }

  /** What was sent up to here is not owed any more. */
  private void settle(Cursor cursor, long upTo) {
    Deque<Integer> weights = cursor.weights;
    for (; cursor.acknowledged < upTo; cursor.acknowledged++) {
      unacknowledged--;
      unacknowledgedBytes -= weights == null ? 0 : weights.remove();
    }
    if (weights != null && weights.isEmpty()) {
      cursor.weights = null;
    }
  }

  /** Notes since when the client owes an acknowledgement before it can get more. */
  private void noteWaiting() {
    if (!mayOweMore() && !waiting) {
      waiting = true;
      waitingSince = System.nanoTime();
    }
  }

  private boolean hasCredit() {
    return mayOweMore() && hasRoom();
  }

  /**
   * What the server has handed to the operating system or the container it cannot see; what is not
   * acknowledged it can. So a client that does not read costs this much, whoever keeps it.
   */
  private boolean mayOweMore() {
    return unacknowledged < window && unacknowledgedBytes < Limits.SOCKET_BACKLOG_BYTES;
  }

  private boolean hasRoom() {
    return connection.backlog() < Limits.SOCKET_BACKLOG_BYTES;
  }

  private void schedule() {
    boolean work =
        membershipsStale
            || (!dirty.isEmpty() && hasCredit())
            || (!marksOwed.isEmpty() && hasRoom());
    if (started && !ended && work && !scheduled) {
      scheduled = true;
      scheduler.accept(this);
    }
  }
}
