package chat.parley.system;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.AtOnce;
import chat.parley.testing.Person;
import chat.parley.testing.RestClient;
import chat.parley.testing.RestClient.Answer;
import chat.parley.testing.RunningParley;
import chat.parley.testing.SocketClient;
import chat.parley.testing.Talk;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Asking people to talk, answering, and blocking them, over two instances. */
@ExtendWith(RunningParley.Extension.class)
class RequestsIT {

  private static final String CHANGED = "request.changed";
  private static final String BLOCKS = "/api/blocks";

  @Test
  void whoIsAskedIsToldAtOnceOnTheOtherInstanceAndAcceptingOpensTheConversation(
      RunningParley parley) {
    Person ada = parley.newPerson(1);
    Person bob = parley.newPerson(2);
    try (SocketClient a = ada.connect(Map.of());
        SocketClient b = bob.connect(Map.of())) {
      Answer asked = ada.ask(bob, "  We met at the concert.\nRemember?  ");
      assertThat(asked.status()).isEqualTo(201);
      awaitNews(b, ada, "received");
      awaitNews(a, bob, "sent");
      JsonNode received = list(bob, "received").get(0);
      assertThat(received.at("/person/id").asText()).isEqualTo(ada.id());
      assertThat(received.path("standing").asText()).isEqualTo("received");
      assertThat(received.path("tier").asText()).isEqualTo("unknown");
      assertThat(received.path("note").asText()).isEqualTo("We met at the concert.\nRemember?");
      assertThat(list(ada, "sent").get(0).at("/person/id").asText()).isEqualTo(bob.id());
      // What was written is for the one who is asked, and in no stream.
      assertThat(b.seen().toString()).doesNotContain("concert");

      String conversation =
          bob.answer(ada, "accept").expect(200).body().path("conversation").asText();
      awaitNews(a, bob, "contact");
      awaitNews(b, ada, "contact");
      a.awaitUntil(client -> isLive(client, conversation), "the conversation of " + ada.username());
      Talk.sent(a, conversation, "There you are!");
      Talk.awaitTexts(b, "c/" + conversation, 1);
      assertThat(kindOf(ada, conversation)).isEqualTo("sealed");
      for (Person each : List.of(ada, bob)) {
        assertThat(list(each, "received")).isEmpty();
        assertThat(list(each, "sent")).isEmpty();
      }
      JsonNode again = ada.ask(bob, "again").expect(200).body();
      assertThat(again.path("standing").asText()).isEqualTo("contact");
      assertThat(again.path("tier").asText()).isEqualTo("contact");
      assertThat(again.path("conversation").asText()).isEqualTo(conversation);
      assertThat(again.has("note")).isFalse();
    }
  }

  @Test
  void acceptingOpensTheKindThatWasAskedFor(RunningParley parley) {
    Person ada = parley.newPerson(1);
    Person bob = parley.newPerson(2);
    ada.rest().put(Person.requestPath(bob), Map.of("kind", "e2ee")).expect(201);
    String conversation =
        bob.answer(ada, "accept").expect(200).body().path("conversation").asText();
    assertThat(kindOf(ada, conversation)).isEqualTo("e2ee");

    Answer refused = bob.rest().put(Person.requestPath(ada), Map.of("kind", "open"));
    assertThat(refused.expect(400).body().at("/errors/0/pointer").asText()).isEqualTo("/kind");
  }

  private static String kindOf(Person person, String conversation) {
    return person
        .rest()
        .get("/api/conversations/" + conversation)
        .expect(200)
        .body()
        .path("kind")
        .asText();
  }

  @Test
  void nobodyWritesToSomebodyWhoHasNotAgreed(RunningParley parley) {
    Person ada = parley.newPerson(1);
    Person bob = parley.newPerson(2);
    ada.ask(bob, "");
    for (Person each : List.of(ada, bob)) {
      Person other = each == ada ? bob : ada;
      Map<String, Object> wish = Map.of("member", other.id(), "kind", "sealed");
      assertThat(each.rest().post("/api/conversations", wish).expect(403).problem())
          .isEqualTo("request-needed");
    }
    bob.answer(ada, "decline").expect(200);
    assertThat(
            bob.rest()
                .post("/api/chat/send", Map.of("recipient", ada.username(), "message", "Hi"))
                .expect(403)
                .problem())
        .isEqualTo("request-needed");
  }

  @Test
  void aDoubleClickAsksOnceAndAcceptsOnce(RunningParley parley) {
    Person ada = parley.newPerson(1);
    Person bob = parley.newPerson(2);
    try (SocketClient b = bob.connect(Map.of())) {
      List<Integer> asked =
          AtOnce.times(
              8,
              i ->
                  ada.rest()
                      .at(parley.url(1 + i % 2))
                      .put(Person.requestPath(bob), Map.of("note", "n" + i))
                      .status());
      assertThat(asked).containsOnlyOnce(201).containsOnly(200, 201);
      List<String> accepted =
          AtOnce.times(
              8,
              i ->
                  bob.rest()
                      .at(parley.url(1 + i % 2))
                      .put(Person.requestPath(ada) + "/answer", Map.of("answer", "accept"))
                      .expect(200)
                      .body()
                      .path("conversation")
                      .asText());
      assertThat(new HashSet<>(accepted)).hasSize(1).doesNotContain("");
      awaitNews(b, ada, "contact");
      assertThat(standings(b, ada)).containsExactly("received", "contact");
      assertThat(conversationsOf(bob)).hasSize(1);
    }
  }

  @Test
  void whoAskEachOtherAtOnceHaveBothAgreed(RunningParley parley) {
    for (int round = 0; round < 6; round++) {
      Person ada = parley.newPerson(1);
      Person bob = parley.newPerson(2);
      List<JsonNode> answers =
          AtOnce.times(2, i -> (i == 0 ? ada.ask(bob, "") : bob.ask(ada, "")).body());
      Set<String> standings = new HashSet<>();
      answers.forEach(answer -> standings.add(answer.path("standing").asText()));
      assertThat(standings).contains("contact");
      for (Person each : List.of(ada, bob)) {
        assertThat(standing(each, each == ada ? bob : ada)).isEqualTo("contact");
        assertThat(conversationsOf(each)).hasSize(1);
      }
    }
  }

  @Test
  void acceptingAndWithdrawingAtOnceEndsInOneOfBothForBoth(RunningParley parley) {
    for (int round = 0; round < 6; round++) {
      Person ada = parley.newPerson(1);
      Person bob = parley.newPerson(2);
      ada.ask(bob, "");
      List<Integer> statuses =
          AtOnce.times(
              2,
              i ->
                  i == 0
                      ? ada.rest().delete(Person.requestPath(bob)).expect(204).status()
                      : bob.answer(ada, "accept").status());
      boolean agreed = statuses.get(1) == 200;
      assertThat(statuses.get(1)).isIn(200, 404);
      for (Person each : List.of(ada, bob)) {
        assertThat(standing(each, each == ada ? bob : ada)).isEqualTo(agreed ? "contact" : "none");
        assertThat(conversationsOf(each)).hasSize(agreed ? 1 : 0);
      }
    }
  }

  @Test
  void whoWasDeclinedKnowsItAndMayNotAskAgainForAWhile(RunningParley parley) throws SQLException {
    Person ada = parley.newPerson(1);
    Person bob = parley.newPerson(2);
    try (SocketClient a = ada.connect(Map.of())) {
      ada.ask(bob, "");
      bob.answer(ada, "decline").expect(200);
      bob.answer(ada, "decline").expect(200);
      awaitNews(a, bob, "declined");
    }
    JsonNode refused = ada.rest().put(Person.requestPath(bob), Map.of()).expect(409).body();
    assertThat(refused.path("type").asText()).endsWith(":request-resting");
    assertThat(refused.path("again").asText())
        .isEqualTo(
            ada.rest().get(Person.requestPath(bob)).expect(200).body().path("again").asText());
    bob.answer(ada, "accept").expect(404);
    assertThat(list(bob, "received")).isEmpty();
    move(parley, "declined_at = declined_at - interval '31 days'", ada, bob);
    assertThat(standing(ada, bob)).isEqualTo("none");
    assertThat(ada.ask(bob, "").status()).isEqualTo(201);
    bob.answer(ada, "decline").expect(200);
    // The one who declined may ask whenever he likes, and meets nobody's refusal.
    assertThat(bob.ask(ada, "").status()).isEqualTo(201);
    ada.answer(bob, "accept").expect(200);
  }

  @Test
  void whoIsIgnoredCannotTellItFromNoAnswerYet(RunningParley parley) {
    Person ada = parley.newPerson(1);
    Person ignoring = parley.newPerson(2);
    Person waiting = parley.newPerson(2);
    try (SocketClient a = ada.connect(Map.of());
        SocketClient i = ignoring.connect(Map.of());
        SocketClient w = waiting.connect(Map.of())) {
      for (Person each : List.of(ignoring, waiting)) {
        ada.ask(each, "Hello");
      }
      awaitNews(i, ada, "received");
      assertThat(ignoring.answer(ada, "ignore").expect(200).body().path("standing").asText())
          .isEqualTo("ignored");
      awaitNews(i, ada, "ignored");
      assertThat(list(ignoring, "received")).isEmpty();
      assertThat(list(ignoring, "ignored")).hasSize(1);

      // Whatever the sender does, both answer alike.
      List<List<String>> answers = new ArrayList<>();
      for (Person each : List.of(ignoring, waiting)) {
        List<String> said = new ArrayList<>();
        said.add(seen(each, ada.rest().get(Person.requestPath(each))));
        said.add(seen(each, ada.rest().put(Person.requestPath(each), Map.of("note", "2"))));
        said.add(seen(each, ada.rest().delete(Person.requestPath(each))));
        said.add(seen(each, ada.rest().get(Person.requestPath(each))));
        said.add(seen(each, ada.rest().put(Person.requestPath(each), Map.of("note", "3"))));
        said.add(seen(each, ada.rest().get(Person.requestPath(each))));
        answers.add(said);
      }
      assertThat(answers.get(0)).isEqualTo(answers.get(1));
      awaitNews(w, ada, "none");
      w.awaitUntil(
          client -> standings(client, ada).equals(List.of("received", "none", "received")),
          "the second request");
      a.awaitUntil(
          client -> standings(client, ignoring).size() >= 3, "what the sender did, on his device");
      assertThat(standings(a, ignoring)).isEqualTo(standings(a, waiting));
      // The one who ignores hears nothing of it, and finds it when he looks.
      i.send(Map.of("type", "ping", "n", 1));
      i.await("pong");
      assertThat(standings(i, ada)).containsExactly("received", "ignored");
      assertThat(list(ignoring, "received")).isEmpty();
      assertThat(list(ignoring, "ignored").get(0).path("note").asText()).isEqualTo("3");
      ignoring.answer(ada, "accept").expect(200);
      awaitNews(a, ignoring, "contact");
    }
  }

  @Test
  void aPersonIsAskedSoOftenAndADayHasSoManyRequests(RunningParley parley) throws SQLException {
    Person ada = parley.newPerson(1);
    Person bob = parley.newPerson(2);
    for (int i = 0; i < 3; i++) {
      ada.ask(bob, "please");
      ada.rest().delete(Person.requestPath(bob)).expect(204);
    }
    assertThat(ada.rest().put(Person.requestPath(bob), Map.of()).expect(409).problem())
        .isEqualTo("request-resting");
    assertThat(standing(bob, ada)).isEqualTo("none");
    try (Connection database = parley.database();
        PreparedStatement insert =
            database.prepareStatement(
                "INSERT INTO contact_request_sent (sender, recipient, sent_at)"
                    + " SELECT ?::uuid, ?::uuid, now() - interval '1 hour'"
                    + " FROM generate_series(1, 27)")) {
      insert.setString(1, ada.id());
      insert.setString(2, bob.id());
      insert.executeUpdate();
    }
    Person carol = parley.newPerson(2);
    Answer refused = ada.rest().put(Person.requestPath(carol), Map.of()).expect(429);
    assertThat(refused.problem()).isEqualTo("too-many-requests");
    assertThat(refused.header("Retry-After")).isNotNull();
    assertThat(list(carol, "received")).isEmpty();
    // Answering costs nothing.
    carol.ask(ada, "");
    assertThat(ada.ask(carol, "").body().path("standing").asText()).isEqualTo("contact");
  }

  @Test
  void quotasHoldWhenManyAreAskedAtOnce(RunningParley parley) throws SQLException {
    Person ada = parley.newPerson(1);
    Person bob = parley.newPerson(2);
    try (Connection database = parley.database();
        PreparedStatement insert =
            database.prepareStatement(
                "INSERT INTO contact_request_sent (sender, recipient, sent_at)"
                    + " SELECT ?::uuid, ?::uuid, now() FROM generate_series(1, 28)")) {
      insert.setString(1, ada.id());
      insert.setString(2, bob.id());
      insert.executeUpdate();
    }
    List<Person> people = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      people.add(parley.newPerson(2));
    }
    List<Integer> statuses =
        AtOnce.times(
            people.size(),
            i ->
                ada.rest()
                    .at(parley.url(1 + i % 2))
                    .put(Person.requestPath(people.get(i)), Map.of())
                    .status());
    assertThat(statuses.stream().filter(status -> status == 201)).hasSize(2);
    assertThat(statuses.stream().filter(status -> status == 429)).hasSize(4);
  }

  @Test
  void whoBlocksAndWhoIsBlockedAreNobodyToEachOther(RunningParley parley) {
    Person ada = parley.newPerson(1);
    Person bob = parley.newPerson(2);
    ada.ask(bob, "Hello");
    for (int i = 0; i < 2; i++) {
      bob.rest().send("PUT", BLOCKS + "/" + ada.id(), null).expect(204);
    }
    for (Person each : List.of(ada, bob)) {
      Person other = each == ada ? bob : ada;
      String none = UUID.randomUUID().toString();
      for (String path : List.of("/api/people/%s/profile", "/api/people/%s/request")) {
        assertThat(withoutInstance(each.rest().get(path.formatted(other.id())).expect(404)))
            .isEqualTo(withoutInstance(each.rest().get(path.formatted(none)).expect(404)));
      }
      Map<String, Object> wish = Map.of("note", "x");
      assertThat(withoutInstance(each.rest().put(Person.requestPath(other), wish).expect(404)))
          .isEqualTo(
              withoutInstance(
                  each.rest().put("/api/people/" + none + "/request", wish).expect(404)));
      assertThat(
              each.rest()
                  .post("/api/conversations", Map.of("member", other.id(), "kind", "sealed"))
                  .expect(404)
                  .problem())
          .isEqualTo("not-found");
      each.rest().get("/api/users/" + other.username()).expect(404);
      for (String search :
          List.of("/api/people?username=", "/api/users?username=", "/api/people/discovery?q=")) {
        assertThat(each.rest().get(search + other.username()).expect(200).text())
            .doesNotContain(other.id());
      }
      assertThat(
              each.rest()
                  .post(
                      "/api/groups",
                      Map.of("name", "G", "kind", "sealed", "members", List.of(other.id())))
                  .expect(422)
                  .problem())
          .isEqualTo("no-such-account");
      for (String box : List.of("received", "sent", "ignored")) {
        assertThat(list(each, box)).isEmpty();
      }
    }
    assertThat(bob.rest().get(BLOCKS).expect(200).text()).contains(ada.username());
    assertThat(ada.rest().get(BLOCKS).expect(200).body().path("items")).isEmpty();

    bob.rest().delete(BLOCKS + "/" + ada.id()).expect(204);
    bob.rest().delete(BLOCKS + "/" + ada.id()).expect(204);
    assertThat(standing(ada, bob)).isEqualTo("none");
    assertThat(ada.ask(bob, "again").status()).isEqualTo(201);
  }

  @Test
  void inAConversationOfTwoNothingCanBeWrittenWhileOneBlocksTheOther(RunningParley parley)
      throws SQLException {
    Person ada = parley.newPerson(1);
    Person bob = parley.newPerson(2);
    String conversation = ada.conversationWith(bob);
    String stream = "c/" + conversation;
    try (SocketClient a = ada.connect(Map.of());
        SocketClient b = bob.connect(Map.of())) {
      long before = Talk.sent(a, conversation, "before").path("seq").asLong();
      Talk.awaitTexts(b, stream, 1);
      b.send(Map.of("type", "presence", "state", "active"));
      Map<String, Object> looks =
          Map.of(
              "type",
              "focus",
              "open",
              List.of(),
              "people",
              Map.of(conversation, List.of(bob.id())));
      a.send(looks);
      a.await("signal", frame -> isPresence(frame, bob) && frame.has("state"));

      bob.rest().send("PUT", BLOCKS + "/" + ada.id(), null).expect(204);
      b.await("entry", entry -> entry.path("kind").asText().equals("block.changed"));
      a.await("signal", frame -> isPresence(frame, bob) && !frame.has("state"));
      // Who looks away and again is told so again, and shows nothing of before.
      long told = a.seen().stream().filter(frame -> isPresence(frame, bob)).count();
      a.send(looks);
      a.awaitUntil(
          client -> client.seen().stream().filter(frame -> isPresence(frame, bob)).count() > told,
          "another word of Bob");
      assertThat(
              a.seen().stream()
                  .filter(frame -> isPresence(frame, bob))
                  .toList()
                  .subList((int) told, (int) told + 1))
          .allSatisfy(frame -> assertThat(frame.has("state")).isFalse());
      for (SocketClient each : List.of(a, b)) {
        String cid = Talk.cid();
        each.send(Talk.send(cid, cid, conversation, "no"));
        JsonNode answer = each.answerTo(cid);
        assertThat(answer.path("type").asText()).isEqualTo("error");
        assertThat(answer.toString()).contains("people-apart");
      }
      for (Person each : List.of(ada, bob)) {
        Person other = each == ada ? bob : ada;
        assertThat(
                each.rest()
                    .post("/api/chat/send", Map.of("recipient", other.id(), "message", "no"))
                    .expect(409)
                    .problem())
            .isEqualTo("people-apart");
        each.rest().get("/api/people/" + other.id() + "/profile").expect(404);
      }
      assertThat(appendBySql(parley, conversation, ada)).contains("may not write there");
      a.send(Map.of("type", "typing", "conversation", conversation, "on", true));
      a.send(Map.of("type", "ping", "n", 1));
      a.await("pong");
      // What was said stays with both, and what one wrote he may still take back.
      assertThat(ada.rest().get("/api/conversations/" + conversation + "/entries").text())
          .contains("before");
      String cid = Talk.cid();
      a.send(Talk.purge(cid, cid, conversation, before));
      assertThat(a.answerTo(cid).path("type").asText()).isEqualTo("ok");

      bob.rest().delete(BLOCKS + "/" + ada.id()).expect(204);
      Talk.sent(a, conversation, "after");
      Talk.awaitTexts(b, stream, 2);
      assertThat(b.seen().toString()).doesNotContain("\"typing\"");
    }
  }

  @Test
  void somebodyWhoAsksCanBeLookedAtAlsoWhenHeIsNotToBeFound(RunningParley parley) {
    Person hidden = parley.newPerson(1);
    Person bob = parley.newPerson(2);
    hidden.rest().patch("/api/account/settings", Map.of("discoverable", false)).expect(200);
    bob.rest().get("/api/people/" + hidden.id() + "/profile").expect(404);
    hidden.ask(bob, "");
    JsonNode profile = bob.rest().get("/api/people/" + hidden.id() + "/profile").expect(200).body();
    assertThat(profile.path("conversation").asBoolean()).isFalse();
  }

  @Test
  void theTierSaysWhatSpeaksForAPerson(RunningParley parley) {
    Person viewer = parley.newPerson(1);
    Person friend = parley.newPerson(2);
    Person friendOfFriend = parley.newPerson(2);
    Person grouped = parley.newPerson(1);
    Person unknown = parley.newPerson(2);
    viewer.conversationWith(friend);
    friend.conversationWith(friendOfFriend);
    friend.groupWith(viewer, grouped);
    Map<Person, String> tiers = new LinkedHashMap<>();
    tiers.put(friend, "contact");
    tiers.put(friendOfFriend, "contact-of-contact");
    tiers.put(grouped, "shared-group");
    tiers.put(unknown, "unknown");
    tiers.forEach(
        (person, tier) -> {
          assertThat(tier(viewer, person)).isEqualTo(tier);
          assertThat(tier(person, viewer)).isEqualTo(tier);
        });
    int interest =
        viewer
            .rest()
            .get("/api/interests")
            .expect(200)
            .body()
            .at("/categories/0/interests/0/id")
            .asInt();
    for (Person each : List.of(viewer, unknown)) {
      each.rest().put("/api/account/interests", Map.of("interests", List.of(interest))).expect(200);
    }
    assertThat(tier(viewer, unknown)).isEqualTo("shared-interests");
  }

  @Test
  void listsHavePagesWithoutDoublesAndHoles(RunningParley parley) {
    Person bob = parley.newPerson(1);
    List<String> asking = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Person each = parley.newPerson(1 + i % 2);
      each.ask(bob, "");
      asking.add(0, each.id());
    }
    List<String> seen = new ArrayList<>();
    String after = "";
    do {
      JsonNode page = bob.rest().get("/api/requests?limit=2" + after).expect(200).body();
      page.path("items").forEach(item -> seen.add(item.at("/person/id").asText()));
      after = page.has("next") ? "&after=" + page.path("next").asText() : "";
    } while (!after.isEmpty());
    assertThat(seen).isEqualTo(asking);
    for (String id : asking) {
      bob.rest().send("PUT", BLOCKS + "/" + id, null).expect(204);
    }
    List<String> blocked = new ArrayList<>();
    do {
      JsonNode page = bob.rest().get(BLOCKS + "?limit=2" + after).expect(200).body();
      page.path("items").forEach(item -> blocked.add(item.path("id").asText()));
      after = page.has("next") ? "&after=" + page.path("next").asText() : "";
    } while (!after.isEmpty());
    assertThat(blocked).containsExactlyInAnyOrderElementsOf(asking);
  }

  @Test
  void hostileRequestsAreRefusedAndChangeNothing(RunningParley parley) {
    Person ada = parley.newPerson(1);
    Person bob = parley.newPerson(2);
    String path = Person.requestPath(bob);
    for (Object body :
        List.of(
            List.of(),
            Map.of("note", 7),
            Map.of("note", "x".repeat(301)),
            Map.of("note", "a\u202eb"),
            Map.of("note", "a\u0000b"),
            Map.of("note", "x", "sender", bob.id()),
            Map.of("recipient", bob.id()))) {
      assertThat(ada.rest().put(path, body).expect(400).problem()).isEqualTo("invalid-input");
    }
    ada.rest().put(Person.requestPath(ada), Map.of()).expect(400);
    ada.rest().send("PUT", BLOCKS + "/" + ada.id(), null).expect(400);
    for (String nobody : List.of(UUID.randomUUID().toString(), "me", bob.username(), "7")) {
      ada.rest().put("/api/people/" + nobody + "/request", Map.of()).expect(404);
      ada.rest().send("PUT", BLOCKS + "/" + nobody, null).expect(404);
      ada.rest()
          .put("/api/people/" + nobody + "/request/answer", Map.of("answer", "accept"))
          .expect(404);
    }
    for (String query : List.of("?box=all", "?after=x", "?after=9.9", "?limit=0")) {
      ada.rest().get("/api/requests" + query).expect(400);
    }
    assertThat(list(bob, "received")).isEmpty();
    ada.ask(bob, "x".repeat(300));
    // Nobody answers his own request, and nobody else's.
    Person mallory = parley.newPerson(2);
    for (String answer : List.of("accept", "decline", "ignore")) {
      ada.answer(bob, answer).expect(404);
      mallory.answer(ada, answer).expect(404);
      mallory.answer(bob, answer).expect(404);
    }
    for (Object body : List.of(Map.of(), Map.of("answer", "yes"), Map.of("answer", 1))) {
      bob.rest().put(Person.requestPath(ada) + "/answer", body).expect(400);
    }
    mallory.rest().delete(path).expect(204);
    mallory.rest().delete(Person.requestPath(ada)).expect(204);
    assertThat(standing(bob, ada)).isEqualTo("received");
    RestClient anonymous = parley.rest(1);
    anonymous.get("/api/requests").expect(401);
    anonymous.put(path, Map.of()).expect(401);
    anonymous.get(BLOCKS).expect(401);
  }

  @Test
  void theDatabaseShowsNoNote(RunningParley parley) throws SQLException {
    Person ada = parley.newPerson(1);
    Person bob = parley.newPerson(2);
    ada.ask(bob, "a very secret note");
    try (Connection database = parley.database();
        PreparedStatement select =
            database.prepareStatement(
                "SELECT count(*) FROM contact_request"
                    + " WHERE note IS NOT NULL AND position('secret'::bytea IN note) > 0"
                    + " UNION ALL SELECT count(*) FROM contact_request WHERE note IS NOT NULL");
        var row = select.executeQuery()) {
      row.next();
      assertThat(row.getInt(1)).isZero();
      row.next();
      assertThat(row.getInt(1)).isPositive();
    }
  }

  @Test
  void whoMayAskIsThePersonsChoice(RunningParley parley) {
    Person picky = parley.newPerson(1);
    Person friend = parley.newPerson(2);
    Person friendOfFriend = parley.newPerson(2);
    Person grouped = parley.newPerson(1);
    Person unknown = parley.newPerson(2);
    picky.conversationWith(friend);
    friend.conversationWith(friendOfFriend);
    friend.groupWith(picky, grouped);
    Map<String, List<Person>> refused = new LinkedHashMap<>();
    refused.put("nobody", List.of(friendOfFriend, grouped, unknown));
    refused.put("contacts-of-contacts", List.of(grouped, unknown));
    refused.put("shared", List.of(unknown));
    refused.put("everyone", List.of());
    refused.forEach(
        (choice, people) -> {
          JsonNode settings =
              picky
                  .rest()
                  .patch("/api/account/settings", Map.of("requestsFrom", choice))
                  .expect(200)
                  .body();
          assertThat(settings.path("requestsFrom").asText()).isEqualTo(choice);
          for (Person each : List.of(friendOfFriend, grouped, unknown)) {
            Answer answer = each.rest().put(Person.requestPath(picky), Map.of());
            if (people.contains(each)) {
              assertThat(answer.expect(403).problem()).as(choice).isEqualTo("request-unwelcome");
            } else {
              assertThat(answer.status()).as(choice).isIn(200, 201);
            }
          }
          // Contacts need not ask.
          assertThat(friend.ask(picky, "").status()).isEqualTo(200);
        });
    assertThat(list(picky, "received")).hasSize(3);
    picky.rest().patch("/api/account/settings", Map.of("requestsFrom", "nobody")).expect(200);
    picky.rest().patch("/api/account/settings", Map.of("requestsFrom", "all")).expect(400);
    // Who was heard before is answered still, and who is asked by the picky one has agreed.
    picky.answer(unknown, "accept").expect(200);
    assertThat(picky.ask(grouped, "").body().path("standing").asText()).isEqualTo("contact");
  }

  @Test
  void anInviteCodeMakesAContactWithoutAskingUntilItIsReplaced(RunningParley parley) {
    Person owner = parley.newPerson(1);
    Person guest = parley.newPerson(2);
    String path = "/api/account/contact-code";
    assertThat(owner.rest().get(path).expect(200).body().has("code")).isFalse();
    String first = owner.rest().post(path, Map.of()).expect(201).body().path("code").asText();
    String code = owner.rest().post(path, Map.of()).expect(201).body().path("code").asText();
    assertThat(owner.rest().at(parley.url(2)).get(path).expect(200).body().path("code").asText())
        .isEqualTo(code)
        .isNotEqualTo(first)
        .hasSize(43);
    owner.rest().patch("/api/account/settings", Map.of("requestsFrom", "nobody")).expect(200);

    JsonNode seen = code(guest, "look", code).expect(200).body();
    assertThat(seen.at("/person/id").asText()).isEqualTo(owner.id());
    assertThat(seen.path("standing").asText()).isEqualTo("none");
    try (SocketClient o = owner.connect(Map.of())) {
      List<String> conversations =
          AtOnce.times(
              6,
              i ->
                  guest
                      .rest()
                      .at(parley.url(1 + i % 2))
                      .post("/api/contact-codes/use", Map.of("code", code))
                      .expect(200)
                      .body()
                      .path("conversation")
                      .asText());
      assertThat(new HashSet<>(conversations)).hasSize(1).doesNotContain("");
      awaitNews(o, guest, "contact");
      assertThat(standings(o, guest)).containsExactly("contact");
    }
    assertThat(standing(owner, guest)).isEqualTo("contact");

    // What leads to nobody is answered alike.
    Person blocked = parley.newPerson(2);
    owner.rest().send("PUT", BLOCKS + "/" + blocked.id(), null).expect(204);
    Set<String> answers = new HashSet<>();
    for (String use : List.of("look", "use")) {
      answers.add(withoutInstance(code(guest, use, first).expect(404)));
      answers.add(withoutInstance(code(guest, use, "x".repeat(43)).expect(404)));
      answers.add(withoutInstance(code(blocked, use, code).expect(404)));
    }
    answers.add(withoutInstance(code(owner, "use", code).expect(404)));
    assertThat(answers).hasSize(1);
    code(guest, "use", "short").expect(400);
    owner.rest().delete(path).expect(204);
    owner.rest().delete(path).expect(204);
    code(parley.newPerson(1), "use", code).expect(404);
  }

  @Test
  void theDatabaseShowsNoCodeAndNoReport(RunningParley parley) throws SQLException {
    Person ada = parley.newPerson(1);
    Person bob = parley.newPerson(2);
    String code =
        ada.rest()
            .post("/api/account/contact-code", Map.of())
            .expect(201)
            .body()
            .path("code")
            .asText();
    report(ada, bob, UUID.randomUUID(), Map.of("reason", "spam", "words", "most unwelcome"))
        .expect(204);
    for (String shown :
        List.of(
            "SELECT count(*) FROM contact_code WHERE position('" + code + "'::bytea IN code) > 0",
            "SELECT count(*) FROM moderation_report"
                + " WHERE position('unwelcome'::bytea IN told) > 0")) {
      assertThat(count(parley, shown)).isZero();
    }
  }

  @Test
  void aReportIsToldOnceWithTheEvidenceThatWasChosen(RunningParley parley) throws SQLException {
    Person ada = parley.newPerson(1);
    Person bob = parley.newPerson(2);
    String conversation = ada.conversationWith(bob);
    long rude;
    long own;
    try (SocketClient b = bob.connect(Map.of());
        SocketClient a = ada.connect(Map.of())) {
      rude = Talk.sent(b, conversation, "rude words").path("seq").asLong();
      own = Talk.sent(a, conversation, "my words").path("seq").asLong();
    }
    UUID id = UUID.randomUUID();
    Map<String, Object> wish = new LinkedHashMap<>();
    wish.put("reason", "abuse");
    wish.put("words", "He was rude.");
    wish.put("conversation", conversation);
    wish.put("seqs", List.of(rude));
    assertThat(AtOnce.times(6, i -> report(ada, bob, id, wish).status())).containsOnly(204);
    assertThat(
            count(parley, "SELECT count(*) FROM moderation_report WHERE id = '" + id + "'::uuid"))
        .isEqualTo(1);

    // Evidence is what the person wrote and the reporter can read, and nothing else.
    for (List<Long> seqs : List.of(List.of(own), List.of(1L), List.of(rude, own + 100))) {
      Map<String, Object> wrong = new LinkedHashMap<>(wish);
      wrong.put("seqs", seqs);
      report(ada, bob, UUID.randomUUID(), wrong).expect(400);
    }
    Person mallory = parley.newPerson(1);
    report(mallory, bob, UUID.randomUUID(), wish).expect(404);
    report(mallory, bob, id, Map.of("reason", "spam")).expect(404);
    report(ada, ada, UUID.randomUUID(), Map.of("reason", "spam")).expect(400);
    for (Map<String, Object> bad :
        List.<Map<String, Object>>of(
            Map.of(),
            Map.of("reason", "boring"),
            Map.of("reason", "spam", "words", "x".repeat(1_001)),
            Map.of("reason", "spam", "seqs", List.of(1)),
            Map.of("reason", "spam", "withNote", true),
            Map.of("reason", "spam", "reporter", bob.id()))) {
      report(ada, bob, UUID.randomUUID(), bad).expect(400);
    }
    ada.rest()
        .put("/api/people/" + UUID.randomUUID() + "/reports/" + id, Map.of("reason", "spam"))
        .expect(204);
    ada.rest()
        .put(
            "/api/people/" + UUID.randomUUID() + "/reports/" + UUID.randomUUID(),
            Map.of("reason", "spam"))
        .expect(404);

    // A note is evidence while its request waits; who is blocked can be told of.
    mallory.ask(ada, "buy my honey");
    report(ada, mallory, UUID.randomUUID(), Map.of("reason", "spam", "withNote", true)).expect(204);
    ada.rest().send("PUT", BLOCKS + "/" + mallory.id(), null).expect(204);
    report(ada, mallory, UUID.randomUUID(), Map.of("reason", "spam")).expect(204);
    for (int i = 0; i < 17; i++) {
      report(ada, bob, UUID.randomUUID(), Map.of("reason", "other")).expect(204);
    }
    assertThat(report(ada, bob, UUID.randomUUID(), Map.of("reason", "other")).expect(429).problem())
        .isEqualTo("too-many-requests");
  }

  private static Answer report(
      Person reporter, Person person, UUID id, Map<String, Object> report) {
    return reporter.rest().put("/api/people/" + person.id() + "/reports/" + id, report);
  }

  private static Answer code(Person guest, String use, String code) {
    return guest.rest().post("/api/contact-codes/" + use, Map.of("code", code));
  }

  private static int count(RunningParley parley, String question) throws SQLException {
    try (Connection database = parley.database();
        PreparedStatement select = database.prepareStatement(question);
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getInt(1);
    }
  }

  private static String appendBySql(RunningParley parley, String conversation, Person writer) {
    try (Connection database = parley.database();
        PreparedStatement select =
            database.prepareStatement("SELECT * FROM parley_append(?::uuid, ?::uuid, 'no')")) {
      select.setString(1, conversation);
      select.setString(2, writer.id());
      select.executeQuery().close();
      return "";
    } catch (SQLException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static void move(RunningParley parley, String change, Person one, Person other)
      throws SQLException {
    try (Connection database = parley.database();
        PreparedStatement update =
            database.prepareStatement(
                "UPDATE contact_request SET "
                    + change
                    + " WHERE low = least(?::uuid, ?::uuid)"
                    + " AND high = greatest(?::uuid, ?::uuid)")) {
      update.setString(1, one.id());
      update.setString(2, other.id());
      update.setString(3, one.id());
      update.setString(4, other.id());
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
  }

  private static boolean isPresence(JsonNode frame, Person person) {
    return frame.path("kind").asText().equals("presence")
        && frame.path("by").asText().equals(person.id());
  }

  private static boolean isLive(SocketClient client, String conversation) {
    return client.seen().stream()
        .anyMatch(
            frame ->
                frame.path("type").asText().equals("live")
                    && frame.path("stream").asText().equals("c/" + conversation));
  }

  private static void awaitNews(SocketClient socket, Person about, String standing) {
    socket.awaitUntil(
        client -> standings(client, about).contains(standing),
        standing + " of " + about.username());
  }

  /** What a device was told of how somebody stands, in order. */
  private static List<String> standings(SocketClient socket, Person about) {
    return socket.seen().stream()
        .flatMap(RequestsIT::entries)
        .filter(frame -> frame.path("kind").asText().equals(CHANGED))
        .map(RequestsIT::body)
        .filter(body -> body.path("person").asText().equals(about.id()))
        .map(body -> body.path("standing").asText())
        .toList();
  }

  private static Stream<JsonNode> entries(JsonNode frame) {
    return switch (frame.path("type").asText()) {
      case "entry" -> Stream.of(frame);
      case "entries" -> StreamSupport.stream(frame.path("entries").spliterator(), false);
      default -> Stream.empty();
    };
  }

  private static JsonNode body(JsonNode entry) {
    try {
      return RestClient.JSON.readTree(entry.path("body").asText());
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static String standing(Person viewer, Person other) {
    return viewer
        .rest()
        .get(Person.requestPath(other))
        .expect(200)
        .body()
        .path("standing")
        .asText();
  }

  private static String tier(Person viewer, Person other) {
    return viewer.rest().get(Person.requestPath(other)).expect(200).body().path("tier").asText();
  }

  private static JsonNode list(Person viewer, String box) {
    return viewer.rest().get("/api/requests?box=" + box).expect(200).body().path("items");
  }

  private static JsonNode conversationsOf(Person viewer) {
    return viewer.rest().get("/api/conversations").expect(200).body().path("items");
  }

  /** What an answer says, apart from who it is about and when. */
  private static String seen(Person other, Answer answer) {
    return answer.status()
        + " "
        + answer
            .text()
            .replace(other.id(), "$")
            .replace(other.username(), "$")
            .replaceAll("\"askedAt\":\"[^\"]*\"", "at");
  }

  private static String withoutInstance(Answer answer) {
    return answer.text().replaceAll("\"instance\":\"[^\"]*\"", "");
  }
}
