package chat.parley.web.socket;

import chat.parley.identity.SessionEnd;
import chat.parley.journal.Entry;
import chat.parley.journal.StreamId;
import chat.parley.platform.Ids;
import chat.parley.platform.Limits;
import chat.parley.realtime.ClientConnection;
import chat.parley.realtime.CloseCode;
import chat.parley.realtime.ServerFrame;
import chat.parley.realtime.SharedEntry;
import jakarta.websocket.CloseReason;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The writing half of one socket: a queue, and exactly one send in flight, because concurrent sends
 * on one Jakarta session are not safe. Consecutive entries of a stream leave in one frame, and all
 * frames that wait in one message, one on each line, when the client takes that: a message costs
 * the server far more than what stands in it.
 */
final class SocketConnection implements ClientConnection {

  /** How long a farewell may take before the socket is closed without it. */
  private static final Duration FAREWELL = Duration.ofSeconds(2);

  /**
   * How old a socket is at least when we end it. Payara may still work with the request of the
   * handshake before, on a cold instance for long, and would hand it to somebody else meanwhile.
   */
  private static final Duration SETTLED = Duration.ofSeconds(1);

  /**
   * How long a client has for reading the bye. Ended while the client still sends, a TCP connection
   * is reset, and a reset takes from the client what it has not read.
   */
  private static final Duration LINGER = Duration.ofMillis(200);

  private final UUID id = Ids.next();
  private final Session session;
  private final Consumer<SocketConnection> scheduler;
  private final Consumer<SocketConnection> writable;
  private final long openedAt;
  private final Deque<ServerFrame> queue = new ArrayDeque<>();
  private long backlog;
  private boolean scheduled;
  private boolean sending;
  private int sendingWeight;
  private long sendingSince;
  private @Nullable Refusal refusal;
  private @Nullable CloseReason ending;
  private long endingSince;
  private boolean closed;
  private volatile boolean welcomed;
  private boolean takesLines;
  private volatile long heardAt = System.nanoTime();

  /** Why a client is not taken. */
  private record Refusal(CloseCode code, String why) {}

  /**
   * The writer of a session that has just opened.
   *
   * @param scheduler called when there is something to write; must not block
   * @param writable called when the backlog has gone down
   */
  SocketConnection(
      Session session, Consumer<SocketConnection> scheduler, Consumer<SocketConnection> writable) {
    this(session, scheduler, writable, System.nanoTime());
  }

  SocketConnection(
      Session session,
      Consumer<SocketConnection> scheduler,
      Consumer<SocketConnection> writable,
      long openedAt) {
    this.openedAt = openedAt;
    this.session = session;
    this.scheduler = scheduler;
    this.writable = writable;
  }

  @Override
  public UUID id() {
    return id;
  }

  /** Something arrived from the client. */
  void heard() {
    heardAt = System.nanoTime();
  }

  /**
   * The client has said who it is.
   *
   * @param lines whether it takes several frames in one message
   */
  void welcomed(boolean lines) {
    synchronized (this) {
      takesLines = lines;
    }
    welcomed = true;
  }

  @Override
  public void send(ServerFrame frame) {
    synchronized (this) {
      if (ending != null || closed) {
        return;
      }
      queue.add(frame);
      backlog += frame.weight();
      if (backlog <= Limits.SOCKET_BACKLOG_MAX_BYTES) {
        schedule();
        return;
      }
    }
    close(CloseCode.SLOW_CONSUMER, null, "too much waits to be read");
  }

  @Override
  public synchronized void erase(Predicate<Entry> which) {
    for (ServerFrame frame : queue) {
      List<SharedEntry> waiting = List.of();
      if (frame instanceof ServerFrame.Entries entries) {
        waiting = entries.entries();
      } else if (frame instanceof ServerFrame.Fetched fetched) {
        waiting = fetched.entries();
      }
      for (SharedEntry shared : waiting) {
        if (which.test(shared.entry())) {
          shared.erase();
        }
      }
    }
  }

  @Override
  public synchronized long backlog() {
    return backlog;
  }

  @Override
  public void close(CloseCode code, @Nullable Duration after, String why) {
    close(new ServerFrame.Bye(code, after, why, null));
  }

  @Override
  public void end(SessionEnd why) {
    close(new ServerFrame.Bye(CloseCode.SIGN_IN, null, "the session has ended", why));
  }

  private synchronized void close(ServerFrame.Bye bye) {
    if (ending != null || closed) {
      return;
    }
    queue.clear();
    backlog = sending ? sendingWeight : 0;
    queue.add(bye);
    backlog += bye.weight();
    ending = new CloseReason(CloseReason.CloseCodes.getCloseCode(bye.code().code()), bye.why());
    endingSince = System.nanoTime();
    schedule();
  }

  /** Does not take a client whose handshake is still under way: it is told when that is over. */
  synchronized void refuse(CloseCode code, String why) {
    refusal = new Refusal(code, why);
  }

  /** Whether the end has begun: nothing from the client counts any more. */
  synchronized boolean isEnding() {
    return refusal != null || ending != null || closed;
  }

  /** The socket is gone. */
  synchronized void closed() {
    closed = true;
    queue.clear();
    backlog = 0;
  }

  @Override
  public void supervise() {
    long now = System.nanoTime();
    boolean over;
    Refusal refused;
    synchronized (this) {
      if (closed) {
        return;
      }
      refused = refusal;
      boolean said =
          queue.isEmpty() && !sending && isSettled(now) && now - endingSince > LINGER.toNanos();
      over = ending != null && (said || now - endingSince > FAREWELL.toNanos());
      if (ending != null && !over) {
        return;
      }
    }
    if (over) {
      closeSession();
    } else if (refused != null && isSettled(now)) {
      close(refused.code(), null, refused.why());
    } else if (isSlow(now)) {
      close(CloseCode.SLOW_CONSUMER, null, "a frame takes too long to leave");
    } else if (!welcomed && now - openedAt > Limits.SOCKET_HELLO_WITHIN.toNanos()) {
      close(CloseCode.NO_HELLO, null, "no hello in time");
    } else if (now - heardAt > Limits.SOCKET_HEARTBEAT.toNanos() * 5 / 2) {
      close(CloseCode.GOING_AWAY, null, "nothing heard for too long");
    }
  }

  private boolean isSettled(long now) {
    return now - openedAt > SETTLED.toNanos();
  }

  private synchronized boolean isSlow(long now) {
    return sending && now - sendingSince > Limits.SOCKET_SEND_WITHIN.toNanos();
  }

  /** Writes the next message, unless one is on its way. Called by {@link SocketWriters}. */
  void write() {
    List<ServerFrame> frames;
    synchronized (this) {
      scheduled = false;
      if (sending || closed) {
        return;
      }
      frames = next();
      if (!frames.isEmpty()) {
        sending = true;
        sendingWeight = FrameCodec.weight(frames);
        sendingSince = System.nanoTime();
      }
    }
    if (!frames.isEmpty()) {
      try {
        session.getAsyncRemote().sendText(FrameCodec.encode(frames), this::sent);
      } catch (RuntimeException e) {
        sent(new SendResult(e));
      }
    }
  }

  private void sent(SendResult result) {
    synchronized (this) {
      sending = false;
      backlog = Math.max(0, backlog - sendingWeight);
      if (result.isOK()) {
        schedule();
      }
    }
    if (result.isOK()) {
      writable.accept(this);
    } else {
      closeSession();
    }
  }

  /** What the next message holds: one frame, or as many as fit when the client takes lines. */
  private List<ServerFrame> next() {
    List<ServerFrame> frames = new ArrayList<>();
    int weight = 0;
    while (!queue.isEmpty()
        && (frames.isEmpty()
            || (takesLines && weight + queue.element().weight() <= Limits.FRAME_BYTES))) {
      ServerFrame frame = nextFrame(Limits.FRAME_BYTES - weight);
      frames.add(frame);
      weight += frame.weight();
    }
    return frames;
  }

  /** The next frame: consecutive entries of one stream together, as far as they fit. */
  private ServerFrame nextFrame(int room) {
    ServerFrame first = queue.remove();
    if (!(first instanceof ServerFrame.Entries entries)
        || !(queue.peek() instanceof ServerFrame.Entries)) {
      return first;
    }
    List<SharedEntry> together = new ArrayList<>(entries.entries());
    StreamId stream = together.get(0).entry().stream();
    int weight = entries.weight();
    while (queue.peek() instanceof ServerFrame.Entries following
        && following.entries().get(0).entry().stream().equals(stream)
        && weight + following.weight() <= room) {
      queue.remove();
      together.addAll(following.entries());
      weight += following.weight();
    }
    return new ServerFrame.Entries(together, entries.viewer());
  }

  private void schedule() {
    if (!scheduled && !sending && !queue.isEmpty()) {
      scheduled = true;
      scheduler.accept(this);
    }
  }

  private void closeSession() {
    CloseReason reason;
    synchronized (this) {
      closed = true;
      reason = ending;
    }
    try {
      if (reason == null) {
        session.close();
      } else {
        session.close(reason);
      }
    } catch (IOException | IllegalStateException e) {
      // The other end was faster: there is nothing left to close.
      closed();
    }
  }
}
