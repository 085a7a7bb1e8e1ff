package chat.parley.torture.history;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a client. {@code at} is {@link System#nanoTime()}, which all clients
 * of a run share; connections are numbered from 1 for each client.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Event.Sending.class, name = "sending"),
  @JsonSubTypes.Type(value = Event.Stored.class, name = "stored"),
  @JsonSubTypes.Type(value = Event.Refused.class, name = "refused"),
  @JsonSubTypes.Type(value = Event.Hello.class, name = "hello"),
  @JsonSubTypes.Type(value = Event.Welcome.class, name = "welcome"),
  @JsonSubTypes.Type(value = Event.Received.class, name = "received"),
  @JsonSubTypes.Type(value = Event.Hole.class, name = "hole"),
  @JsonSubTypes.Type(value = Event.Fetched.class, name = "fetched"),
  @JsonSubTypes.Type(value = Event.Erased.class, name = "erased"),
  @JsonSubTypes.Type(value = Event.Forgot.class, name = "forgot"),
  @JsonSubTypes.Type(value = Event.Ended.class, name = "ended")
})
public sealed interface Event {
  long at();

  /** A message is about to be sent, for the first time or again. */
  record Sending(long at, String cid, String stream) implements Event {}

  /** The server has promised that the message is stored. */
  record Stored(long at, String cid, String stream, long seq, boolean dup) implements Event {}

  /** The server has said that the message will never be stored. */
  record Refused(long at, String cid, String problem) implements Event {}

  /** A connection begins: what the client has, as it says. */
  record Hello(long at, int connection, int instance, Map<String, Long> cursors) implements Event {}

  /** The answer: how far each stream has come. */
  record Welcome(long at, int connection, Map<String, Long> heads) implements Event {}

  /**
   * An entry came.
   *
   * @param shown whether the client applied it: it was behind the newest it had
   */
  record Received(long at, int connection, Seen entry, boolean shown) implements Event {}

  /** The server has said that entries are missing on purpose. */
  record Hole(long at, int connection, String stream, long from, long to, String why)
      implements Event {}

  /**
   * A page of history was asked for at {@code began} and came at {@code at}; one of {@code after}
   * and {@code before} is null.
   */
  record Fetched(
      long at,
      long began,
      String stream,
      @Nullable Long after,
      @Nullable Long before,
      List<Seen> entries,
      boolean more)
      implements Event {}

  /** The server has promised that these bodies are gone. */
  record Erased(long at, String stream, List<Long> seqs) implements Event {}

  /** The client gave up everything it had and begins anew, as it was told to. */
  record Forgot(long at) implements Event {}

  /** A connection is over. */
  record Ended(long at, int connection, int code, String why) implements Event {}
}
