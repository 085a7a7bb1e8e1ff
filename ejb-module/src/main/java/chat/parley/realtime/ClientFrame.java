package chat.parley.realtime;

import chat.parley.conversation.ConversationId;
import chat.parley.journal.Attention;
import chat.parley.journal.StreamId;
import chat.parley.media.MediaId;
import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import chat.parley.platform.InvalidInput;
import chat.parley.platform.Limits;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A frame from a client. It cannot exist with a bound broken. Whoever handles frames implements
 * {@link Handler}, so that a new frame does not compile until it is handled everywhere.
 */
public sealed interface ClientFrame {

  /** Calls the method of the handler that belongs to this frame. */
  void handOver(Handler handler);

  /** One method per frame. */
  interface Handler {

    void hello(Hello frame);

    void ack(Ack frame);

    void send(Send frame);

    void purge(Purge frame);

    void mark(Mark frame);

    void typing(Typing frame);

    void presence(Presence frame);

    void focus(Focus frame);

    void fetch(Fetch frame);

    void ping(Ping frame);

    void unsupported(Unsupported frame);
  }

  /**
   * The first frame: who is there, and how far the device has come.
   *
   * @param ticket good once
   * @param device the device that the ticket was issued to
   * @param generation the log that the cursors belong to; null on a first visit
   * @param cursors the last entry stored of each stream; a stream without one begins at its start
   * @param window how many entries may wait for their acknowledgement; null for the default
   * @param lines whether messages of several frames, one on each line, are understood in both
   *     directions
   */
  record Hello(
      String id,
      String ticket,
      DeviceId device,
      @Nullable UUID generation,
      Map<StreamId, Long> cursors,
      @Nullable Integer window,
      boolean lines)
      implements ClientFrame {

    private static final Pattern TICKET = Pattern.compile("[A-Za-z0-9_-]{1,128}");

    public Hello {
      Checks.id(id);
      if (!TICKET.matcher(ticket).matches()) {
        throw new InvalidInput("/ticket", "A ticket is 1 to 128 characters of base64url.");
      }
      cursors = Checks.cursors("/cursors", cursors);
      if (window != null && (window < 1 || window > Limits.SOCKET_WINDOW_MAX)) {
        throw new InvalidInput("/window", "A window is 1 to " + Limits.SOCKET_WINDOW_MAX + ".");
      }
    }

    @Override
    public void handOver(Handler handler) {
      handler.hello(this);
    }

    /** Keeps the ticket out of logs. */
    @Override
    public String toString() {
      return "Hello[id=" + id + ", device=" + device + "]";
    }
  }

  /** Everything up to these entries is stored on the device: cumulative, frees the window. */
  record Ack(Map<StreamId, Long> cursors) implements ClientFrame {

    public Ack {
      cursors = Checks.cursors("/cursors", cursors);
    }

    @Override
    public void handOver(Handler handler) {
      handler.ack(this);
    }
  }

  /**
   * A message.
   *
   * @param cid the idempotency key
   * @param epoch of the group, in a conversation that is encrypted end to end; null otherwise
   * @param body opaque text; its bounds, and those of what follows, are those of {@link
   *     chat.parley.message.SendMessage}
   * @param expiresIn how long after it was written the message disappears; null when it stays
   * @param attention whom it is worth calling who is away
   * @param attachments the files that go with it
   */
  record Send(
      String id,
      UUID cid,
      ConversationId conversation,
      @Nullable Long epoch,
      String body,
      @Nullable Duration expiresIn,
      Attention attention,
      List<MediaId> attachments)
      implements ClientFrame {

    public Send {
      Checks.id(id);
      attachments = List.copyOf(attachments);
      if (epoch != null) {
        Checks.seq("/epoch", epoch);
      }
    }

    @Override
    public void handOver(Handler handler) {
      handler.send(this);
    }

    /** Keeps the message out of logs. */
    @Override
    public String toString() {
      return "Send[id=" + id + ", cid=" + cid + ", conversation=" + conversation + "]";
    }
  }

  /**
   * Erases messages for everybody.
   *
   * @param cid the idempotency key
   * @param seqs their places; the bounds are those of {@link chat.parley.message.PurgeMessages}
   */
  record Purge(String id, UUID cid, ConversationId conversation, List<Long> seqs)
      implements ClientFrame {

    public Purge {
      Checks.id(id);
      for (int i = 0; i < seqs.size(); i++) {
        Checks.seq("/seqs/" + i, seqs.get(i));
      }
      seqs = List.copyOf(seqs);
    }

    @Override
    public void handOver(Handler handler) {
      handler.purge(this);
    }
  }

  /**
   * The person has seen everything up to {@code read}.
   *
   * @param isPrivate whether nobody else is told
   */
  record Mark(ConversationId conversation, long read, boolean isPrivate) implements ClientFrame {

    public Mark {
      Checks.seq("/read", read);
    }

    @Override
    public void handOver(Handler handler) {
      handler.mark(this);
    }
  }

  /**
   * The person begins or goes on typing, or stops.
   *
   * @param on to be repeated while it is true: what is not heard again ends by itself
   */
  record Typing(ConversationId conversation, boolean on) implements ClientFrame {

    @Override
    public void handOver(Handler handler) {
      handler.typing(this);
    }
  }

  /** How the person is there. Who never says is told to nobody. */
  record Presence(PresenceState state) implements ClientFrame {

    @Override
    public void handOver(Handler handler) {
      handler.presence(this);
    }
  }

  /**
   * What is on the screen; takes the place of what was said before, and holds for {@link
   * Limits#FOCUS_HOLDS}.
   *
   * @param open the conversations that the person can see the messages of
   * @param people those whose presence is shown, with the conversations they are members of
   */
  record Focus(Set<ConversationId> open, Map<ConversationId, Set<AccountId>> people)
      implements ClientFrame {

    public Focus {
      open = Set.copyOf(open);
      people =
          people.entrySet().stream()
              .collect(
                  Collectors.toUnmodifiableMap(
                      Map.Entry::getKey, each -> Set.copyOf(each.getValue())));
      if (open.size() > Limits.FOCUS_CONVERSATIONS) {
        throw new InvalidInput(
            "/open", "At most " + Limits.FOCUS_CONVERSATIONS + " conversations are open.");
      }
      if (people.values().stream().mapToInt(Set::size).sum() > Limits.FOCUS_PEOPLE) {
        throw new InvalidInput("/people", "At most " + Limits.FOCUS_PEOPLE + " people are shown.");
      }
    }

    @Override
    public void handOver(Handler handler) {
      handler.focus(this);
    }
  }

  /**
   * A page of a stream: exactly one of {@code after} and {@code before}.
   *
   * @param limit 1 to {@value Limits#PAGE_ITEMS}
   */
  record Fetch(String id, StreamId stream, @Nullable Long after, @Nullable Long before, int limit)
      implements ClientFrame {

    public Fetch {
      Checks.id(id);
      if ((after == null) == (before == null)) {
        throw new InvalidInput("", "Exactly one of 'after' and 'before' is needed.");
      }
      if (after != null) {
        Checks.seq("/after", after);
      }
      if (before != null) {
        Checks.seq("/before", before);
      }
      if (limit < 1 || limit > Limits.PAGE_ITEMS) {
        throw new InvalidInput("/limit", "A limit is 1 to " + Limits.PAGE_ITEMS + ".");
      }
    }

    @Override
    public void handOver(Handler handler) {
      handler.fetch(this);
    }
  }

  /** Asks for a {@code pong} with the same number. */
  record Ping(long n) implements ClientFrame {

    public Ping {
      Checks.seq("/n", n);
    }

    @Override
    public void handOver(Handler handler) {
      handler.ping(this);
    }
  }

  /**
   * A frame of a type that this server does not serve.
   *
   * @param id null when the frame had none that could be read
   */
  record Unsupported(@Nullable String id, String type) implements ClientFrame {

    @Override
    public void handOver(Handler handler) {
      handler.unsupported(this);
    }
  }

  /** The bounds that several frames share. */
  final class Checks {

    /** The largest whole number that every JSON reader keeps exact (RFC 8259, section 6). */
    private static final long MAX_EXACT = (1L << 53) - 1;

    private static final int ID_LENGTH = 64;

    private Checks() {}

    /** Whether this can be the id of a request: 1 to 64 visible ASCII characters. */
    public static boolean isId(String id) {
      if (id.isEmpty() || id.length() > ID_LENGTH) {
        return false;
      }
      for (int i = 0; i < id.length(); i++) {
        if (id.charAt(i) < 0x21 || id.charAt(i) > 0x7e) {
          return false;
        }
      }
      return true;
    }

    static void id(String id) {
      if (!isId(id)) {
        throw new InvalidInput("/id", "An id is 1 to 64 visible ASCII characters.");
      }
    }

    static void seq(String pointer, long seq) {
      if (seq < 0 || seq > MAX_EXACT) {
        throw new InvalidInput(pointer, "A number here is 0 to 9007199254740991.");
      }
    }

    static Map<StreamId, Long> cursors(String pointer, Map<StreamId, Long> cursors) {
      cursors.forEach(
          (stream, seq) -> seq(pointer + "/" + stream.toString().replace("/", "~1"), seq));
      return Map.copyOf(cursors);
    }
  }
}
