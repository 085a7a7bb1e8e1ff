package chat.parley.web.socket;

import chat.parley.platform.Limits;
import chat.parley.realtime.CloseCode;
import chat.parley.realtime.boundary.Connections;
import jakarta.inject.Inject;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The socket, one instance per connection. It takes messages in parts, so that one in many
 * fragments is refused while it comes; a single frame that does not fit in the server's own buffer
 * never gets here: the server ends it with 1011.
 */
@ServerEndpoint(
    value = ChatEndpoint.PATH,
    subprotocols = ChatEndpoint.PROTOCOL,
    configurator = ChatEndpointConfigurator.class)
public class ChatEndpoint {

  /** Where it is, below the context of the application. */
  public static final String PATH = "/api/socket";

  /** The version of the protocol. */
  static final String PROTOCOL = "parley.v1";

  @Inject private SocketWriters writers;
  @Inject private SocketDoors doors;
  @Inject private Connections connections;

  private final StringBuilder parts = new StringBuilder();
  private long bytes;
  private @Nullable SocketConnection connection;
  private @Nullable ClientFrameHandler handler;

  /** A client has connected. */
  @OnOpen
  public void open(Session session) {
    TyrusWorkaround.apply(session);
    SocketConnection opened =
        new SocketConnection(session, writers::schedule, connections::writable);
    connection = opened;
    handler = new ClientFrameHandler(opened, doors.all());
    connections.opened(opened);
    if (!PROTOCOL.equals(session.getNegotiatedSubprotocol())) {
      opened.refuse(CloseCode.VERSION, "the sub-protocol is " + PROTOCOL);
    }
  }

  /** A part of a text message has arrived. */
  @OnMessage
  public void text(String part, boolean last) {
    SocketConnection from = connection;
    ClientFrameHandler to = handler;
    if (from == null || to == null || from.isEnding()) {
      return;
    }
    bytes += utf8Length(part);
    if (bytes > Limits.FRAME_BYTES) {
      refuseOversize(from);
      return;
    }
    if (!last) {
      parts.append(part);
      return;
    }
    String text = part;
    if (!parts.isEmpty()) {
      text = parts.append(part).toString();
      parts.setLength(0);
      parts.trimToSize();
    }
    bytes = 0;
    to.take(text);
  }

  private static long utf8Length(String text) {
    // Counting is only worth it where the bound could be broken at all.
    return 3L * text.length() <= Limits.FRAME_BYTES
        ? text.length()
        : text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Binary messages are no part of the protocol. */
  @OnMessage
  public void binary(ByteBuffer part, boolean last) {
    SocketConnection from = connection;
    if (from != null) {
      from.close(CloseCode.BAD_FRAME, null, "frames are text");
    }
  }

  /** The connection is over. */
  @OnClose
  public void close() {
    SocketConnection from = connection;
    if (from != null) {
      from.closed();
      connections.closed(from);
    }
  }

  /** Something failed below. */
  @OnError
  public void error(Session session, Throwable fault) {
    SocketConnection from = connection;
    if (from == null) {
      closeQuietly(session);
    } else if (session.isOpen() && !(fault instanceof IOException)) {
      from.close(CloseCode.BAD_FRAME, null, "the frame cannot be read");
    }
  }

  private void refuseOversize(SocketConnection from) {
    parts.setLength(0);
    parts.trimToSize();
    from.close(CloseCode.TOO_LARGE, null, "a frame has at most " + Limits.FRAME_BYTES + " bytes");
  }

  private static void closeQuietly(Session session) {
    try {
      session.close();
    } catch (IOException | IllegalStateException e) {
      // It is over already.
      return;
    }
  }
}
