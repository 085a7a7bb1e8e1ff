package chat.parley.system;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.Person;
import chat.parley.testing.RestClient;
import chat.parley.testing.RunningParley;
import chat.parley.testing.SocketClient;
import chat.parley.testing.Talk;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who has read a message, and who may ask. */
@ExtendWith(RunningParley.Extension.class)
class ReceiptsIT {

  private static String path(String group, long seq) {
    return "/api/conversations/" + group + "/messages/" + seq + "/receipts";
  }

  @Test
  void anAuthorIsToldHowFarAMessageHasComeWithEachWhoMayReadIt(RunningParley parley) {
    Person ada = parley.newPerson(1);
    Person bob = parley.newPerson(2);
    Person cyd = parley.newPerson(2);
    Person dan = parley.newPerson(1);
    Person eve = parley.newPerson(1);
    try (SocketClient a = ada.connect(Map.of());
        SocketClient b = bob.connect(Map.of());
        SocketClient c = cyd.connect(Map.of())) {
      String group = ada.groupWith(bob, cyd, dan);
      String stream = "c/" + group;
      long seq = Talk.sent(a, group, "Who comes along?").path("seq").asLong();
      Talk.awaitTexts(b, stream, 1);
      Talk.awaitTexts(c, stream, 1);
      b.send(Map.of("type", "mark", "conversation", group, "read", seq));
      c.send(Talk.ack(stream, seq));
      Talk.awaitMark(a, group, bob.id(), "read", seq);
      Talk.awaitMark(a, group, cyd.id(), "delivered", seq);
      ada.rest()
          .post("/api/conversations/" + group + "/members", Map.of("accounts", List.of(eve.id())))
          .expect(200);

      Map<String, String> whole = Map.of(bob.id(), "read", cyd.id(), "delivered", dan.id(), "sent");
      assertThat(receipts(ada.rest(), group, seq, "200")).isEqualTo(whole);
      assertThat(receipts(ada.rest().at(parley.url(2)), group, seq, "1"))
          .as("page by page, at the other instance")
          .isEqualTo(whole);
    }
  }

  @Test
  void whoTellsNobodyWhatHeReadsHasReceivedItAndIsToldTheSameOfOthers(RunningParley parley) {
    Person ada = parley.newPerson(1);
    Person bob = parley.newPerson(2);
    Person laptop = bob.signInAgain(parley.rest(1));
    bob.rest().patch("/api/account/settings", Map.of("readReceipts", "nobody")).expect(200);
    try (SocketClient a = ada.connect(Map.of());
        SocketClient b = bob.connect(Map.of());
        SocketClient l = laptop.connect(Map.of())) {
      String group = ada.groupWith(bob);
      String stream = "c/" + group;
      long adas = Talk.sent(a, group, "Seen?").path("seq").asLong();
      Talk.awaitTexts(b, stream, 1);
      long bobs = Talk.sent(b, group, "And this?").path("seq").asLong();
      Talk.awaitTexts(a, stream, 2);
      a.send(Map.of("type", "mark", "conversation", group, "read", bobs));
      b.send(Map.of("type", "mark", "conversation", group, "read", bobs));
      Talk.awaitMark(l, group, bob.id(), "read", bobs);
      Talk.awaitMark(a, group, ada.id(), "read", bobs);

      assertThat(receipts(ada.rest(), group, adas, "50"))
          .containsOnly(Map.entry(bob.id(), "delivered"));
      assertThat(receipts(bob.rest(), group, bobs, "50"))
          .containsOnly(Map.entry(ada.id(), "delivered"));

      bob.rest().patch("/api/account/settings", Map.of("readReceipts", "everyone")).expect(200);
      assertThat(receipts(bob.rest(), group, bobs, "50")).containsOnly(Map.entry(ada.id(), "read"));
      assertThat(receipts(ada.rest(), group, adas, "50"))
          .as("what was read privately stays private")
          .containsOnly(Map.entry(bob.id(), "delivered"));
    }
  }

  @Test
  void nobodyElseIsTold(RunningParley parley) {
    Person ada = parley.newPerson(1);
    Person bob = parley.newPerson(2);
    Person stranger = parley.newPerson(1);
    String group = ada.groupWith(bob);
    try (SocketClient a = ada.connect(Map.of());
        SocketClient b = bob.connect(Map.of())) {
      long adas = Talk.sent(a, group, "mine").path("seq").asLong();
      long bobs = Talk.sent(b, group, "his").path("seq").asLong();

      assertThat(bob.rest().get(path(group, adas)).expect(403).problem())
          .isEqualTo("not-your-message");
      stranger.rest().get(path(group, adas)).expect(404);
      parley.rest(1).get(path(group, adas)).expect(401);
      ada.rest().get(path(group, 1)).expect(404);
      ada.rest().get(path(group, bobs + 1)).expect(404);
      for (String none : List.of("0", "-1", "01", "1.0", "x", "99999999999999999999")) {
        ada.rest()
            .get("/api/conversations/" + group + "/messages/" + none + "/receipts")
            .expect(404);
      }
      ada.rest().get(path("nobody", adas)).expect(404);
      ada.rest().get(path(group, adas) + "?limit=0").expect(400);
      ada.rest().get(path(group, adas) + "?after=x").expect(400);

      String bobsSeat = "/api/conversations/" + group + "/members/" + bob.id();
      bob.rest().delete(bobsSeat).expect(204);
      bob.rest().get(path(group, bobs)).expect(404);
      ada.rest()
          .post("/api/conversations/" + group + "/members", Map.of("accounts", List.of(bob.id())))
          .expect(200);
      bob.rest().get(path(group, bobs)).expect(404);
      assertThat(receipts(ada.rest(), group, adas, "50"))
          .as("who came back may not read what was before")
          .isEmpty();
    }
  }

  /** By account, over all pages. */
  private static Map<String, String> receipts(
      RestClient asker, String group, long seq, String limit) {
    Map<String, String> states = new HashMap<>();
    @Nullable String after = "";
    do {
      JsonNode page = asker.get(path(group, seq) + "?limit=" + limit + after).expect(200).body();
      page.path("items")
          .forEach(item -> states.put(item.path("id").asText(), item.path("state").asText()));
      after = page.has("next") ? "&after=" + page.path("next").asText() : null;
    } while (after != null);
    return states;
  }
}
