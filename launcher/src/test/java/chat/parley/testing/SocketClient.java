package chat.parley.testing;

import chat.parley.contract.SocketContract;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Speaks {@code parley.v1} and remembers every frame that came. Waiting looks at the frames since
 * the last one that a wait returned, so that a sequence of waits reads like the conversation. Every
 * frame of the server must be one that docs/protocol/asyncapi.yaml describes.
 */
public final class SocketClient implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final SocketContract CONTRACT = new SocketContract();
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(5))
          .sslContext(AnyCertificate.TLS)
          .build();

  private final List<JsonNode> frames = new ArrayList<>();
  private final Object sending = new Object();
  private int taken;
  private @Nullable Closed closed;
  private @Nullable WebSocket socket;
  private final @Nullable Listener listener;

  /** How the server ended it; 1006 when the connection broke. */
  public record Closed(int code, String reason) {}

  /** Hears what comes as it comes, on the threads of the connection: who is slow, reads slowly. */
  public interface Listener {
    void frame(JsonNode frame);

    /** Nothing comes any more. May be told twice. */
    void closed(Closed how);
  }

  private SocketClient(@Nullable Listener listener) {
    this.listener = listener;
  }

  /** Connects as the web app of this address does. */
  public static SocketClient open(URI base) {
    return open(base, base.toString(), "parley.v1");
  }

  /**
   * Connects with any origin and sub-protocol, or without.
   *
   * @throws CompletionException when the server refuses the handshake
   */
  public static SocketClient open(URI base, @Nullable String origin, @Nullable String subprotocol) {
    return open(base, origin, subprotocol, null);
  }

  /**
   * Connects on behalf of somebody who hears everything himself: nothing is remembered here, so
   * there is nothing to wait for, and no frame is compared with the document. For load.
   */
  public static SocketClient open(URI base, String origin, Listener listener) {
    return open(base, origin, "parley.v1", listener);
  }

  private static SocketClient open(
      URI base,
      @Nullable String origin,
      @Nullable String subprotocol,
      @Nullable Listener listener) {
    SocketClient client = new SocketClient(listener);
    URI address = URI.create(base.toString().replaceFirst("^http", "ws") + "/api/socket");
    WebSocket.Builder handshake = HTTP.newWebSocketBuilder().connectTimeout(Duration.ofSeconds(10));
    if (origin != null) {
      handshake.header("Origin", origin);
    }
    if (subprotocol != null) {
      handshake.subprotocols(subprotocol);
    }
    client.socket = handshake.buildAsync(address, client.new Receiver()).join();
    return client;
  }

  /** The status with which the server refuses a handshake of this origin; 101 when it does not. */
  public static int statusOfHandshake(URI base, @Nullable String origin) {
    try {
      SocketClient taken = open(base, origin, "parley.v1");
      taken.send(Map.of("type", "ping", "n", 1));
      // Whoever is let in and says no hello is shown out.
      taken.awaitByeAndClose();
      return 101;
    } catch (CompletionException refused) {
      if (refused.getCause() instanceof WebSocketHandshakeException answer) {
        return answer.getResponse().statusCode();
      }
      throw refused;
    }
  }

  /** Sends a map, list or record as JSON. */
  public void send(Object frame) {
    try {
      sendText(RestClient.JSON.writeValueAsString(frame));
    } catch (JsonProcessingException impossible) {
      throw new IllegalArgumentException(impossible);
    }
  }

  /** Sends this very text; one after the other, whichever threads they come from. */
  public void sendText(String text) {
    synchronized (sending) {
      socket().sendText(text, true).join();
    }
  }

  /** Sends a map, list or record as JSON, unless the connection is over. */
  public void trySend(Object frame) {
    try {
      send(frame);
    } catch (CompletionException over) {
      // Nothing is promised of a frame that was not answered.
      return;
    }
  }

  /** Sends a binary frame. */
  public void sendBinary(byte[] bytes) {
    socket().sendBinary(ByteBuffer.wrap(bytes), true).join();
  }

  /** Breaks the connection without a word, as a lost network does. */
  public void abort() {
    socket().abort();
  }

  @Override
  public void close() {
    // The server may be closing at this very moment: then there is nothing left to say.
    socket().sendClose(WebSocket.NORMAL_CLOSURE, "").handle((sent, over) -> sent).join();
    socket().abort();
  }

  /** The next frame of this type, among those not yet waited for. */
  public JsonNode await(String type) {
    return await(type, frame -> true);
  }

  /** The next frame of this type that fits; frames before it are passed over. */
  public JsonNode await(String type, Predicate<JsonNode> fits) {
    return await(
        frame -> frame.path("type").asText().equals(type) && fits.test(frame), "a frame " + type);
  }

  /** The answer ({@code ok} or {@code error}) to the request with this id, wherever it stands. */
  public JsonNode answerTo(String id) {
    synchronized (frames) {
      waitUntil(() -> find(id) != null, "the answer to " + id);
      JsonNode answer = find(id);
      if (answer == null) {
        throw new AssertionError("The answer to " + id + " is gone");
      }
      return answer;
    }
  }

  /** The answer to the request with this id, if it has come. */
  public Optional<JsonNode> answered(String id) {
    synchronized (frames) {
      return Optional.ofNullable(find(id));
    }
  }

  /** Everything that came so far. */
  public List<JsonNode> seen() {
    synchronized (frames) {
      return List.copyOf(frames);
    }
  }

  /** Every entry of a stream that came so far, one by one, in the order of arrival. */
  public List<JsonNode> entries(String stream) {
    List<JsonNode> entries = new ArrayList<>();
    for (JsonNode frame : seen()) {
      if (frame.path("stream").asText().equals(stream)) {
        switch (frame.path("type").asText()) {
          case "entry" -> entries.add(frame);
          case "entries" -> frame.path("entries").forEach(entries::add);
          default -> {
            // Of this stream, but no entry.
          }
        }
      }
    }
    return entries;
  }

  /** Waits until a condition on what was seen holds. */
  public void awaitUntil(Predicate<SocketClient> condition, String what) {
    synchronized (frames) {
      waitUntil(() -> condition.test(this), what);
    }
  }

  /** Whether the connection is over. */
  public boolean isClosed() {
    synchronized (frames) {
      return closed != null;
    }
  }

  /** How the server closed. */
  public Closed awaitClosed() {
    synchronized (frames) {
      waitUntil(() -> closed != null, "the close");
      Closed how = closed;
      if (how == null) {
        throw new AssertionError("not closed");
      }
      return how;
    }
  }

  /** The {@code bye} that precedes every close the server decides on. */
  public JsonNode awaitBye() {
    synchronized (frames) {
      waitUntil(() -> lastIsBye(), "the bye");
      return frames.get(frames.size() - 1);
    }
  }

  /** How the server closed, which must be what it had said in its {@code bye}. */
  public JsonNode awaitByeAndClose() {
    JsonNode bye = awaitBye();
    int code = awaitClosed().code();
    if (bye.path("code").asInt() != code) {
      throw new AssertionError("closed with %d after %s".formatted(code, bye));
    }
    return bye;
  }

  private boolean lastIsBye() {
    return !frames.isEmpty() && frames.get(frames.size() - 1).path("type").asText().equals("bye");
  }

  private WebSocket socket() {
    WebSocket open = socket;
    if (open == null) {
      throw new IllegalStateException("not connected");
    }
    return open;
  }

  private JsonNode await(Predicate<JsonNode> fits, String what) {
    synchronized (frames) {
      List<JsonNode> found = new ArrayList<>();
      waitUntil(
          () -> {
            while (found.isEmpty() && taken < frames.size()) {
              JsonNode frame = frames.get(taken++);
              if (fits.test(frame)) {
                found.add(frame);
              }
            }
            return !found.isEmpty();
          },
          what);
      return found.get(0);
    }
  }

  private @Nullable JsonNode find(String re) {
    return frames.stream()
        .filter(frame -> frame.path("re").asText().equals(re))
        .findFirst()
        .orElse(null);
  }

  private void waitUntil(BooleanSupplier condition, String what) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0 || closed != null) {
        throw new AssertionError("No %s; closed: %s; frames: %s".formatted(what, closed, frames));
      }
      try {
        frames.wait(left);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted while waiting for " + what, stopped);
      }
    }
  }

  private final class Receiver implements WebSocket.Listener {
    private final StringBuilder partial = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      partial.append(data);
      if (last) {
        String text = partial.toString();
        partial.setLength(0);
        text.lines().forEach(this::take);
      }
      from.request(1);
      return null;
    }

    private void take(String text) {
      if (listener != null) {
        tell(listener, text);
        return;
      }
      synchronized (frames) {
        try {
          JsonNode frame = RestClient.JSON.readTree(text);
          frames.add(frame);
          if (CONTRACT.matching(frame).isEmpty()) {
            closed = new Closed(-1, "The document has no such frame: " + text);
          }
        } catch (JsonProcessingException notJson) {
          closed = new Closed(-1, "The server sent no JSON: " + text);
        }
        frames.notifyAll();
      }
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      end(new Closed(code, reason));
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      end(new Closed(1006, String.valueOf(error.getMessage())));
    }

    private void tell(Listener heard, String text) {
      try {
        heard.frame(RestClient.JSON.readTree(text));
      } catch (JsonProcessingException notJson) {
        heard.closed(new Closed(-1, "The server sent no JSON: " + text));
      }
    }

    private void end(Closed how) {
      if (listener != null) {
        listener.closed(how);
      }
      synchronized (frames) {
        if (closed == null) {
          closed = how;
        }
        frames.notifyAll();
      }
    }
  }
}
