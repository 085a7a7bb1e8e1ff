package chat.parley.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a client keeps of its messages until each is answered, and sends again with the same key
 * after any failure, in the same order.
 */
public final class Outbox {

  private final String conversation;
  private final Map<String, String> waiting = new LinkedHashMap<>();
  private final Map<Long, String> acknowledged = new LinkedHashMap<>();
  private final List<String> all = new ArrayList<>();

  /** For one conversation. */
  public Outbox(String conversation) {
    this.conversation = conversation;
  }

  /** Keeps a message and sends it, as far as the connection goes; waits for nothing. */
  public void send(SocketClient socket, String text) {
    String cid = Talk.cid();
    all.add(text);
    waiting.put(cid, text);
    socket.trySend(Talk.send(cid, cid, conversation, text));
  }

  /** Takes note of what was answered so far. */
  public void collect(SocketClient socket) {
    for (String cid : List.copyOf(waiting.keySet())) {
      socket.answered(cid).ifPresent(answer -> note(cid, answer));
    }
  }

  /** Waits for every answer. */
  public void awaitAnswers(SocketClient socket) {
    for (String cid : List.copyOf(waiting.keySet())) {
      note(cid, socket.answerTo(cid));
    }
  }

  /** Sends again what was never answered, and waits for the answers. */
  public void settle(SocketClient socket) {
    for (Map.Entry<String, String> each : List.copyOf(waiting.entrySet())) {
      String cid = each.getKey();
      socket.send(Talk.send(cid, cid, conversation, each.getValue()));
      note(cid, socket.answerTo(cid));
    }
  }

  private void note(String cid, JsonNode answer) {
    if (!answer.path("type").asText().equals("ok")) {
      throw new AssertionError("not sent: " + answer);
    }
    acknowledged.put(answer.path("seq").asLong(), waiting.remove(cid));
  }

  /** Every text that was sent, in order. */
  public List<String> texts() {
    return List.copyOf(all);
  }

  /** The texts that were answered, by the place they were answered with. */
  public Map<Long, String> acknowledged() {
    return Map.copyOf(acknowledged);
  }
}
