package chat.parley.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The frames a test sends, and what it looks for in those that came. */
public final class Talk {

  private Talk() {}

  /** A new idempotency key. */
  public static String cid() {
    return UUID.randomUUID().toString();
  }

  /** The frame that sends a message. */
  public static Map<String, Object> send(String id, String cid, String conversation, String text) {
    Map<String, Object> frame = new LinkedHashMap<>();
    frame.put("type", "send");
    frame.put("id", id);
    frame.put("cid", cid);
    frame.put("conversation", conversation);
    frame.put("body", text);
    return frame;
  }

  /** The frame that erases messages for everybody. */
  public static Map<String, Object> purge(
      String id, String cid, String conversation, long... seqs) {
    return Map.of(
        "type", "purge", "id", id, "cid", cid, "conversation", conversation, "seqs", seqs);
  }

  /** Sends a message and waits for the answer, which must be {@code ok}. */
  public static JsonNode sent(SocketClient socket, String conversation, String text) {
    String cid = cid();
    socket.send(send(cid, cid, conversation, text));
    JsonNode answer = socket.answerTo(cid);
    if (!answer.path("type").asText().equals("ok")) {
      throw new AssertionError("not sent: " + answer);
    }
    return answer;
  }

  /** The frame that acknowledges. */
  public static Map<String, Object> ack(String stream, long seq) {
    return Map.of("type", "ack", "cursors", Map.of(stream, seq));
  }

  /** The bodies of the messages of a stream, in the order they came. */
  public static List<String> texts(SocketClient socket, String stream) {
    return texts(socket.entries(stream));
  }

  /** The bodies of those entries that are messages. */
  public static List<String> texts(Iterable<JsonNode> entries) {
    List<String> texts = new ArrayList<>();
    for (JsonNode entry : entries) {
      if (entry.path("kind").asText().equals("message")) {
        texts.add(entry.path("body").asText());
      }
    }
    return texts;
  }

  /** The sequence numbers of a stream, in the order they came. */
  public static List<Long> seqs(SocketClient socket, String stream) {
    return socket.entries(stream).stream().map(entry -> entry.path("seq").asLong()).toList();
  }

  /** Acknowledges the entries of a stream as they come, until the last one came. */
  public static void readAll(SocketClient socket, String stream, long after, long last) {
    long acknowledged = after;
    while (acknowledged < last) {
      long known = acknowledged;
      socket.awaitUntil(
          client -> newest(client, stream) > known, "an entry of " + stream + " after " + known);
      acknowledged = newest(socket, stream);
      socket.send(ack(stream, acknowledged));
    }
  }

  private static long newest(SocketClient socket, String stream) {
    List<Long> seqs = seqs(socket, stream);
    return seqs.isEmpty() ? 0 : seqs.get(seqs.size() - 1);
  }

  /** Waits until so many messages of a stream have come. */
  public static void awaitTexts(SocketClient socket, String stream, int count) {
    socket.awaitUntil(
        client -> texts(client, stream).size() >= count, count + " messages of " + stream);
  }

  /** Waits until a member has come this far. */
  public static void awaitMark(
      SocketClient socket, String conversation, String user, String which, long seq) {
    socket.awaitUntil(
        client ->
            client.seen().stream()
                .filter(frame -> frame.path("type").asText().equals("marks"))
                .filter(frame -> frame.path("conversation").asText().equals(conversation))
                .flatMap(
                    frame -> {
                      List<JsonNode> list = new ArrayList<>();
                      frame.path("list").forEach(list::add);
                      return list.stream();
                    })
                .anyMatch(
                    mark ->
                        mark.path("user").asText().equals(user)
                            && mark.path(which).asLong() >= seq),
        which + " of " + user + " at " + seq);
  }
}
