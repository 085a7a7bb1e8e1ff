package chat.parley.torture;

import chat.parley.testing.RestClient;
import chat.parley.torture.checker.FinalLog;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;

/** Who was a member of a room, and from which entry to which, as the entries of the room tell. */
final class Stays {

  private final String stream;
  private final FinalLog log;
  private final Map<String, Long> here = new LinkedHashMap<>();

  private Stays(String stream, FinalLog log) {
    this.stream = stream;
    this.log = log;
  }

  /** Tells the log of the stays in a room. */
  static void tell(String stream, NavigableMap<Long, JsonNode> entries, FinalLog log) {
    Stays stays = new Stays(stream, log);
    entries.forEach(
        (seq, entry) -> stays.take(seq, entry.path("kind").asText(), entry.path("body").asText()));
    stays.here.forEach((account, from) -> log.member(stream, account, from, Long.MAX_VALUE));
  }

  private void take(long seq, String kind, String body) {
    switch (kind) {
      case "conversation.created" ->
          read(body)
              .path("members")
              .forEach(
                  member ->
                      here.put(
                          member.isTextual() ? member.asText() : member.path("account").asText(),
                          seq));
      case "member.joined" -> here.put(read(body).path("account").asText(), seq);
      case "member.left", "member.removed" -> end(read(body).path("account").asText(), seq);
      default -> {
        // Nobody comes or goes.
      }
    }
  }

  private void end(String account, long seq) {
    Long from = here.remove(account);
    if (from != null) {
      log.member(stream, account, from, seq);
    }
  }

  private static JsonNode read(String body) {
    try {
      return RestClient.JSON.readTree(body);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("the server wrote " + body, broken);
    }
  }
}
