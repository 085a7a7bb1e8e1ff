package chat.parley.system;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.Patient;
import chat.parley.testing.Person;
import chat.parley.testing.PushDevice;
import chat.parley.testing.PushService;
import chat.parley.testing.RestClient;
import chat.parley.testing.RunningParley;
import chat.parley.testing.SocketClient;
import chat.parley.testing.Talk;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who is away is called by the push service of his browser, when he wants to be. */
@Patient
@ExtendWith(RunningParley.Extension.class)
class PushIT {

  private static final String FOREVER = "9999-12-31T23:59:59.999Z";
  private static final String AT_ONCE = "1970-01-01T00:00:00.000Z";

  private static PushDevice subscribe(RunningParley parley, Person person) {
    PushDevice device = parley.pushService().newDevice();
    person.rest().put("/api/push-subscription", device.subscription()).expect(204);
    return device;
  }

  private static long say(Person from, String conversation, String text) {
    try (SocketClient socket = from.connect(Map.of())) {
      return Talk.sent(socket, conversation, text).path("seq").asLong();
    }
  }

  private static long sayTo(Person from, String conversation, List<String> mentioned) {
    try (SocketClient socket = from.connect(Map.of())) {
      String cid = Talk.cid();
      Map<String, Object> frame = new LinkedHashMap<>(Talk.send(cid, cid, conversation, "you"));
      frame.put("notify", mentioned);
      socket.send(frame);
      return socket.answerTo(cid).path("seq").asLong();
    }
  }

  private static RestClient.Answer want(Person person, String conversation, Object settings) {
    return person.rest().patch("/api/conversations/" + conversation + "/settings", settings);
  }

  @Test
  void whoIsAwayIsCalledWithNothingOfTheMessage(RunningParley parley) throws Exception {
    Person alice = parley.newPerson(2);
    Person bob = parley.newPerson(1);
    PushDevice phone = subscribe(parley, bob);
    String conversation = alice.conversationWith(bob);

    say(alice, conversation, "the secret word");

    PushService.Call call = parley.pushService().awaitCalls(phone, 1).get(0);
    assertThat(call.text())
        .isEqualTo(
            RestClient.JSON
                .createObjectNode()
                .put("type", "message")
                .put("conversation", conversation));
    assertThat(call.headers())
        .containsEntry("content-encoding", "aes128gcm")
        .containsEntry("urgency", "high")
        .containsKeys("ttl", "topic");
    assertThat(call.headers().get("topic")).matches("[A-Za-z0-9_-]{32}");
    assertThat(call.claims().path("aud").asText())
        .isEqualTo(parley.pushService().origin().toString());
    assertThat(call.claims().path("sub").asText()).startsWith("http");
    JsonNode configuration = parley.rest(1).get("/api/configuration").expect(200).body();
    assertThat(call.headers().get("authorization"))
        .contains("k=" + configuration.path("pushKey").asText());
  }

  @Test
  void whatAnotherProgramAppendsBySqlCallsToo(RunningParley parley) throws Exception {
    Person alice = parley.newPerson(1);
    Person bob = parley.newPerson(1);
    PushDevice phone = subscribe(parley, bob);
    String conversation = alice.conversationWith(bob);
    try (Connection database = parley.database();
        PreparedStatement append =
            database.prepareStatement("SELECT parley_send(?::uuid, ?::uuid, ?)")) {
      append.setString(1, conversation);
      append.setString(2, alice.id());
      append.setString(3, "by another program");
      append.execute();
    }
    PushService.Call call = parley.pushService().awaitCalls(phone, 1).get(0);
    assertThat(call.text().path("conversation").asText()).isEqualTo(conversation);
  }

  @Test
  void messagesThatComeTogetherAreOneCall(RunningParley parley) throws Exception {
    Person alice = parley.newPerson(1);
    Person bob = parley.newPerson(1);
    PushDevice phone = subscribe(parley, bob);
    String conversation = alice.conversationWith(bob);
    long last = 0;
    try (SocketClient a = alice.connect(Map.of())) {
      for (int i = 0; i < 10; i++) {
        last = Talk.sent(a, conversation, "message " + i).path("seq").asLong();
      }
    }
    parley.pushService().awaitCalls(phone, 1);
    markRead(bob, conversation, last);
    say(alice, conversation, "later");
    // Whatever the first ten left behind was due before this one.
    int calls = parley.pushService().awaitCalls(phone, 2).size();
    assertThat(calls).as("one for each second in which something came").isLessThanOrEqualTo(4);
  }

  @Test
  void whoHasReadItIsNotCalledAlsoWhenNobodyMayKnow(RunningParley parley) throws Exception {
    Person alice = parley.newPerson(1);
    Person bob = parley.newPerson(2);
    Person dora = parley.newPerson(2);
    dora.rest().patch("/api/account/settings", Map.of("readReceipts", "nobody")).expect(200);
    PushDevice bobsPhone = subscribe(parley, bob);
    PushDevice dorasPhone = subscribe(parley, dora);
    String group = alice.groupWith(bob, dora);
    long seq = say(alice, group, "read at once");
    markRead(bob, group, seq);
    markRead(dora, group, seq);

    Person carol = parley.newPerson(1);
    String other = carol.groupWith(bob, dora);
    say(carol, other, "not read");
    for (PushDevice phone : List.of(bobsPhone, dorasPhone)) {
      // The first message was looked at before the second one.
      assertThat(parley.pushService().awaitCalls(phone, 1))
          .extracting(call -> call.text().path("conversation").asText())
          .containsExactly(other);
    }
  }

  private static void markRead(Person person, String conversation, long seq) {
    try (SocketClient socket = person.connect(Map.of())) {
      socket.send(Map.of("type", "mark", "conversation", conversation, "read", seq));
      Talk.awaitMark(socket, conversation, person.id(), "read", seq);
    }
  }

  @Test
  void aMutedConversationCallsNobodyUntilItIsHeardAgain(RunningParley parley) throws Exception {
    Person alice = parley.newPerson(1);
    Person bob = parley.newPerson(1);
    PushDevice phone = subscribe(parley, bob);
    String conversation = alice.conversationWith(bob);
    want(bob, conversation, Map.of("mutedUntil", FOREVER)).expect(200);

    sayTo(alice, conversation, List.of(bob.id()));
    PushService.Call other = callAbout(parley, phone, bob, 1);
    assertThat(other.text().path("conversation").asText()).isNotEqualTo(conversation);

    want(bob, conversation, Map.of("mutedUntil", AT_ONCE)).expect(200);
    say(alice, conversation, "heard");
    List<PushService.Call> calls = parley.pushService().awaitCalls(phone, 2);
    assertThat(calls.get(1).text().path("conversation").asText()).isEqualTo(conversation);
  }

  /** A call from somebody else: jobs that were left before it have been looked at. */
  private static PushService.Call callAbout(
      RunningParley parley, PushDevice phone, Person called, int number) throws Exception {
    Person carol = parley.newPerson(1);
    say(carol, carol.conversationWith(called), "after all that");
    return parley.pushService().awaitCalls(phone, number).get(number - 1);
  }

  @Test
  void whoWantsMentionsIsCalledByNameAlone(RunningParley parley) throws Exception {
    Person alice = parley.newPerson(1);
    Person bob = parley.newPerson(1);
    PushDevice phone = subscribe(parley, bob);
    String conversation = alice.conversationWith(bob);
    want(bob, conversation, Map.of("notifications", "mentions")).expect(200);

    say(alice, conversation, "nobody by name");
    assertThat(callAbout(parley, phone, bob, 1).text().path("conversation").asText())
        .isNotEqualTo(conversation);

    sayTo(alice, conversation, List.of(bob.id()));
    assertThat(
            parley.pushService().awaitCalls(phone, 2).get(1).text().path("conversation").asText())
        .isEqualTo(conversation);
  }

  @Test
  void settingsAreKeptAndFollowOnOtherDevices(RunningParley parley) {
    Person alice = parley.newPerson(1);
    Person bob = parley.newPerson(1);
    Person tablet = bob.signInAgain(parley.rest(2));
    String conversation = alice.conversationWith(bob);
    try (SocketClient b = tablet.connect(Map.of())) {
      JsonNode answer =
          want(bob, conversation, Map.of("notifications", "none", "mutedUntil", FOREVER))
              .expect(200)
              .body();
      assertThat(answer.path("notifications").asText()).isEqualTo("none");
      assertThat(answer.path("mutedUntil").asText()).isEqualTo(FOREVER);
      b.awaitUntil(
          socket ->
              socket.entries("u/" + bob.id()).stream()
                  .anyMatch(entry -> entry.path("kind").asText().equals("conversation.settings")),
          "the settings");
      JsonNode entry = b.entries("u/" + bob.id()).get(b.entries("u/" + bob.id()).size() - 1);
      assertThat(entry.path("body").asText())
          .isEqualTo(
              "{\"conversation\":\"%s\",\"notifications\":\"none\",\"mutedUntil\":\"%s\"}"
                  .formatted(conversation, FOREVER));
    }
    assertThat(
            tablet
                .rest()
                .get("/api/conversations/" + conversation)
                .expect(200)
                .body()
                .path("notifications")
                .asText())
        .isEqualTo("none");
    assertThat(
            alice
                .rest()
                .get("/api/conversations/" + conversation)
                .expect(200)
                .body()
                .path("notifications")
                .asText())
        .as("the other's own")
        .isEqualTo("all");
    Person stranger = parley.newPerson(1);
    assertThat(want(stranger, conversation, Map.of("notifications", "none")).status())
        .isEqualTo(404);
    for (Map<String, String> wrong :
        List.of(
            Map.of("notifications", "some"),
            Map.of("mutedUntil", "tomorrow, perhaps soon"),
            Map.of("mutedUntil", "2026-11-22T08:00:00+01:00"))) {
      assertThat(want(bob, conversation, wrong).expect(400).problem()).isEqualTo("invalid-input");
    }
  }

  @Test
  void aDeviceThatIsGoneIsForgottenAndOneThatIsBusyIsTriedAgain(RunningParley parley)
      throws Exception {
    Person alice = parley.newPerson(1);
    Person bob = parley.newPerson(1);
    Person tablet = bob.signInAgain(parley.rest(1));
    PushDevice gone = subscribe(parley, bob);
    PushDevice busy = subscribe(parley, tablet);
    parley.pushService().answerWith(gone, 410);
    parley.pushService().answerWith(busy, 429);
    String conversation = alice.conversationWith(bob);
    say(alice, conversation, "one");
    parley.pushService().awaitCalls(busy, 1);
    parley.pushService().awaitCalls(gone, 1);
    parley.pushService().answerWith(busy, 201);
    parley.pushService().answerWith(gone, 201);
    List<PushService.Call> calls = parley.pushService().awaitCalls(busy, 2);
    assertThat(calls).extracting(PushService.Call::answered).startsWith(429, 201);

    say(alice, conversation, "two");
    parley.pushService().awaitCalls(busy, 3);
    assertThat(parley.pushService().calls(gone)).hasSize(1);
  }

  @Test
  void whoSignsOutOrSaysSoIsCalledThereNoMore(RunningParley parley) throws Exception {
    Person alice = parley.newPerson(1);
    Person bob = parley.newPerson(1);
    Person left = bob.signInAgain(parley.rest(2));
    Person quiet = bob.signInAgain(parley.rest(2));
    PushDevice phone = subscribe(parley, bob);
    PushDevice leftPhone = subscribe(parley, left);
    PushDevice quietPhone = subscribe(parley, quiet);
    bob.rest().delete("/api/sessions/" + left.session()).expect(204);
    quiet.rest().delete("/api/push-subscription").expect(204);
    quiet.rest().delete("/api/push-subscription").expect(204);

    say(alice, alice.conversationWith(bob), "who hears?");
    parley.pushService().awaitCalls(phone, 1);
    assertThat(parley.pushService().calls(leftPhone)).isEmpty();
    assertThat(parley.pushService().calls(quietPhone)).isEmpty();
  }

  @Test
  void aBrowserBelongsToTheDeviceThatCameLast(RunningParley parley) throws Exception {
    Person alice = parley.newPerson(1);
    Person bob = parley.newPerson(1);
    Person carol = parley.newPerson(1);
    PushDevice shared = subscribe(parley, bob);
    carol.rest().put("/api/push-subscription", shared.subscription()).expect(204);

    say(alice, alice.conversationWith(bob), "for bob");
    String withCarol = alice.conversationWith(carol);
    say(alice, withCarol, "for carol");
    assertThat(parley.pushService().awaitCalls(shared, 1))
        .extracting(call -> call.text().path("conversation").asText())
        .containsExactly(withCarol);
  }

  @Test
  void anAddressInsideIsRefused(RunningParley parley) {
    Person mallory = parley.newPerson(1);
    PushDevice device = parley.pushService().newDevice();
    for (String address :
        List.of(
            "",
            "push.example.net",
            "ftp://push.example.net/x",
            "http://push.example.net/x",
            "https://127.0.0.1/x",
            "https://127.1/x",
            "https://2130706433/x",
            "https://0x7f000001/x",
            "https://10.0.0.1/x",
            "https://169.254.169.254/latest/meta-data",
            "https://[::1]/x",
            "https://[::ffff:127.0.0.1]/x",
            "https://localhost/x",
            "https://intranet/x",
            "https://printer.local/x",
            "https://vault.internal/x",
            "https://push.example.net:8443/x",
            "https://user:secret@push.example.net/x",
            "https://push.example.net/x#y",
            "https://push.example.net/\u00e4",
            "http://localhost:1/x")) {
      RestClient.Answer answer =
          mallory.rest().put("/api/push-subscription", device.subscription(address)).expect(400);
      assertThat(answer.problem()).as(address).isEqualTo("invalid-input");
      assertThat(answer.body().path("errors").path(0).path("pointer").asText())
          .as(address)
          .isEqualTo("/endpoint");
    }
  }

  @Test
  void whatIsTooLongOrNoKeyIsRefused(RunningParley parley) {
    Person mallory = parley.newPerson(1);
    PushDevice device = parley.pushService().newDevice();
    String address = "https://push.example.net/" + "x".repeat(2_048);
    assertThat(mallory.rest().put("/api/push-subscription", device.subscription(address)).status())
        .isEqualTo(400);
    for (Map<String, String> keys :
        List.of(
            Map.of("p256dh", "AAAA", "auth", "AAAAAAAAAAAAAAAAAAAAAA"),
            Map.of("p256dh", "A".repeat(87), "auth", "AAAAAAAAAAAAAAAAAAAAAA"),
            Map.of("p256dh", "B" + "A".repeat(86), "auth", "short"))) {
      assertThat(
              mallory
                  .rest()
                  .put(
                      "/api/push-subscription",
                      Map.of("endpoint", "https://push.example.net/x", "keys", keys))
                  .status())
          .isEqualTo(400);
    }
    assertThat(parley.rest(1).put("/api/push-subscription", device.subscription()).status())
        .isEqualTo(401);
  }
}
