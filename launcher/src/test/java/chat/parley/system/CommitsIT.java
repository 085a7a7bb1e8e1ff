package chat.parley.system;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.keys.MlsDevice;
import chat.parley.platform.Limits;
import chat.parley.platform.WireBytes;
import chat.parley.testing.AtOnce;
import chat.parley.testing.KeyedDevice;
import chat.parley.testing.Person;
import chat.parley.testing.RestClient;
import chat.parley.testing.RunningParley;
import chat.parley.testing.SocketClient;
import chat.parley.testing.Talk;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Epochs of groups of up to three, with devices that speak MLS, on two instances. */
@ExtendWith(RunningParley.Extension.class)
class CommitsIT {

  private KeyedDevice alice;
  private KeyedDevice bob;
  private KeyedDevice carol;
  private String group;

  @BeforeEach
  void threePeopleOfWhomTwoAreInTheGroup(RunningParley parley) {
    alice = KeyedDevice.of(parley.newPerson(1));
    bob = KeyedDevice.of(parley.newPerson(2));
    carol = KeyedDevice.of(parley.newPerson(1));
    group =
        alice
            .person()
            .rest()
            .post(
                "/api/groups",
                Map.of(
                    "name",
                    "Walks",
                    "kind",
                    "e2ee",
                    "members",
                    List.of(bob.person().id(), carol.person().id())))
            .expect(201)
            .body()
            .path("id")
            .asText();
    alice.mls().create(group);
    alice.group(group).expect(204);
    MlsDevice.Commit first = alice.mls().commit(List.of(bob.mls().keyPackage()));
    JsonNode committed = alice.commit(group, first, bob).expect(200).body();
    assertThat(committed.path("epoch").asLong()).isEqualTo(1);
    alice.mls().adopt();
    bob.mls().enter(bob.welcome(group).expect(200).body().path("welcome").asText());
    assertThat(bob.mls().authenticator()).isEqualTo(alice.mls().authenticator());
  }

  private Map<String, Object> message(String cid, long epoch, String body) {
    Map<String, Object> frame = new HashMap<>(Talk.send(cid, cid, group, body));
    frame.put("epoch", epoch);
    return frame;
  }

  private JsonNode sent(SocketClient socket, long epoch, String body) {
    String cid = Talk.cid();
    socket.send(message(cid, epoch, body));
    return socket.answerTo(cid);
  }

  private JsonNode sent(KeyedDevice by, long epoch, String body) {
    try (SocketClient socket = by.person().connect(Map.of())) {
      return sent(socket, epoch, body);
    }
  }

  private static String problem(JsonNode answer) {
    String type = answer.path("problem").path("type").asText();
    return type.substring(type.lastIndexOf(':') + 1);
  }

  private static void refused(JsonNode answer, String problem) {
    assertThat(answer.path("type").asText()).as(answer.toString()).isEqualTo("error");
    assertThat(problem(answer)).isEqualTo(problem);
  }

  /** What stands in the log at this place. */
  private static JsonNode entry(SocketClient socket, String stream, long seq) {
    socket.awaitUntil(client -> Talk.seqs(client, stream).contains(seq), "entry " + seq);
    return socket.entries(stream).stream()
        .filter(each -> each.path("seq").asLong() == seq)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void messagesGoBothWaysAndThoseOfAnotherEpochOrNoneAreRefused() {
    String stream = "c/" + group;
    try (SocketClient a = alice.person().connect(Map.of());
        SocketClient b = bob.person().connect(Map.of())) {
      JsonNode ok = sent(a, 1, alice.mls().protect("hello bob"));
      assertThat(ok.path("type").asText()).as(ok.toString()).isEqualTo("ok");
      JsonNode heard = entry(b, stream, ok.path("seq").asLong());
      assertThat(bob.mls().unprotect(heard.path("body").asText())).isEqualTo("hello bob");
      JsonNode back = sent(b, 1, bob.mls().protect("hello alice"));
      JsonNode answer = entry(a, stream, back.path("seq").asLong());
      assertThat(alice.mls().unprotect(answer.path("body").asText())).isEqualTo("hello alice");

      MlsDevice.Commit second = bob.mls().commit(List.of());
      String early = alice.mls().protect("too early");
      JsonNode committed = bob.commit(group, second).expect(200).body();
      JsonNode told = entry(a, stream, committed.path("seq").asLong());
      assertThat(told.path("kind").asText()).isEqualTo("mls.commit");
      assertThat(told.path("body").asText())
          .isEqualTo("{\"epoch\":1,\"commit\":\"" + second.commit() + "\"}");
      JsonNode stale = sent(a, 1, early);
      refused(stale, "epoch-stale");
      assertThat(stale.path("retry").asText()).isEqualTo("rebase");
      assertThat(stale.path("problem").path("epoch").asLong()).isEqualTo(2);
      bob.mls().adopt();
      alice.mls().handle(second.commit());
      String now = alice.mls().protect("now");
      assertThat(sent(a, 2, now).path("type").asText()).isEqualTo("ok");

      refused(sent(a, 1, now), "not-an-mls-message");
      refused(sent(a, 2, "hello"), "not-an-mls-message");
      refused(sent(a, 2, second.commit()), "not-an-mls-message");
      refused(sent(a, 2, now.substring(0, now.length() - 4)), "not-an-mls-message");
      String plain = Talk.cid();
      a.send(Talk.send(plain, plain, group, "hello"));
      refused(a.answerTo(plain), "not-an-mls-message");
      String sealed = alice.person().conversationWith(bob.person());
      String cid = Talk.cid();
      Map<String, Object> misplaced = new HashMap<>(Talk.send(cid, cid, sealed, now));
      misplaced.put("epoch", 2);
      a.send(misplaced);
      refused(a.answerTo(cid), "not-an-mls-message");
      assertThat(Talk.sent(a, sealed, "plain").path("type").asText()).isEqualTo("ok");
    }
    RestClient rest = alice.person().rest();
    assertThat(
            rest.post("/api/groups/" + group + "/send", Map.of("message", "x"))
                .expect(422)
                .problem())
        .isEqualTo("not-an-mls-message");
    assertThat(
            rest.post(
                    "/api/conversations/" + group + "/scheduled-messages",
                    Map.of("cid", Talk.cid(), "body", "x", "sendAt", AccessWorld.later()))
                .expect(422)
                .problem())
        .isEqualTo("not-an-mls-message");
  }

  @Test
  void ofTwoWhoCommitAtOnceOneWinsAndTheOthersWelcomeIsNeverSeen(RunningParley parley) {
    KeyedDevice tablet = KeyedDevice.of(bob.person().signInAgain(parley.rest(2)));
    MlsDevice.Commit one = alice.mls().commit(List.of(carol.mls().keyPackage()));
    MlsDevice.Commit other = bob.mls().commit(List.of(tablet.mls().keyPackage()));
    List<RestClient.Answer> answers =
        AtOnce.times(
            2, i -> i == 0 ? alice.commit(group, one, carol) : bob.commit(group, other, tablet));

    assertThat(answers).extracting(RestClient.Answer::status).containsExactlyInAnyOrder(200, 409);
    boolean first = answers.get(0).status() == 200;
    RestClient.Answer lost = answers.get(first ? 1 : 0);
    assertThat(lost.problem()).isEqualTo("epoch-conflict");
    assertThat(lost.body().path("epoch").asLong()).isEqualTo(2);
    (first ? tablet : carol).welcome(group).expect(204);
    KeyedDevice entered = first ? carol : tablet;
    String welcome = entered.welcome(group).expect(200).body().path("welcome").asText();
    entered.mls().enter(welcome);
    KeyedDevice winner = first ? alice : bob;
    winner.mls().adopt();
    assertThat(entered.mls().authenticator()).isEqualTo(winner.mls().authenticator());
    entered.person().rest().delete("/api/conversations/" + group + "/welcome").expect(204);
    entered.person().rest().delete("/api/conversations/" + group + "/welcome").expect(204);
    entered.welcome(group).expect(204);
  }

  @Test
  void theSameKeyIsAnsweredWithTheFirstResultOnBothInstances(RunningParley parley) {
    MlsDevice.Commit made = alice.mls().commit(List.of());
    String cid = Talk.cid();
    List<JsonNode> answers =
        AtOnce.times(
            6,
            i ->
                alice
                    .commit(
                        alice.person().rest().at(parley.rest(1 + i % 2).base()), group, cid, made)
                    .expect(200)
                    .body());
    assertThat(answers).containsOnly(answers.get(0));
    assertThat(alice.group(group).expect(200).body().path("epoch").asLong()).isEqualTo(2);
    MlsDevice.Commit different = alice.mls().commit(List.of());
    alice.commit(alice.person().rest(), group, cid, different).expect(400);
  }

  @Test
  void nothingIsSaidUntilWhoWasRemovedIsOutOfTheTree() {
    add(carol);
    Person gone = carol.person();
    alice
        .person()
        .rest()
        .delete("/api/conversations/" + group + "/members/" + gone.id())
        .expect(204);

    JsonNode early = sent(bob, 2, bob.mls().protect("still here?"));
    refused(early, "commit-needed");
    assertThat(early.path("retry").asText()).isEqualTo("rebase");
    carol.group(group).expect(404);
    carol.commit(group, carol.mls().commit(List.of())).expect(404);
    MlsDevice.Commit keeps = bob.mls().commit(List.of());
    assertThat(bob.commit(group, keeps).expect(422).problem()).isEqualTo("commit-invalid");

    MlsDevice.Commit out = bob.mls().commit(List.of(), 2);
    bob.commit(group, out).expect(200);
    bob.mls().adopt();
    alice.mls().handle(out.commit());
    JsonNode ok = sent(bob, 3, bob.mls().protect("she is gone"));
    assertThat(ok.path("type").asText()).as(ok.toString()).isEqualTo("ok");
  }

  private void add(KeyedDevice device) {
    MlsDevice.Commit more = alice.mls().commit(List.of(device.mls().keyPackage()));
    alice.commit(group, more, device).expect(200);
    alice.mls().adopt();
    bob.mls().handle(more.commit());
    device.mls().enter(device.welcome(group).expect(200).body().path("welcome").asText());
  }

  @Test
  void aCommitThatIsTooLargeForTheLogIsFetchedByThoseWhoMayReadItsEntry(RunningParley parley) {
    add(carol);
    RestClient owner = alice.person().rest();
    String commits = "/api/conversations/" + group + "/commits/";
    MlsDevice.Commit largest = alice.mls().commitOf(Limits.COMMIT_ENTRY_BYTES);
    long seq = committed(alice, largest, bob, carol);
    assertThat(kept(owner, seq)).isEqualTo(Map.of("epoch", 2, "commit", largest.commit()));
    owner.get(commits + seq).expect(404);

    MlsDevice.Commit large = alice.mls().commitOf(Limits.COMMIT_ENTRY_BYTES + 1);
    String cid = Talk.cid();
    JsonNode answer = alice.commit(owner, group, cid, large).expect(200).body();
    assertThat(alice.commit(owner.at(parley.url(2)), group, cid, large).expect(200).body())
        .isEqualTo(answer);
    alice.mls().adopt();
    bob.mls().handle(large.commit());
    carol.mls().handle(large.commit());
    seq = answer.path("seq").asLong();
    WireBytes bytes = WireBytes.read("", large.commit(), Limits.COMMIT_MESSAGE_BYTES);
    assertThat(kept(owner, seq)).isEqualTo(Map.of("epoch", 3, "sha256", bytes.sha256().text()));
    for (Person each : List.of(alice.person(), bob.person(), carol.person())) {
      for (int instance = 1; instance <= RunningParley.INSTANCES; instance++) {
        RestClient rest = each.rest().at(parley.url(instance));
        assertThat(rest.get(commits + seq).expect(200).body().path("commit").asText())
            .isEqualTo(large.commit());
      }
    }
    for (String none :
        List.of("0", "-1", "x", "9223372036854775808", "1", String.valueOf(seq + 1))) {
      owner.get(commits + none).expect(404);
    }

    Person late = parley.newPerson(1);
    late.rest().get(commits + seq).expect(404);
    String members = "/api/conversations/" + group + "/members";
    owner.post(members, Map.of("accounts", List.of(late.id()))).expect(200);
    late.rest().get(commits + seq).expect(404);
    owner.delete(members + "/" + carol.person().id()).expect(204);
    carol.person().rest().get(commits + seq).expect(200);
    MlsDevice.Commit out = alice.mls().commit(List.of(), 2);
    committed(alice, out);
    seq = committed(alice, alice.mls().commitOf(Limits.COMMIT_ENTRY_BYTES + 1));
    carol.person().rest().get(commits + seq).expect(404);
    late.rest().get(commits + seq).expect(200);
  }

  /** Commits, and has the others follow; the place in the log. */
  private long committed(KeyedDevice by, MlsDevice.Commit made, KeyedDevice... others) {
    long seq = by.commit(group, made).expect(200).body().path("seq").asLong();
    by.mls().adopt();
    for (KeyedDevice each : others) {
      each.mls().handle(made.commit());
    }
    return seq;
  }

  /** What the entry at this place says. */
  private Map<String, Object> kept(RestClient by, long seq) {
    String path = "/api/conversations/" + group + "/entries?limit=1&after=" + (seq - 1);
    String body = by.get(path).expect(200).body().path("entries").path(0).path("body").asText();
    try {
      return RestClient.JSON.readValue(body, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void noCommitIsLargerThanItsTreeMakesIt() {
    int most = Limits.COMMIT_ENTRY_BYTES + 2 * Limits.COMMIT_LEAF_BYTES;
    invalid(alice, alice.mls().commitOf(most + 1));
    committed(alice, alice.mls().commitOf(most), bob);
  }

  @Test
  void aDeviceThatWasSignedOutOrHasAnotherKeyMustGoFirst(RunningParley parley) {
    KeyedDevice tablet = KeyedDevice.of(bob.person().signInAgain(parley.rest(1)));
    add(tablet);
    JsonNode ok = sent(alice, 2, alice.mls().protect("to both"));
    assertThat(ok.path("type").asText()).as(ok.toString()).isEqualTo("ok");

    bob.person().rest().delete("/api/sessions/" + tablet.person().session()).expect(204);
    refused(sent(alice, 2, alice.mls().protect("to one")), "commit-needed");
    MlsDevice.Commit out = alice.mls().commit(List.of(), 2);
    alice.commit(group, out).expect(200);
    alice.mls().adopt();
    bob.mls().handle(out.commit());
    assertThat(sent(alice, 3, alice.mls().protect("again")).path("type").asText()).isEqualTo("ok");

    KeyedDevice renewed = KeyedDevice.of(bob.person());
    refused(sent(alice, 3, alice.mls().protect("again")), "commit-needed");
    String groupInfo = renewed.group(group).expect(200).body().path("groupInfo").asText();
    MlsDevice.Commit joined = renewed.mls().join(groupInfo, 1);
    renewed.commit(group, joined).expect(200);
    renewed.mls().adopt();
    alice.mls().handle(joined.commit());
    assertThat(renewed.mls().authenticator()).isEqualTo(alice.mls().authenticator());
    JsonNode heard = sent(alice, 4, alice.mls().protect("with the new key"));
    assertThat(heard.path("type").asText()).as(heard.toString()).isEqualTo("ok");
  }

  @Test
  void whoHasNoWelcomeJoinsFromOutsideAndTakesOutNobodyElse() {
    String groupInfo = carol.group(group).expect(200).body().path("groupInfo").asText();
    MlsDevice.Commit rude = carol.mls().join(groupInfo, 1);
    assertThat(carol.commit(group, rude).expect(422).problem()).isEqualTo("commit-invalid");
    MlsDevice.Commit joined = carol.mls().join(groupInfo, null);
    carol.commit(group, joined).expect(200);
    carol.mls().adopt();
    alice.mls().handle(joined.commit());
    bob.mls().handle(joined.commit());
    assertThat(carol.mls().authenticator()).isEqualTo(alice.mls().authenticator());
    assertThat(bob.mls().authenticator()).isEqualTo(alice.mls().authenticator());
  }

  @Test
  void aWelcomeIsGoneWithTheLeafItIsForOrTheMembership(RunningParley parley) {
    MlsDevice.Commit more = alice.mls().commit(List.of(carol.mls().keyPackage()));
    alice.commit(group, more, carol).expect(200);
    alice.mls().adopt();
    carol.welcome(group).expect(200);
    String groupInfo = carol.group(group).expect(200).body().path("groupInfo").asText();
    MlsDevice.Commit joined = carol.mls().join(groupInfo, 2);
    carol.commit(group, joined).expect(200);
    carol.welcome(group).expect(204);
    alice.mls().handle(joined.commit());

    KeyedDevice tablet = KeyedDevice.of(alice.person().signInAgain(parley.rest(2)));
    KeyedDevice phone = KeyedDevice.of(alice.person().signInAgain(parley.rest(1)));
    MlsDevice.Commit both =
        alice.mls().commit(List.of(tablet.mls().keyPackage(), phone.mls().keyPackage()));
    alice.commit(group, both, tablet, phone).expect(200);
    alice.mls().adopt();
    MlsDevice.Commit out = alice.mls().commit(List.of(), 3);
    alice.commit(group, out).expect(200);
    tablet.welcome(group).expect(204);
    phone.welcome(group).expect(200);

    RestClient owner = alice.person().rest();
    Person dan = parley.newPerson(2);
    KeyedDevice guest = KeyedDevice.of(dan);
    String members = "/api/conversations/" + group + "/members";
    owner.post(members, Map.of("accounts", List.of(dan.id()))).expect(200);
    alice.mls().adopt();
    MlsDevice.Commit late = alice.mls().commit(List.of(guest.mls().keyPackage()));
    alice.commit(group, late, guest).expect(200);
    guest.welcome(group).expect(200);
    owner.delete(members + "/" + dan.id()).expect(204);
    owner.post(members, Map.of("accounts", List.of(dan.id()))).expect(200);
    guest.welcome(group).expect(204);
    phone.welcome(group).expect(200);
  }

  @Test
  void ghostsLiesAndForeignHandsAreRefused(RunningParley parley) {
    Person eve = parley.newPerson(1);
    MlsDevice ghost = MlsDevice.of(bob.person().id(), bob.person().device());
    KeyedDevice stranger = KeyedDevice.of(eve);
    String nobody = "0190a1b2-0000-7000-8000-00000000000f";
    for (String each :
        List.of(
            MlsDevice.of(carol.person().id(), nobody).keyPackage(),
            MlsDevice.of(carol.person().id(), carol.person().device()).keyPackage(),
            carol.mls().as(bob.person().id(), carol.person().device()).keyPackage(),
            stranger.mls().keyPackage(),
            ghost.keyPackage())) {
      invalid(alice, alice.mls().commit(List.of(each)));
    }
    MlsDevice.Commit made = alice.mls().commit(List.of(carol.mls().keyPackage()));
    MlsDevice.Commit honest = alice.mls().commit(List.of());
    invalid(alice, new MlsDevice.Commit(1, made.commit(), honest.groupInfo(), null));
    invalid(alice, new MlsDevice.Commit(1, honest.commit(), made.groupInfo(), null));
    invalid(alice, new MlsDevice.Commit(1, honest.commit(), honest.commit(), null));
    invalid(alice, new MlsDevice.Commit(1, alice.mls().protect("x"), honest.groupInfo(), null));
    invalid(bob, honest);
    // A Welcome is for whom it adds.
    assertThat(alice.commit(group, made, bob).expect(422).problem()).isEqualTo("commit-invalid");
    stranger.commit(group, honest).expect(404);
    alice
        .person()
        .rest()
        .post(
            "/api/conversations/" + group + "/commits",
            Map.of(
                "epoch",
                1,
                "commit",
                "A".repeat(Limits.COMMIT_MESSAGE_BYTES / 3 * 4 + 4),
                "groupInfo",
                honest.groupInfo(),
                "welcomes",
                List.of()))
        .expect(400);
    alice
        .person()
        .rest()
        .post(
            "/api/conversations/" + group + "/commits",
            Map.of(
                "epoch",
                1,
                "commit",
                honest.commit(),
                "groupInfo",
                "A".repeat(Limits.COMMIT_REQUEST_BYTES),
                "welcomes",
                List.of()))
        .expect(413);
    assertThat(alice.group(group).expect(200).body().path("epoch").asLong()).isEqualTo(1);
    add(carol);
    // Somebody else's good device is not to be thrown out.
    invalid(alice, alice.mls().commit(List.of(), 1));
  }

  private void invalid(KeyedDevice by, MlsDevice.Commit made) {
    assertThat(by.commit(group, made).expect(422).problem()).isEqualTo("commit-invalid");
  }
}
