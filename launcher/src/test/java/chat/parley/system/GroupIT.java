package chat.parley.system;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.AtOnce;
import chat.parley.testing.Person;
import chat.parley.testing.RestClient;
import chat.parley.testing.RunningParley;
import chat.parley.testing.SocketClient;
import chat.parley.testing.Talk;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Groups over two instances: who comes, who goes, and who is told what. */
@ExtendWith(RunningParley.Extension.class)
class GroupIT {

  private static String path(String group, String more) {
    return "/api/conversations/" + group + more;
  }

  private static void awaitLive(SocketClient socket, String stream) {
    socket.awaitUntil(
        client ->
            client.seen().stream()
                .anyMatch(
                    frame ->
                        frame.path("type").asText().equals("live")
                            && frame.path("stream").asText().equals(stream)),
        "live of " + stream);
  }

  private static List<String> kinds(SocketClient socket, String stream) {
    return socket.entries(stream).stream().map(entry -> entry.path("kind").asText()).toList();
  }

  private static void awaitKind(SocketClient socket, String stream, String kind) {
    socket.awaitUntil(client -> kinds(client, stream).contains(kind), kind + " of " + stream);
  }

  /** What is answered to a message that must not be taken. */
  private static String refusal(SocketClient socket, String group) {
    String cid = Talk.cid();
    socket.send(Talk.send(cid, cid, group, "let me"));
    String type = socket.answerTo(cid).path("problem").path("type").asText();
    return type.substring(type.lastIndexOf(':') + 1);
  }

  /** Waits until the server has taken all frames, and told what it had to tell. */
  private static void settle(SocketClient socket, long number) {
    socket.send(Map.of("type", "ping", "n", number));
    socket.await("pong", pong -> pong.path("n").asLong() == number);
  }

  @Test
  void aGroupLivesOverTwoInstances(RunningParley parley) {
    Person ada = parley.newPerson(1);
    Person bob = parley.newPerson(2);
    Person cyd = parley.newPerson(2);
    Person dan = parley.newPerson(1);
    try (SocketClient a = ada.connect(Map.of());
        SocketClient b = bob.connect(Map.of());
        SocketClient c = cyd.connect(Map.of());
        SocketClient d = dan.connect(Map.of())) {
      String group = ada.groupWith(bob, cyd);
      String stream = "c/" + group;
      for (SocketClient each : List.of(a, b, c)) {
        awaitLive(each, stream);
      }
      long first = Talk.sent(a, group, "Who comes along?").path("seq").asLong();
      for (SocketClient each : List.of(a, b, c)) {
        Talk.awaitTexts(each, stream, 1);
      }
      b.send(Talk.ack(stream, first));
      b.send(Map.of("type", "mark", "conversation", group, "read", first));
      Talk.awaitMark(a, group, bob.id(), "read", first);

      JsonNode changed =
          ada.rest()
              .patch(
                  path(group, ""),
                  Map.of("name", "Monday walks", "settings", Map.of("inviting", "members")))
              .expect(200)
              .body();
      assertThat(changed.path("name").asText()).isEqualTo("Monday walks");
      assertThat(changed.path("role").asText()).isEqualTo("owner");
      awaitKind(c, stream, "conversation.changed");
      JsonNode added =
          bob.rest()
              .post(path(group, "/members"), Map.of("accounts", List.of(dan.id())))
              .expect(200)
              .body();
      assertThat(added.path("added").get(0).asText()).isEqualTo(dan.id());
      awaitLive(d, stream);
      assertThat(kinds(d, stream)).containsExactly("member.joined");
      assertThat(d.seen())
          .anyMatch(
              frame ->
                  frame.path("type").asText().equals("gap")
                      && frame.path("why").asText().equals("joined-later"));
      Talk.sent(d, group, "I do.");
      for (SocketClient each : List.of(a, b, c)) {
        Talk.awaitTexts(each, stream, 2);
      }

      JsonNode seen = dan.rest().get(path(group, "")).expect(200).body();
      assertThat(seen.path("type").asText()).isEqualTo("group");
      assertThat(seen.path("memberCount").asInt()).isEqualTo(4);
      assertThat(seen.path("members")).isEmpty();
      assertThat(seen.path("joinedSeq").asLong()).isEqualTo(first + 2);
      JsonNode listed = dan.rest().get("/api/conversations").expect(200).body().path("items");
      assertThat(listed.get(0)).isEqualTo(dan.rest().get(path(group, "")).body());
      JsonNode page = dan.rest().get(path(group, "/members?limit=3")).expect(200).body();
      assertThat(page.path("items")).hasSize(3);
      JsonNode rest =
          dan.rest()
              .get(path(group, "/members?limit=3&after=" + page.path("next").asText()))
              .expect(200)
              .body();
      Set<String> names = new TreeSet<>();
      page.path("items").forEach(member -> names.add(member.path("username").asText()));
      rest.path("items").forEach(member -> names.add(member.path("username").asText()));
      assertThat(names)
          .isEqualTo(
              new TreeSet<>(
                  List.of(ada.username(), bob.username(), cyd.username(), dan.username())));
      assertThat(
              Talk.texts(
                  dan.rest().get(path(group, "/entries")).expect(200).body().path("entries")))
          .as("from where he joined")
          .containsExactly("I do.");

      ada.rest().delete(path(group, "")).expect(204);
      for (SocketClient each : List.of(a, b, c, d)) {
        awaitKind(each, stream, "conversation.deleted");
        assertThat(refusal(each, group)).isEqualTo("not-found");
      }
      assertThat(Talk.texts(b, stream)).isEqualTo(Talk.texts(c, stream));
    }
  }

  @Test
  void whoIsRemovedIsToldSoAndNothingAfter(RunningParley parley) {
    Person ada = parley.newPerson(1);
    Person bob = parley.newPerson(2);
    Person cyd = parley.newPerson(2);
    String group = ada.groupWith(bob, cyd);
    String stream = "c/" + group;
    try (SocketClient a = ada.connect(Map.of());
        SocketClient b = bob.connect(Map.of());
        SocketClient c = cyd.connect(Map.of())) {
      awaitLive(b, stream);
      long before = Talk.sent(a, group, "before").path("seq").asLong();
      Talk.awaitTexts(b, stream, 1);
      ada.rest().delete(path(group, "/members/" + bob.id())).expect(204);
      ada.rest().delete(path(group, "/members/" + bob.id())).expect(204);
      awaitKind(b, stream, "member.removed");
      assertThat(refusal(b, group)).isEqualTo("not-found");
      for (int i = 0; i < 10; i++) {
        Talk.sent(a, group, "after " + i);
      }
      ada.rest().patch(path(group, ""), Map.of("name", "Without bob")).expect(200);
      Talk.awaitTexts(c, stream, 11);
      long head = Talk.seqs(c, stream).get(Talk.seqs(c, stream).size() - 1);
      b.send(Talk.ack(stream, head));
      b.send(Map.of("type", "mark", "conversation", group, "read", head));
      b.send(Map.of("type", "typing", "conversation", group, "on", true));
      settle(b, 1);
      assertThat(Talk.seqs(b, stream)).containsExactly(1L, before, before + 1);
      assertThat(b.seen().toString()).doesNotContain("Without bob", "after 0");

      JsonNode left = bob.rest().get(path(group, "")).expect(200).body();
      assertThat(left.path("leftSeq").asLong()).isEqualTo(before + 1);
      assertThat(left.path("head").asLong()).isEqualTo(before + 1);
      assertThat(left.path("name").asText()).isEqualTo("Sunday walks");
      assertThat(left.has("settings") || left.has("memberCount") || left.has("role")).isFalse();
      for (String page : List.of("/entries", "/entries?after=0", "/entries?before=100")) {
        JsonNode entries = bob.rest().get(path(group, page)).expect(200).body();
        assertThat(entries.path("more").asBoolean()).isFalse();
        assertThat(Talk.texts(entries.path("entries"))).containsExactly("before");
      }
      bob.rest().get(path(group, "/members")).expect(404);
      assertThat(ada.rest().get(path(group, "/members")).expect(200).text())
          .doesNotContain(bob.id());
    }
    try (SocketClient b = bob.connect(parley.rest(1), Map.of())) {
      assertThat(b.seen().get(0).path("heads").path(stream).asLong()).isEqualTo(3);
      awaitLive(b, stream);
      settle(b, 1);
      assertThat(kinds(b, stream))
          .containsExactly("conversation.created", "message", "member.removed");
    }
  }

  @Test
  void whoWasAwayWhenRemovedReadsUpToThereAndMayComeBack(RunningParley parley) {
    Person ada = parley.newPerson(1);
    Person bob = parley.newPerson(2);
    String group = ada.groupWith(bob);
    String stream = "c/" + group;
    try (SocketClient a = ada.connect(Map.of())) {
      for (int i = 0; i < 5; i++) {
        Talk.sent(a, group, "m" + i);
      }
      ada.rest().delete(path(group, "/members/" + bob.id())).expect(204);
      Talk.sent(a, group, "without him");
      try (SocketClient b = bob.connect(Map.of(stream, 1L))) {
        awaitLive(b, stream);
        settle(b, 1);
        assertThat(Talk.texts(b, stream)).containsExactly("m0", "m1", "m2", "m3", "m4");
        assertThat(kinds(b, stream)).endsWith("member.removed");

        ada.rest().post(path(group, "/members"), Map.of("accounts", List.of(bob.id()))).expect(200);
        awaitKind(b, stream, "member.joined");
        Talk.sent(a, group, "welcome back");
        Talk.awaitTexts(b, stream, 6);
        assertThat(Talk.texts(b, stream)).endsWith("m4", "welcome back");
        Talk.sent(b, group, "thanks");
        Talk.awaitTexts(a, stream, 8);
      }
    }
  }

  @Test
  void inAnAnnouncementGroupOnlyAdminsWrite(RunningParley parley) {
    Person ada = parley.newPerson(1);
    Person bob = parley.newPerson(2);
    Person eve = parley.newPerson(2);
    String group = ada.groupWith(bob);
    ada.rest().patch(path(group, ""), Map.of("settings", Map.of("posting", "admins"))).expect(200);
    try (SocketClient a = ada.connect(Map.of());
        SocketClient b = bob.connect(Map.of());
        SocketClient e = eve.connect(Map.of())) {
      assertThat(refusal(b, group)).isEqualTo("forbidden");
      assertThat(refusal(e, group)).isEqualTo("not-found");
      Talk.sent(a, group, "hear me");
      Talk.awaitTexts(b, "c/" + group, 1);
      ada.rest()
          .put(path(group, "/members/" + bob.id() + "/role"), Map.of("role", "admin"))
          .expect(204);
      Talk.sent(b, group, "and me");
      Talk.awaitTexts(a, "c/" + group, 2);
    }
  }

  private static JsonNode purge(SocketClient socket, String group, long seq) {
    String id = Talk.cid();
    socket.send(Talk.purge(id, Talk.cid(), group, seq));
    return socket.answerTo(id);
  }

  @Test
  void adminsDeleteForEverybodyWhatOthersWrote(RunningParley parley) {
    Person ada = parley.newPerson(1);
    Person bob = parley.newPerson(2);
    Person cyd = parley.newPerson(2);
    String group = ada.groupWith(bob, cyd);
    try (SocketClient a = ada.connect(Map.of());
        SocketClient b = bob.connect(Map.of());
        SocketClient c = cyd.connect(Map.of())) {
      long hers = Talk.sent(a, group, "hers").path("seq").asLong();
      long his = Talk.sent(b, group, "his").path("seq").asLong();
      assertThat(purge(b, group, hers).at("/problem/type").asText()).endsWith(":not-your-message");
      assertThat(purge(c, group, his).at("/problem/type").asText()).endsWith(":not-your-message");
      assertThat(purge(a, group, his).path("type").asText()).isEqualTo("ok");
      awaitKind(c, "c/" + group, "message.purged");
      assertThat(
              cyd.rest()
                  .get(path(group, "/entries"))
                  .expect(200)
                  .body()
                  .path("entries")
                  .findValuesAsText("body"))
          .contains("hers")
          .doesNotContain("his");
      ada.rest()
          .put(path(group, "/members/" + bob.id() + "/role"), Map.of("role", "admin"))
          .expect(204);
      assertThat(purge(b, group, hers).path("type").asText()).isEqualTo("ok");
      ada.rest().delete(path(group, "/members/" + bob.id())).expect(204);
      assertThat(purge(b, group, his).at("/problem/type").asText()).endsWith(":not-found");
    }
  }

  @Test
  void whoHasLeftHidesWhatHeMayReadAndNothingElse(RunningParley parley) {
    Person ada = parley.newPerson(1);
    Person bob = parley.newPerson(2);
    String group = ada.groupWith(bob);
    try (SocketClient a = ada.connect(Map.of())) {
      long before = Talk.sent(a, group, "before").path("seq").asLong();
      bob.rest().delete(path(group, "/members/" + bob.id())).expect(204);
      long after = Talk.sent(a, group, "after").path("seq").asLong();
      bob.rest().post(path(group, "/hidden-messages"), Map.of("seqs", List.of(before))).expect(204);
      bob.rest().post(path(group, "/hidden-messages"), Map.of("seqs", List.of(after))).expect(400);
    }
  }

  @Test
  void aMessageForLaterIsHeldAgainstTheRulesOfItsTime(RunningParley parley) {
    Person ada = parley.newPerson(1);
    Person bob = parley.newPerson(2);
    String group = ada.groupWith(bob);
    try (SocketClient b = bob.connect(Map.of())) {
      bob.rest()
          .post(
              path(group, "/scheduled-messages"),
              Map.of(
                  "cid",
                  Talk.cid(),
                  "body",
                  "later",
                  "sendAt",
                  Instant.now().plusSeconds(3).truncatedTo(ChronoUnit.MILLIS).toString()))
          .expect(201);
      ada.rest()
          .patch(path(group, ""), Map.of("settings", Map.of("posting", "admins")))
          .expect(200);
      awaitKind(b, "u/" + bob.id(), "scheduled.failed");
      assertThat(b.entries("u/" + bob.id()).toString()).contains(":forbidden");
      assertThat(kinds(b, "c/" + group)).doesNotContain("message");
    }
  }

  @Test
  void rolesSayWhoMayDoWhat(RunningParley parley) {
    Person owner = parley.newPerson(1);
    Person admin = parley.newPerson(2);
    Person member = parley.newPerson(2);
    Person other = parley.newPerson(1);
    Person stranger = parley.newPerson(1);
    String group = owner.groupWith(admin, member, other);
    owner
        .rest()
        .put(path(group, "/members/" + admin.id() + "/role"), Map.of("role", "admin"))
        .expect(204);
    for (Person each : List.of(owner, admin, member, stranger)) {
      boolean inside = each != stranger;
      boolean manages = each == owner || each == admin;
      int otherwise = inside ? 403 : 404;
      RestClient rest = each.rest();
      rest.patch(path(group, ""), Map.of("description", "by " + each.username()))
          .expect(manages ? 200 : otherwise);
      rest.patch(path(group, ""), Map.of("settings", Map.of("approval", manages)))
          .expect(manages ? 200 : otherwise);
      rest.get(path(group, "/members")).expect(inside ? 200 : 404);
      rest.get(path(group, "/bans")).expect(manages ? 200 : otherwise);
      rest.put(path(group, "/members/" + other.id() + "/role"), Map.of("role", "admin"))
          .expect(manages ? 204 : otherwise);
      rest.put(path(group, "/members/" + other.id() + "/role"), Map.of("role", "member"))
          .expect(manages ? 204 : otherwise);
      rest.put(path(group, "/members/" + other.id() + "/role"), Map.of("role", "owner"))
          .expect(each == owner ? 204 : otherwise);
      owner
          .rest()
          .put(path(group, "/members/" + other.id() + "/role"), Map.of("role", "member"))
          .expect(204);
      rest.delete(path(group, "/members/" + other.id())).expect(manages ? 204 : otherwise);
      rest.post(path(group, "/members"), Map.of("accounts", List.of(other.id())))
          .expect(manages ? 200 : otherwise);
      rest.put(path(group, "/bans/" + other.id()), Map.of()).expect(manages ? 204 : otherwise);
      rest.delete(path(group, "/bans/" + other.id())).expect(manages ? 204 : otherwise);
      owner
          .rest()
          .post(path(group, "/members"), Map.of("accounts", List.of(other.id())))
          .expect(200);
      if (each != owner) {
        rest.delete(path(group, "")).expect(otherwise);
        rest.delete(path(group, "/members/" + owner.id())).expect(otherwise);
        rest.put(path(group, "/bans/" + owner.id()), Map.of()).expect(otherwise);
      }
    }
    RestClient.Answer alone = owner.rest().delete(path(group, "/members/" + owner.id()));
    assertThat(alone.expect(409).problem()).isEqualTo("last-owner");
  }

  @Test
  void whoIsBannedStaysOutUntilTheBanIsLifted(RunningParley parley) {
    Person ada = parley.newPerson(1);
    Person bob = parley.newPerson(2);
    String group = ada.groupWith(bob);
    RestClient rest = ada.rest();
    rest.put(path(group, "/bans/" + bob.id()), Map.of()).expect(204);
    assertThat(rest.get(path(group, "/bans")).expect(200).body().at("/items/0/username").asText())
        .isEqualTo(bob.username());
    RestClient.Answer refused =
        rest.post(path(group, "/members"), Map.of("accounts", List.of(bob.id())));
    assertThat(refused.expect(400).body().at("/errors/0/pointer").asText())
        .isEqualTo("/accounts/0");
    rest.delete(path(group, "/bans/" + bob.id())).expect(204);
    rest.post(path(group, "/members"), Map.of("accounts", List.of(bob.id()))).expect(200);
    rest.put(path(group, "/bans/" + UUID.randomUUID()), Map.of()).expect(404);
  }

  @Test
  void theSameWishMakesOneGroupOnBothInstances(RunningParley parley) {
    Person ada = parley.newPerson(1);
    String key = UUID.randomUUID().toString();
    Map<String, Object> wish = Map.of("name", "once", "kind", "sealed", "members", List.of());
    List<RestClient.Answer> answers =
        AtOnce.times(
            6,
            i ->
                ada.rest()
                    .at(parley.url(1 + i % 2))
                    .withHeader("Idempotency-Key", key)
                    .post("/api/groups", wish));
    assertThat(answers)
        .extracting(answer -> answer.body().path("id"))
        .containsOnly(answers.get(0).body().path("id"));
  }

  @Test
  void twoWhoDoTheSameOnTwoInstancesDoItOnce(RunningParley parley) {
    Person ada = parley.newPerson(1);
    Person bob = parley.newPerson(2);
    Person cyd = parley.newPerson(1);
    String group = ada.groupWith(bob);
    List<Integer> added =
        AtOnce.times(
            6,
            i ->
                ada.rest()
                    .at(parley.url(1 + i % 2))
                    .post(path(group, "/members"), Map.of("accounts", List.of(cyd.id())))
                    .expect(200)
                    .body()
                    .path("added")
                    .size());
    assertThat(added.stream().mapToInt(Integer::intValue).sum()).isEqualTo(1);
    List<Integer> left =
        AtOnce.times(
            6,
            i ->
                cyd.rest()
                    .at(parley.url(1 + i % 2))
                    .delete(path(group, "/members/" + cyd.id()))
                    .status());
    assertThat(left).containsOnly(204);
    JsonNode entries = ada.rest().get(path(group, "/entries")).expect(200).body();
    List<String> kinds = new ArrayList<>();
    entries.path("entries").forEach(entry -> kinds.add(entry.path("kind").asText()));
    assertThat(kinds).containsExactly("conversation.created", "member.joined", "member.left");
  }

  @Test
  void hostileInputIsRefusedWithItsReason(RunningParley parley) {
    Person ada = parley.newPerson(1);
    Person bob = parley.newPerson(1);
    String group = ada.groupWith(bob);
    String direct = ada.conversationWith(bob);
    RestClient rest = ada.rest();
    for (Map<String, Object> wish :
        List.<Map<String, Object>>of(
            Map.of("name", "", "kind", "sealed", "members", List.of()),
            Map.of("name", "  ", "kind", "sealed", "members", List.of()),
            Map.of("name", "x".repeat(101), "kind", "sealed", "members", List.of()),
            Map.of("name", "a\nb", "kind", "sealed", "members", List.of()),
            Map.of("name", "x", "kind", "open", "members", List.of()),
            Map.of("name", "x", "kind", "sealed"),
            Map.of("name", "x", "kind", "sealed", "members", "all"),
            Map.of("name", "x", "kind", "sealed", "members", List.of("me")),
            Map.of("name", "x", "kind", "sealed", "members", List.of(), "admin", true))) {
      assertThat(rest.post("/api/groups", wish).expect(400).problem()).isEqualTo("invalid-input");
    }
    RestClient.Answer nobody =
        rest.post(
            "/api/groups",
            Map.of(
                "name",
                "x",
                "kind",
                "sealed",
                "members",
                List.of(bob.id(), UUID.randomUUID().toString())));
    assertThat(nobody.expect(422).problem()).isEqualTo("no-such-account");
    assertThat(nobody.body().at("/errors/0/pointer").asText()).isEqualTo("/members/1");
    rest.withHeader("Idempotency-Key", "again")
        .post("/api/groups", Map.of("name", "x", "kind", "sealed", "members", List.of()))
        .expect(400);
    rest.patch(path(group, ""), Map.of("settings", Map.of("posting", "nobody"))).expect(400);
    rest.patch(path(group, ""), Map.of("settings", Map.of("disappearing", 1))).expect(400);
    rest.patch(path(group, ""), Map.of("description", "x".repeat(501))).expect(400);
    rest.post(path(group, "/members"), Map.of("accounts", List.of())).expect(400);
    rest.put(path(group, "/members/" + bob.id() + "/role"), Map.of("role", "king")).expect(400);
    rest.put(path(group, "/bans/" + ada.id()), Map.of()).expect(400);
    rest.get(path(group, "/members?after=x")).expect(400);
    rest.delete(path(group, "/members/x")).expect(404);
    rest.patch(path(direct, ""), Map.of("name", "ours")).expect(403);
    rest.delete(path(direct, "")).expect(403);
    rest.delete(path(direct, "/members/" + bob.id())).expect(403);
    rest.get(path(direct, "/members")).expect(200);
  }

  @Test
  void aStrangerCannotTellAGroupFromNone(RunningParley parley) {
    Person ada = parley.newPerson(1);
    Person bob = parley.newPerson(2);
    Person mallory = parley.newPerson(2);
    String real = ada.groupWith(bob);
    String none = UUID.randomUUID().toString();
    for (String operation :
        List.of(
            "GET ",
            "GET /members",
            "GET /members?limit=1",
            "GET /entries",
            "GET /bans",
            "DELETE ",
            "DELETE /members/" + bob.id(),
            "DELETE /members/" + mallory.id(),
            "PUT /bans/" + bob.id(),
            "DELETE /bans/" + bob.id(),
            "PATCH ",
            "POST /members",
            "PUT /members/" + bob.id() + "/role")) {
      RestClient.Answer foreign = tried(mallory, operation, real, bob);
      RestClient.Answer nothing = tried(mallory, operation, none, bob);
      assertThat(foreign.status()).as(operation).isEqualTo(404);
      assertThat(withoutIds(foreign.text())).as(operation).isEqualTo(withoutIds(nothing.text()));
      assertThat(foreign.headers().map().keySet()).isEqualTo(nothing.headers().map().keySet());
    }
  }

  private static RestClient.Answer tried(Person who, String operation, String group, Person other) {
    String method = operation.substring(0, operation.indexOf(' '));
    String target = path(group, operation.substring(operation.indexOf(' ') + 1));
    return switch (method) {
      case "GET" -> who.rest().get(target);
      case "DELETE" -> who.rest().delete(target);
      case "PATCH" -> who.rest().patch(target, Map.of("name", "mine"));
      case "POST" -> who.rest().post(target, Map.of("accounts", List.of(other.id())));
      default ->
          who.rest().put(target, target.endsWith("/role") ? Map.of("role", "owner") : Map.of());
    };
  }

  private static String withoutIds(String answer) {
    return answer.replaceAll("\"instance\":\"urn:uuid:[^\"]*\"", "");
  }
}
