package chat.parley.realtime;

import chat.parley.identity.SessionEnd;
import chat.parley.journal.Entry;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The far end of one client, as the server's inside sees it; a transport implements it. */
public interface ClientConnection {

  /** Names the connection over all instances; a newer connection has the greater id. */
  UUID id();

  /** Queues a frame. Never blocks, keeps the order, and does nothing once the end has begun. */
  void send(ServerFrame frame);

  /** Erases the bodies of these entries where they still wait to be written. */
  void erase(Predicate<Entry> which);

  /** About how many bytes wait to be written. */
  long backlog();

  /**
   * Ends the connection: drops what waits, says {@code bye} and closes. Only the first call counts.
   *
   * @param after how long the client waits before it comes back; null for no wait
   * @param why at most 100 characters of ASCII, for a developer
   */
  void close(CloseCode code, @Nullable Duration after, String why);

  /** Ends the connection as {@link #close} does, with {@link CloseCode#SIGN_IN} and the reason. */
  void end(SessionEnd why);

  /** Called a few times a second, so that the transport ends what has taken too long. */
  void supervise();
}
