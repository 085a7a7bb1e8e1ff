package chat.parley.realtime.boundary;

import chat.parley.conversation.ConversationId;
import chat.parley.conversation.boundary.Memberships;
import chat.parley.identity.SessionId;
import chat.parley.identity.SessionsRevoked;
import chat.parley.identity.TicketHolder;
import chat.parley.identity.boundary.PrivacyChoices;
import chat.parley.identity.boundary.Sessions;
import chat.parley.journal.StreamId;
import chat.parley.journal.boundary.Journal;
import chat.parley.message.boundary.Acknowledgements;
import chat.parley.platform.AccountId;
import chat.parley.platform.Limits;
import chat.parley.platform.Unavailable;
import chat.parley.realtime.ClientConnection;
import chat.parley.realtime.ClientFrame;
import chat.parley.realtime.CloseCode;
import chat.parley.realtime.ConnectionRefused;
import chat.parley.realtime.RealtimeLog;
import chat.parley.realtime.ServerFrame;
import chat.parley.realtime.control.CatchUp;
import chat.parley.realtime.control.ConnectionRegistry;
import chat.parley.realtime.control.Delivery;
import chat.parley.realtime.control.News;
import chat.parley.realtime.control.NewsPublisher;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** The door for transports: clients come, say who they are, acknowledge, and go. */
@ApplicationScoped
public class Connections {

  @Inject private ConnectionRegistry registry;
  @Inject private CatchUp catchUp;
  @Inject private NewsPublisher publisher;
  @Inject private Fanout fanout;
  @EJB private Journal journal;
  @Inject private Acknowledgements acknowledgements;
  @Inject private Sessions sessions;
  @Inject private Presences presences;
  @EJB private PrivacyChoices privacy;
  @EJB private Memberships memberships;
  @Inject private Clock clock;

  /** A client has connected and not yet said who it is. */
  public void opened(ClientConnection connection) {
    registry.opened(connection);
  }

  /**
   * Welcomes a client and delivers to it from then on: the welcome, what it missed, and what comes.
   *
   * @throws ConnectionRefused when its cursors do not belong to this log, or its ticket to another
   *     device
   */
  public void attach(TicketHolder holder, ClientFrame.Hello hello, ClientConnection connection) {
    if (!hello.device().equals(holder.device())) {
      throw new ConnectionRefused(CloseCode.SIGN_IN, "the ticket belongs to another device");
    }
    UUID generation = journal.generation();
    if (hello.generation() != null && !hello.generation().equals(generation)) {
      throw new ConnectionRefused(CloseCode.RESYNC, "the log is another one");
    }
    Integer asked = hello.window();
    int window = asked == null ? Limits.SOCKET_WINDOW : asked;
    Delivery delivery = new Delivery(connection, holder, window, catchUp::schedule);
    delivery.hideReads(!privacy.hidingReads(List.of(holder.account())).isEmpty());
    registry.enter(delivery);
    publisher.publish(List.of(new News.Taken(holder.device(), connection.id())));
    Map<StreamId, Long> heads = catchUp.follow(delivery, hello.cursors());
    delivery.start(
        new ServerFrame.Welcome(
            hello.id(),
            connection.id(),
            generation,
            clock.instant(),
            heads,
            window,
            Limits.SOCKET_HEARTBEAT,
            holder.expiresAt()));
    delivered(holder.account(), hello.cursors(), heads.keySet());
  }

  /** The client has stored everything up to these entries. Unknown streams are ignored. */
  public void acknowledge(ClientConnection connection, Map<StreamId, Long> cursors) {
    Delivery delivery = registry.delivery(connection.id());
    if (delivery != null) {
      Map<StreamId, Long> moved = delivery.acknowledge(cursors);
      delivered(delivery.holder().account(), moved, moved.keySet());
    }
  }

  /** What is stored on a device has reached the person, in the conversations of these streams. */
  void delivered(AccountId account, Map<StreamId, Long> cursors, Set<StreamId> allowed) {
    cursors.forEach(
        (stream, seq) -> {
          if (seq > 0 && stream.kind() == StreamId.Kind.CONVERSATION && allowed.contains(stream)) {
            acknowledgements.delivered(account, new ConversationId(stream.owner()), seq);
          }
        });
  }

  /**
   * The person has seen everything up to this entry, which nobody else is told when it is private
   * or the person tells nobody what he reads. A conversation that the account does not belong to is
   * ignored, as one that does not exist.
   */
  public void mark(
      ClientConnection connection, ConversationId conversation, long read, boolean isPrivate) {
    Delivery delivery = registry.delivery(connection.id());
    if (delivery == null) {
      return;
    }
    Long known = delivery.known(StreamId.conversation(conversation.value()));
    if (known != null && Math.min(read, known) > 0) {
      AccountId reader = delivery.holder().account();
      if (isPrivate) {
        acknowledgements.readPrivately(reader, conversation, Math.min(read, known));
      } else {
        acknowledgements.read(reader, conversation, Math.min(read, known));
      }
    }
  }

  /**
   * The person writes a message, or has stopped. A conversation that the account does not belong to
   * is ignored, as one that does not exist; so is one of two of whom one blocks the other.
   */
  public void typing(ClientConnection connection, ConversationId conversation, boolean on) {
    Delivery delivery = registry.delivery(connection.id());
    StreamId stream = StreamId.conversation(conversation.value());
    if (delivery != null
        && delivery.types(stream, on, System.nanoTime())
        && !isApart(conversation, delivery.holder().account())) {
      fanout.signal(
          new ServerFrame.Signal(
              ServerFrame.Signal.Kind.TYPING,
              stream,
              delivery.holder().account(),
              on ? Limits.TYPING_HOLDS : Duration.ZERO));
    }
  }

  /** While nobody can say whether they are, nobody is told. */
  private boolean isApart(ConversationId conversation, AccountId account) {
    try {
      return memberships.isApart(conversation, account);
    } catch (Unavailable e) {
      return true;
    }
  }

  /** What waited to be written has become less. */
  public void writable(ClientConnection connection) {
    Delivery delivery = registry.delivery(connection.id());
    if (delivery != null) {
      delivery.nudge();
    }
  }

  /** A client is gone. Harmless to repeat. */
  public void closed(ClientConnection connection) {
    Delivery delivery = registry.delivery(connection.id());
    registry.left(connection.id());
    if (delivery != null) {
      presences.left(delivery);
    }
  }

  void after(@Observes(during = TransactionPhase.AFTER_SUCCESS) SessionsRevoked fact) {
    registry.revoked(fact);
  }

  /** Ends what has taken too long; called a few times a second. */
  void supervise() {
    registry.supervise(clock.instant(), System.nanoTime());
    registry.inUse(System.nanoTime()).forEach(this::requireOpen);
  }

  /** Notes that the session is used; news that it has ended may have been lost. */
  private void requireOpen(Delivery delivery) {
    SessionId session = delivery.holder().session();
    if (!sessions.isOpen(session)) {
      delivery.connection().end(sessions.whyEnded(session));
    }
  }

  /** Asks everybody to come back to another instance, and waits a moment for them to go. */
  public void drain() {
    int count = registry.connections().size();
    if (count == 0) {
      return;
    }
    RealtimeLog.LOG.draining(count);
    registry
        .connections()
        .forEach(
            connection ->
                connection.close(
                    CloseCode.DRAINING, Limits.SOCKET_DRAIN_SPREAD, "this instance stops"));
    long until = System.nanoTime() + Limits.SOCKET_DRAIN_SPREAD.toNanos();
    while (!registry.connections().isEmpty() && System.nanoTime() < until) {
      LockSupport.parkNanos(this, 20_000_000);
    }
  }
}
