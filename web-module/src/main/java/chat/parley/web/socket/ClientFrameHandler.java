package chat.parley.web.socket;

import chat.parley.identity.TicketHolder;
import chat.parley.journal.Appended;
import chat.parley.message.PurgeMessages;
import chat.parley.message.SendMessage;
import chat.parley.message.boundary.MessageService;
import chat.parley.platform.Ids;
import chat.parley.platform.Limits;
import chat.parley.platform.ParleyException;
import chat.parley.platform.TooManyRequests;
import chat.parley.realtime.ClientFrame;
import chat.parley.realtime.CloseCode;
import chat.parley.realtime.ConnectionRefused;
import chat.parley.realtime.HistoryPage;
import chat.parley.realtime.ServerFrame;
import chat.parley.realtime.boundary.Connections;
import chat.parley.realtime.boundary.History;
import chat.parley.realtime.boundary.Presences;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What each frame of one connection does: one call, one answer. Frames of a connection arrive one
 * after the other; the answers of commands come from the committing thread.
 */
final class ClientFrameHandler implements ClientFrame.Handler {

  private static final Duration COME_BACK = Duration.ofSeconds(1);

  private final SocketConnection connection;
  private final Doors doors;
  private final FrameRate rate = new FrameRate(System.nanoTime());
  private final AtomicInteger inFlight = new AtomicInteger();
  private @Nullable TicketHolder holder;
  private volatile boolean sendsLines;

  /** What the frames are handed to. */
  record Doors(
      SocketAuthenticator authenticator,
      Connections connections,
      Presences presences,
      MessageService messages,
      History history,
      Clock clock) {}

  ClientFrameHandler(SocketConnection connection, Doors doors) {
    this.connection = connection;
    this.doors = doors;
  }

  /** Takes a whole text message from the client: a frame, or one on each line. */
  void take(String text) {
    connection.heard();
    int from = 0;
    for (int to = lineEnd(text, from); to >= 0; to = lineEnd(text, from)) {
      takeFrame(text.substring(from, to));
      from = to + 1;
    }
    takeFrame(text.substring(from));
  }

  private int lineEnd(String text, int from) {
    return sendsLines ? text.indexOf('\n', from) : -1;
  }

  private void takeFrame(String text) {
    if (connection.isEnding()) {
      return;
    }
    rate.take(System.nanoTime());
    if (rate.isIgnored()) {
      connection.close(
          CloseCode.RATE_LIMITED, rate.roomAfter(System.nanoTime()), "too many frames");
      return;
    }
    try {
      ClientFrame frame = FrameCodec.decode(text);
      if (holder == null && !(frame instanceof ClientFrame.Hello)) {
        throw new BadFrame("the first frame is hello");
      }
      frame.handOver(this);
    } catch (BadFrame e) {
      connection.close(CloseCode.BAD_FRAME, null, String.valueOf(e.getMessage()));
    } catch (RefusedFrame e) {
      if (holder == null) {
        connection.close(CloseCode.BAD_FRAME, null, "the first frame is a valid hello");
      } else {
        fail(e.re(), e.refusal());
      }
    } catch (RuntimeException e) {
      connection.close(CloseCode.INTERNAL, COME_BACK, "internal fault " + logged(e));
    }
  }

  @Override
  public void hello(ClientFrame.Hello frame) {
    if (holder != null) {
      connection.close(CloseCode.BAD_FRAME, null, "hello came twice");
      return;
    }
    try {
      TicketHolder found = doors.authenticator().authenticate(frame);
      holder = found;
      sendsLines = frame.lines();
      connection.welcomed(frame.lines());
      doors.connections().attach(found, frame, connection);
      if (connection.isEnding()) {
        doors.connections().closed(connection);
      }
    } catch (ConnectionRefused e) {
      connection.close(e.code(), null, e.detail());
    } catch (ParleyException e) {
      connection.close(CloseCode.INTERNAL, COME_BACK, e.type().slug());
    }
  }

  @Override
  public void ack(ClientFrame.Ack frame) {
    doors.connections().acknowledge(connection, frame.cursors());
  }

  @Override
  public void send(ClientFrame.Send frame) {
    command(
        frame.id(),
        frame.cid(),
        sender ->
            doors
                .messages()
                .send(
                    new SendMessage(
                        sender.account(),
                        sender.device(),
                        frame.cid(),
                        frame.conversation(),
                        frame.epoch(),
                        frame.body(),
                        frame.expiresIn(),
                        frame.attention(),
                        frame.attachments())));
  }

  @Override
  public void purge(ClientFrame.Purge frame) {
    command(
        frame.id(),
        frame.cid(),
        sender ->
            doors
                .messages()
                .purge(
                    new PurgeMessages(
                        sender.account(),
                        sender.device(),
                        frame.cid(),
                        frame.conversation(),
                        frame.seqs())));
  }

  /** Does what appends one entry, and answers when that is committed. */
  private void command(
      String id, UUID cid, Function<TicketHolder, CompletionStage<Appended>> command) {
    if (!admit(id)) {
      return;
    }
    if (inFlight.incrementAndGet() > Limits.SOCKET_IN_FLIGHT) {
      inFlight.decrementAndGet();
      fail(
          id,
          new TooManyRequests(
              "More than " + Limits.SOCKET_IN_FLIGHT + " requests wait for their answers.",
              COME_BACK));
      return;
    }
    try {
      command.apply(sender()).whenComplete((appended, fault) -> answer(id, cid, appended, fault));
    } catch (RuntimeException e) {
      answer(id, cid, null, e);
    }
  }

  private void answer(String id, UUID cid, @Nullable Appended appended, @Nullable Throwable fault) {
    inFlight.decrementAndGet();
    if (appended != null) {
      connection.send(
          new ServerFrame.Sent(
              id,
              cid,
              appended.entry().stream(),
              appended.entry().seq(),
              appended.entry().at(),
              appended.duplicate()));
    } else if (fault != null) {
      fail(id, fault);
    }
  }

  @Override
  public void mark(ClientFrame.Mark frame) {
    doors.connections().mark(connection, frame.conversation(), frame.read(), frame.isPrivate());
  }

  @Override
  public void typing(ClientFrame.Typing frame) {
    if (!rate.isExceeded()) {
      doors.connections().typing(connection, frame.conversation(), frame.on());
    }
  }

  @Override
  public void presence(ClientFrame.Presence frame) {
    if (!rate.isExceeded()) {
      doors.presences().state(connection, frame.state());
    }
  }

  @Override
  public void focus(ClientFrame.Focus frame) {
    if (!rate.isExceeded()) {
      doors.presences().focus(connection, frame);
    }
  }

  @Override
  public void fetch(ClientFrame.Fetch frame) {
    if (!admit(frame.id())) {
      return;
    }
    TicketHolder reader = sender();
    try {
      Long before = frame.before();
      Long after = frame.after();
      int bytes = Limits.FRAME_BYTES - ServerFrame.SMALL_BYTES;
      HistoryPage page =
          before != null
              ? doors
                  .history()
                  .before(reader.account(), frame.stream(), before, frame.limit(), bytes)
              : doors
                  .history()
                  .after(
                      reader.account(),
                      frame.stream(),
                      after == null ? 0 : after,
                      frame.limit(),
                      bytes);
      connection.send(
          new ServerFrame.Fetched(frame.id(), page.entries(), reader.device(), page.more()));
    } catch (RuntimeException e) {
      fail(frame.id(), e);
    }
  }

  @Override
  public void ping(ClientFrame.Ping frame) {
    connection.send(new ServerFrame.Pong(frame.n(), doors.clock().instant()));
  }

  @Override
  public void unsupported(ClientFrame.Unsupported frame) {
    fail(frame.id(), new UnsupportedFrame());
  }

  /** Whether the connection may ask for something now; if not, it is told when. */
  private boolean admit(String id) {
    if (!rate.isExceeded()) {
      return true;
    }
    fail(
        id,
        new TooManyRequests(
            "This connection sends too many frames.", rate.roomAfter(System.nanoTime())));
    return false;
  }

  private TicketHolder sender() {
    TicketHolder known = holder;
    if (known == null) {
      throw new IllegalStateException("nobody has said hello");
    }
    return known;
  }

  private void fail(@Nullable String re, Throwable fault) {
    Throwable cause = fault;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof ParleyException refusal) {
      connection.send(new ServerFrame.Failed(re, refusal, Ids.next()));
    } else {
      connection.send(new ServerFrame.Failed(re, new InternalFault(), logged(cause)));
    }
  }

  private static UUID logged(Throwable fault) {
    UUID instance = Ids.next();
    SocketLog.LOG.internalError(instance.toString(), fault);
    return instance;
  }
}
