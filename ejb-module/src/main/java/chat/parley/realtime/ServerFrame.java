package chat.parley.realtime;

import chat.parley.conversation.ConversationId;
import chat.parley.identity.SessionEnd;
import chat.parley.journal.StreamId;
import chat.parley.message.Watermark;
import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import chat.parley.platform.ParleyException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A frame to a client. Whoever writes frames implements {@link Writer}, so that a new frame does
 * not compile until it is written everywhere.
 */
public sealed interface ServerFrame {

  /** What most frames without entries weigh at most, roughly. */
  int SMALL_BYTES = 320;

  /** Calls the method of the writer that belongs to this frame. */
  <T> T writeTo(Writer<T> writer);

  /** About how many bytes it takes in a queue. */
  default int weight() {
    return SMALL_BYTES;
  }

  /**
   * One method per frame.
   *
   * @param <T> what writing makes, such as text
   */
  interface Writer<T> {

    T welcome(Welcome frame);

    T entries(Entries frame);

    T live(Live frame);

    T gap(Gap frame);

    T marks(Marks frame);

    T signal(Signal frame);

    T sent(Sent frame);

    T fetched(Fetched frame);

    T failed(Failed frame);

    T pong(Pong frame);

    T bye(Bye frame);
  }

  /**
   * The answer to {@code hello}.
   *
   * @param heads the newest entry of every stream the account can read
   * @param window entries that may wait for their acknowledgement
   * @param heartbeat how often the client sends something, at least
   * @param reauthBy when the session ends
   */
  record Welcome(
      String re,
      UUID connection,
      UUID generation,
      Instant at,
      Map<StreamId, Long> heads,
      int window,
      Duration heartbeat,
      Instant reauthBy)
      implements ServerFrame {

    public Welcome {
      heads = Map.copyOf(heads);
    }

    @Override
    public <T> T writeTo(Writer<T> writer) {
      return writer.welcome(this);
    }

    @Override
    public int weight() {
      return SMALL_BYTES + 64 * heads.size();
    }
  }

  /**
   * Consecutive entries of one stream, at least one.
   *
   * @param viewer the device that receives them: it alone sees the device and idempotency key of
   *     what it sent itself
   */
  record Entries(List<SharedEntry> entries, DeviceId viewer) implements ServerFrame {

    public Entries {
      entries = List.copyOf(entries);
    }

    @Override
    public <T> T writeTo(Writer<T> writer) {
      return writer.entries(this);
    }

    @Override
    public int weight() {
      return SharedEntry.weight(entries);
    }
  }

  /** The replay of the stream has reached its head. */
  record Live(StreamId stream, long seq) implements ServerFrame {

    @Override
    public <T> T writeTo(Writer<T> writer) {
      return writer.live(this);
    }
  }

  /** An honest hole: the cursor jumps to {@code to}. */
  record Gap(StreamId stream, long from, long to, Why why) implements ServerFrame {

    /** Why entries are missing. */
    public enum Why {
      /** They are older than what the log keeps. */
      RETENTION,
      /** They are from before the account joined. */
      JOINED_LATER
    }

    @Override
    public <T> T writeTo(Writer<T> writer) {
      return writer.gap(this);
    }
  }

  /** How far members have come; the client keeps the maximum. */
  record Marks(ConversationId conversation, List<Watermark> list) implements ServerFrame {

    public Marks {
      list = List.copyOf(list);
    }

    @Override
    public <T> T writeTo(Writer<T> writer) {
      return writer.marks(this);
    }

    @Override
    public int weight() {
      return SMALL_BYTES + 100 * list.size();
    }
  }

  /**
   * Something that is true for a moment: delivered at most once, and first to be left out.
   *
   * @param ttl how long it holds unless it is said again; zero ends it
   * @param state how the person is there; null unless that is what is signalled, and when it ends
   */
  record Signal(
      Kind kind, StreamId stream, AccountId by, Duration ttl, @Nullable PresenceState state)
      implements ServerFrame {

    /** A signal that is not of presence. */
    public Signal(Kind kind, StreamId stream, AccountId by, Duration ttl) {
      this(kind, stream, by, ttl, null);
    }

    /** What is signalled. */
    public enum Kind {
      /** Somebody is writing a message. */
      TYPING,
      /** Somebody is there, in the stream of his account. */
      PRESENCE,
      /** Somebody looks different now, perhaps: who shows him asks again. */
      PROFILE
    }

    @Override
    public <T> T writeTo(Writer<T> writer) {
      return writer.signal(this);
    }
  }

  /** The message is committed. */
  record Sent(String re, UUID cid, StreamId stream, long seq, Instant at, boolean dup)
      implements ServerFrame {

    @Override
    public <T> T writeTo(Writer<T> writer) {
      return writer.sent(this);
    }
  }

  /**
   * The answer to {@code fetch}.
   *
   * @param more whether the stream goes on in the direction asked for
   */
  record Fetched(String re, List<SharedEntry> entries, DeviceId viewer, boolean more)
      implements ServerFrame {

    public Fetched {
      entries = List.copyOf(entries);
    }

    @Override
    public <T> T writeTo(Writer<T> writer) {
      return writer.fetched(this);
    }

    @Override
    public int weight() {
      return SMALL_BYTES + SharedEntry.weight(entries);
    }
  }

  /**
   * A refusal.
   *
   * @param re the request; null when the frame had no readable id
   * @param instance names this one occurrence, for support
   */
  record Failed(@Nullable String re, ParleyException problem, UUID instance)
      implements ServerFrame {

    @Override
    public <T> T writeTo(Writer<T> writer) {
      return writer.failed(this);
    }

    @Override
    public int weight() {
      return 2 * SMALL_BYTES;
    }
  }

  /** The answer to {@code ping}. */
  record Pong(long n, Instant at) implements ServerFrame {

    @Override
    public <T> T writeTo(Writer<T> writer) {
      return writer.pong(this);
    }
  }

  /**
   * The last frame before the server closes.
   *
   * @param after how long to wait before coming back; null for no wait
   * @param ended why the session is over; null when it is not
   */
  record Bye(CloseCode code, @Nullable Duration after, String why, @Nullable SessionEnd ended)
      implements ServerFrame {

    @Override
    public <T> T writeTo(Writer<T> writer) {
      return writer.bye(this);
    }
  }
}
