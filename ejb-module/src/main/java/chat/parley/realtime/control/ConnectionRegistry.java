package chat.parley.realtime.control;

import chat.parley.conversation.ConversationId;
import chat.parley.identity.SessionsRevoked;
import chat.parley.journal.Entry;
import chat.parley.journal.StreamId;
import chat.parley.message.Purged;
import chat.parley.message.Watermark;
import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import chat.parley.realtime.ClientConnection;
import chat.parley.realtime.CloseCode;
import chat.parley.realtime.ServerFrame;
import chat.parley.realtime.SharedEntry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Everybody who is connected to this instance, and which streams each of them follows. */
@ApplicationScoped
public class ConnectionRegistry {

  private final Map<UUID, ClientConnection> connections = new ConcurrentHashMap<>();
  private final Map<UUID, Delivery> deliveries = new ConcurrentHashMap<>();
  private final Map<DeviceId, Delivery> devices = new ConcurrentHashMap<>();
  private final Map<AccountId, Set<Delivery>> accounts = new ConcurrentHashMap<>();
  private final Map<StreamId, Channel> channels = new ConcurrentHashMap<>();

  /** The followers of one stream on this instance, and how far it is known to have come. */
  private static final class Channel {
    final Set<Delivery> followers = ConcurrentHashMap.newKeySet();
    final AtomicLong known = new AtomicLong();

    boolean raise(long seq) {
      return known.getAndAccumulate(seq, Math::max) < seq;
    }
  }

  /** A client has connected and said nothing yet. */
  public void opened(ClientConnection connection) {
    connections.put(connection.id(), connection);
  }

  /** A client has said who it is. An older connection of the same device ends. */
  public void enter(Delivery delivery) {
    join(delivery);
    Delivery older = devices.put(delivery.device(), delivery);
    if (older != null) {
      replaced(older);
    }
  }

  /** The same for a client whose device may have another connection beside this one. */
  public void join(Delivery delivery) {
    deliveries.put(delivery.connection().id(), delivery);
    accounts
        .computeIfAbsent(delivery.account(), account -> ConcurrentHashMap.newKeySet())
        .add(delivery);
  }

  /** The device has a newer connection on another instance. */
  public void taken(DeviceId device, UUID connection) {
    Delivery delivery = devices.get(device);
    if (delivery != null && delivery.connection().id().compareTo(connection) < 0) {
      replaced(delivery);
    }
  }

  private static void replaced(Delivery delivery) {
    delivery
        .connection()
        .close(CloseCode.REPLACED, null, "a newer connection of this device took over");
  }

  /** A client is gone. Harmless to repeat. */
  public void left(UUID connection) {
    connections.remove(connection);
    Delivery delivery = deliveries.remove(connection);
    if (delivery == null) {
      return;
    }
    delivery.end();
    devices.remove(delivery.device(), delivery);
    accounts.computeIfPresent(
        delivery.account(),
        (account, all) -> {
          all.remove(delivery);
          return all.isEmpty() ? null : all;
        });
    forget(delivery);
  }

  /** News of no stream reaches the connection any more. */
  private void forget(Delivery delivery) {
    for (StreamId stream : delivery.streams()) {
      channels.computeIfPresent(
          stream,
          (key, channel) -> {
            channel.followers.remove(delivery);
            return channel.followers.isEmpty() ? null : channel;
          });
    }
  }

  /** From now on news of the stream reaches the connection. */
  public void follow(Delivery delivery, StreamId stream) {
    if (delivery.expect(stream)) {
      channels.compute(
          stream,
          (key, channel) -> {
            Channel followed = channel == null ? new Channel() : channel;
            followed.followers.add(delivery);
            return followed;
          });
      if (delivery.isEnded()) {
        // It has left in the meantime, perhaps before it was entered here.
        forget(delivery);
      }
    }
  }

  public @Nullable Delivery delivery(UUID connection) {
    return deliveries.get(connection);
  }

  public Collection<ClientConnection> connections() {
    return connections.values();
  }

  /** Whether anybody here follows the stream. */
  public boolean isFollowed(StreamId stream) {
    return channels.containsKey(stream);
  }

  /**
   * News of committed entries. What comes when something newer of its stream is known already is
   * passed over: whoever has not got it reads the log, where its body may have been erased since.
   */
  public void deliver(List<Entry> entries) {
    for (Entry entry : entries) {
      Channel channel = channels.get(entry.stream());
      if (channel != null && channel.raise(entry.seq())) {
        String body = entry.body();
        if (body != null && entry.kind().equals(Purged.KIND)) {
          Set<Long> erased = Set.copyOf(Purged.read(body).seqs());
          channel.followers.forEach(delivery -> delivery.erased(entry.stream(), erased));
        }
        SharedEntry shared = new SharedEntry(entry);
        channel.followers.forEach(delivery -> delivery.offer(shared));
      }
    }
  }

  /** News of how far members have come. */
  public void deliver(News.Moved moved) {
    ConversationId conversation = moved.conversation();
    Channel channel = channels.get(StreamId.conversation(conversation.value()));
    if (channel == null) {
      return;
    }
    if (!moved.ownOnly()) {
      channel.followers.forEach(delivery -> delivery.marks(conversation, moved.watermarks()));
      return;
    }
    for (Watermark watermark : moved.watermarks()) {
      for (Delivery delivery : accounts.getOrDefault(watermark.account(), Set.of())) {
        delivery.marks(conversation, List.of(watermark));
      }
    }
  }

  /** Whose clients are connected here. */
  public Set<AccountId> accounts() {
    return Set.copyOf(accounts.keySet());
  }

  /** Whether a person tells nobody what he reads, and is therefore told of nobody. */
  public void hideReads(AccountId account, boolean isHiding) {
    accounts.getOrDefault(account, Set.of()).forEach(delivery -> delivery.hideReads(isHiding));
  }

  /** News of something that holds for a moment. */
  public void deliver(ServerFrame.Signal signal) {
    Channel channel = channels.get(signal.stream());
    if (channel != null) {
      channel.followers.forEach(delivery -> delivery.signal(signal));
    }
  }

  /** How far the followed streams are known to have come. */
  public Map<StreamId, Long> known() {
    Map<StreamId, Long> known = new HashMap<>();
    channels.forEach((stream, channel) -> known.put(stream, channel.known.get()));
    return known;
  }

  /**
   * What the log says of a followed stream.
   *
   * @return whether it was further than anybody here knew
   */
  public boolean headIs(StreamId stream, long head) {
    Channel channel = channels.get(stream);
    if (channel == null || !channel.raise(head)) {
      return false;
    }
    channel.followers.forEach(delivery -> delivery.headIs(stream, head));
    return true;
  }

  /** Ends the connections of sessions that are no more. */
  public void revoked(SessionsRevoked fact) {
    for (Delivery delivery : accounts.getOrDefault(fact.account(), Set.of())) {
      if (fact.sessions().contains(delivery.holder().session())) {
        delivery.connection().end(fact.why());
      }
    }
  }

  /** Ends the connections that were welcomed to another generation of the log. */
  public void requireGeneration(UUID current) {
    deliveries.values().forEach(delivery -> delivery.requireGeneration(current));
  }

  /** Ends what has taken too long. */
  public void supervise(Instant now, long ticks) {
    connections.values().forEach(ClientConnection::supervise);
    deliveries.values().forEach(delivery -> delivery.supervise(now, ticks));
  }

  /** Those that were connected for a while since they were last named here. */
  public List<Delivery> inUse(long ticks) {
    return deliveries.values().stream().filter(delivery -> delivery.isInUse(ticks)).toList();
  }
}
