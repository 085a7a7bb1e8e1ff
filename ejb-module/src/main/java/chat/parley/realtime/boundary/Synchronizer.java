package chat.parley.realtime.boundary;

import chat.parley.conversation.ConversationId;
import chat.parley.identity.SessionId;
import chat.parley.identity.boundary.PrivacyChoices;
import chat.parley.journal.StreamId;
import chat.parley.journal.boundary.Journal;
import chat.parley.message.boundary.Receipts;
import chat.parley.platform.Limits;
import chat.parley.realtime.CloseCode;
import chat.parley.realtime.ConnectionRefused;
import chat.parley.realtime.ResyncNeeded;
import chat.parley.realtime.ServerFrame;
import chat.parley.realtime.SyncAnswer;
import chat.parley.realtime.SyncRequest;
import chat.parley.realtime.control.CatchUp;
import chat.parley.realtime.control.ConnectionRegistry;
import chat.parley.realtime.control.Delivery;
import chat.parley.realtime.control.SyncCollector;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The door for those who cannot hold a socket: one request, one answer, by the rules of the socket.
 * Nobody is replaced by it: a device may synchronise while its socket is open.
 */
@ApplicationScoped
public class Synchronizer {

  @Inject private ConnectionRegistry registry;
  @Inject private CatchUp catchUp;
  @Inject private Connections connections;
  @EJB private Journal journal;
  @EJB private Receipts receipts;
  @EJB private PrivacyChoices privacy;
  @Inject private Clock clock;
  @Resource private ManagedExecutorService executor;

  private final Map<SessionId, Deque<SyncCollector>> waiting = new ConcurrentHashMap<>();

  /**
   * What comes after the cursors, at once when there is something, else when something comes or the
   * wait is over. No thread waits for it.
   *
   * @return completes on a thread that may write to a network; fails with {@link ConnectionRefused}
   *     when the session ends meanwhile
   * @throws ResyncNeeded when the cursors do not belong to this log
   */
  public CompletionStage<SyncAnswer> sync(SyncRequest request) {
    UUID generation = journal.generation();
    if (request.generation() != null && !request.generation().equals(generation)) {
      throw new ResyncNeeded();
    }
    SyncCollector collector = new SyncCollector(request, System.nanoTime());
    Delivery delivery =
        new Delivery(collector, request.holder(), request.limit(), catchUp::schedule);
    delivery.marksAreKnown();
    registry.opened(collector);
    registry.join(delivery);
    try {
      begin(delivery, collector, request, generation);
    } catch (ConnectionRefused e) {
      registry.left(collector.id());
      throw e.code() == CloseCode.RESYNC ? new ResyncNeeded() : e;
    } catch (RuntimeException e) {
      registry.left(collector.id());
      throw e;
    }
    admit(request.holder().session(), collector);
    return collector
        .answer()
        .whenCompleteAsync((answer, refusal) -> end(request, collector), executor);
  }

  private void begin(
      Delivery delivery, SyncCollector collector, SyncRequest request, UUID generation) {
    Map<StreamId, Long> heads = catchUp.follow(delivery, request.cursors());
    connections.delivered(request.holder().account(), request.acknowledged(), heads.keySet());
    collector.marksAre(
        receipts.of(
            heads.keySet().stream()
                .filter(stream -> stream.kind() == StreamId.Kind.CONVERSATION)
                .map(stream -> new ConversationId(stream.owner()))
                .toList(),
            request.holder().account()));
    delivery.hideReads(!privacy.hidingReads(List.of(request.holder().account())).isEmpty());
    delivery.start(
        new ServerFrame.Welcome(
            "",
            collector.id(),
            generation,
            clock.instant(),
            heads,
            request.limit(),
            Limits.SOCKET_HEARTBEAT,
            request.holder().expiresAt()));
  }

  /** Lets only so many of a session wait: a client that repeats itself has lost the older ones. */
  private void admit(SessionId session, SyncCollector collector) {
    List<SyncCollector> oldest = new ArrayList<>();
    waiting.compute(
        session,
        (key, known) -> {
          Deque<SyncCollector> all = known == null ? new ArrayDeque<>() : known;
          all.add(collector);
          if (all.size() > Limits.SYNC_WAITING) {
            oldest.add(all.remove());
          }
          return all;
        });
    oldest.forEach(each -> each.close(CloseCode.REPLACED, null, "asked again"));
  }

  private void end(SyncRequest request, SyncCollector collector) {
    registry.left(collector.id());
    waiting.computeIfPresent(request.holder().session(), (key, all) -> without(collector, all));
  }

  private static @Nullable Deque<SyncCollector> without(
      SyncCollector collector, Deque<SyncCollector> all) {
    all.remove(collector);
    return all.isEmpty() ? null : all;
  }
}
