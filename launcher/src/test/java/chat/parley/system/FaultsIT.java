package chat.parley.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.testing.AtOnce;
import chat.parley.testing.BesideTheOthers;
import chat.parley.testing.MailBox;
import chat.parley.testing.Outbox;
import chat.parley.testing.Person;
import chat.parley.testing.PushDevice;
import chat.parley.testing.RestClient;
import chat.parley.testing.RunningParley;
import chat.parley.testing.SocketClient;
import chat.parley.testing.Talk;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people keep when a part of the system dies. */
@BesideTheOthers
@ExtendWith(RunningParley.OfItsOwn.class)
class FaultsIT {

  /** More than the server lets wait at once would be refused, which is not what this is about. */
  private static final int IN_FLIGHT = 15;

  /** Well below the period of the sweep that finds what the broker did not bring. */
  private static final long LIVE_WITHIN_MS = 500;

  @Test
  void whoWasOnAKilledInstanceGoesOnAtTheOtherAndNothingIsLostDoubledOrReordered(
      RunningParley parley) {
    Person alice = parley.newPerson(1);
    Person bob = parley.newPerson(1);
    String conversation = alice.conversationWith(bob);
    String stream = "c/" + conversation;
    Outbox outbox = new Outbox(conversation);
    Map<Long, String> received = new TreeMap<>();
    Map<Long, String> promised;
    try (SocketClient a = alice.connect(parley.rest(2), Map.of());
        SocketClient b = bob.connect(parley.rest(2), Map.of())) {
      for (int i = 0; i < IN_FLIGHT; i++) {
        outbox.send(a, "before " + i);
      }
      outbox.awaitAnswers(a);
      for (int i = 0; i < IN_FLIGHT; i++) {
        outbox.send(a, "meanwhile " + i);
      }
      parley.kill(2);
      assertThat(a.awaitClosed().code()).isEqualTo(1006);
      assertThat(b.awaitClosed().code()).isEqualTo(1006);
      outbox.collect(a);
      promised = outbox.acknowledged();
      receive(b, stream, received);
    }
    assertThat(promised).hasSizeGreaterThanOrEqualTo(IN_FLIGHT);
    try {
      long cursor = received.keySet().stream().max(Long::compare).orElse(0L);
      try (SocketClient a = alice.connect(parley.rest(1), Map.of());
          SocketClient b = bob.connect(parley.rest(1), Map.of(stream, cursor))) {
        outbox.settle(a);
        outbox.send(a, "after");
        outbox.awaitAnswers(a);
        long last = outbox.acknowledged().keySet().stream().max(Long::compare).orElseThrow();
        b.awaitUntil(client -> Talk.seqs(client, stream).contains(last), "the last message");
        assertThat(Talk.seqs(b, stream))
            .isEqualTo(LongStream.rangeClosed(cursor + 1, last).boxed().toList());
        receive(b, stream, received);
      }
    } finally {
      parley.start(2);
    }
    assertThat(received).containsAllEntriesOf(promised).isEqualTo(outbox.acknowledged());
    assertThat(received.values()).containsExactlyElementsOf(outbox.texts());
    try (SocketClient b = bob.connect(parley.rest(2), Map.of())) {
      Talk.awaitTexts(b, stream, outbox.texts().size());
      assertThat(Talk.texts(b, stream)).isEqualTo(outbox.texts());
    }
  }

  @Test
  void thePeopleOfAKilledInstanceAreGoneForOthers(RunningParley parley) {
    Person alice = parley.newPerson(1);
    Person bob = parley.newPerson(2);
    String conversation = alice.conversationWith(bob);
    try (SocketClient a = alice.connect(Map.of())) {
      try (SocketClient b = bob.connect(Map.of())) {
        b.send(Map.of("type", "presence", "state", "active"));
        PresenceIT.show(a, conversation, bob);
        a.await("signal", signal -> signal.path("state").asText().equals("active"));
        parley.kill(2);
        assertThat(PresenceIT.gone(a, bob).has("state")).isFalse();
      } finally {
        parley.start(2);
      }
    }
  }

  @Test
  void aDeletionThatAKilledInstanceLeftIsBroughtToItsEndByTheOther(RunningParley parley)
      throws SQLException {
    Person ada = parley.newPerson(2);
    Person bob = parley.newPerson(2);
    List<String> groups = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      groups.add(ada.groupWith(bob));
    }
    parley.kill(1);
    boolean started = false;
    try (Connection database = parley.database()) {
      database.setAutoCommit(false);
      // The groups are left in the order of their ids: it stops at the last one.
      try (PreparedStatement lock =
          database.prepareStatement(
              "SELECT 1 FROM conversation_group WHERE conversation = ? FOR UPDATE")) {
        lock.setObject(1, UUID.fromString(groups.get(groups.size() - 1)));
        lock.executeQuery().close();
      }
      YourDataIT.delete(parley, 2, ada).expect(204);
      await()
          .until(
              () ->
                  YourDataIT.count(
                          parley,
                          "SELECT count(*) FROM conversation_member"
                              + " WHERE account = ? AND left_seq IS NULL",
                          UUID.fromString(ada.id()))
                      == 1);
      parley.start(1);
      started = true;
      parley.kill(2);
      database.rollback();
      YourDataIT.awaitErased(parley, ada);
    } finally {
      if (!started) {
        parley.start(1);
      }
      parley.start(2);
    }
    for (String group : groups) {
      assertThat(YourDataIT.conversation(bob, group).path("role").asText()).isEqualTo("owner");
    }
    BadRequestsIT.assertProblem(
        parley
            .rest(2)
            .post(
                "/api/auth/register",
                Map.of("username", ada.username(), "password", "four sober otters whistle")),
        409,
        "username-taken");
  }

  @Test
  void anAccountThatABackupBringsBackIsDeletedAgain(RunningParley parley) {
    Person ada = parley.newPerson(1);
    UUID id = UUID.fromString(ada.id());
    YourDataIT.sql(
        parley,
        "INSERT INTO sealing_personal_key (account, sealed) VALUES (?, NULL)"
            + " ON CONFLICT (account) DO UPDATE SET sealed = NULL",
        id);
    parley.stop(2);
    parley.start(2);
    await()
        .until(
            () ->
                YourDataIT.count(
                        parley,
                        "SELECT count(*) FROM account WHERE id = ? AND deleted_at IS NOT NULL",
                        id)
                    == 1);
    YourDataIT.awaitErased(parley, ada);
    BadRequestsIT.assertProblem(
        ada.rest().at(parley.url(2)).get("/api/account"), 401, "unauthenticated");
  }

  @Test
  void withoutTheBrokerMessagesArriveByTheLogAndWithItTheyAreLiveAgain(RunningParley parley) {
    Person alice = parley.newPerson(1);
    Person bob = parley.newPerson(2);
    String conversation = alice.conversationWith(bob);
    String stream = "c/" + conversation;
    try (SocketClient a = alice.connect(Map.of());
        SocketClient b = bob.connect(Map.of())) {
      await().untilAsserted(() -> assertThat(isLive(a, b, conversation)).isTrue());

      parley.killBroker();
      List<String> sent = new ArrayList<>();
      try {
        for (int i = 0; i < 20; i++) {
          sent.add("without the broker " + i);
          Talk.sent(a, conversation, sent.get(i));
        }
        b.awaitUntil(client -> Talk.texts(client, stream).containsAll(sent), "what was sent");
        acknowledgeAll(b, stream);
        acknowledgeAll(a, stream);
        assertThat(Talk.texts(b, stream)).doesNotHaveDuplicates().endsWith("without the broker 19");
        assertThat(history(bob, conversation)).containsAll(sent);
        for (int instance = 1; instance <= RunningParley.INSTANCES; instance++) {
          assertThat(parley.rest(instance).get("/health/ready").status()).isEqualTo(200);
        }
      } finally {
        parley.startBroker();
      }

      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() -> assertThat(isLive(a, b, conversation)).isTrue());
      assertThat(Talk.seqs(b, stream)).isSorted().doesNotHaveDuplicates();
    }
  }

  @Test
  void mailWaitsForItsServerAndForTheBrokerAndArrivesOnce(RunningParley parley)
      throws SQLException {
    Person alice = parley.newPerson(1);
    Person bob = parley.newPerson(2);
    String toAlice = alice.username() + "@example.org";
    String toBob = bob.username() + "@example.org";
    parley.killMail();
    try {
      alice.rest().put("/api/account/email", Map.of("email", toAlice)).expect(200);
      await().atMost(Duration.ofSeconds(60)).until(() -> mailsWaiting(parley, 2) == 1);
      parley.killBroker();
      try {
        bob.rest().put("/api/account/email", Map.of("email", toBob)).expect(200);
        parley.kill(2);
      } finally {
        parley.startBroker();
        parley.start(2);
      }
    } finally {
      parley.startMail();
    }
    for (String address : List.of(toAlice, toBob)) {
      MailBox.Mail mail =
          await()
              .atMost(Duration.ofSeconds(90))
              .until(() -> parley.mailBox().to(address), mails -> !mails.isEmpty())
              .get(0);
      parley.rest(1).post("/api/email-verifications", Map.of("token", mail.token())).expect(200);
    }
    await().until(() -> mailsWaiting(parley, 0) == 0);
    assertThat(parley.mailBox().to(toAlice)).hasSize(1);
    assertThat(parley.mailBox().to(toBob)).hasSize(1);
  }

  /** How many mails were tried so often, and wait. */
  private static int mailsWaiting(RunningParley parley, int attempts) throws SQLException {
    try (Connection database = parley.database();
        PreparedStatement count =
            database.prepareStatement(
                "SELECT count(*) FROM outgoing_mail WHERE outcome IS NULL AND attempts >= ?")) {
      count.setInt(1, attempts);
      try (ResultSet row = count.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  @Test
  void theSameKeyAtTheSameMomentOnBothInstancesIsOneMessage(RunningParley parley) {
    Person alice = parley.newPerson(1);
    Person bob = parley.newPerson(1);
    String conversation = alice.conversationWith(bob);
    // Without the broker neither instance learns of the other connection of this device.
    parley.killBroker();
    try (SocketClient one = alice.connect(parley.rest(1), Map.of());
        SocketClient two = alice.connect(parley.rest(2), Map.of())) {
      List<SocketClient> both = List.of(one, two);
      for (int round = 0; round < 20; round++) {
        String cid = Talk.cid();
        String text = "round " + round;
        List<JsonNode> answers =
            AtOnce.times(
                8,
                i -> {
                  SocketClient socket = both.get(i % 2);
                  socket.send(Talk.send(cid + i, cid, conversation, text));
                  return socket.answerTo(cid + i);
                });
        assertThat(answers).allMatch(answer -> answer.path("type").asText().equals("ok"));
        assertThat(answers.stream().map(answer -> answer.path("seq").asLong()).distinct())
            .as("the place of the message")
            .hasSize(1);
        assertThat(answers.stream().map(answer -> answer.path("at").asText()).distinct())
            .hasSize(1);
        assertThat(answers.stream().filter(answer -> !answer.path("dup").asBoolean()))
            .as("first results")
            .hasSize(1);
      }
      String cid = Talk.cid();
      List<JsonNode> purges =
          AtOnce.times(
              8,
              i -> {
                SocketClient socket = both.get(i % 2);
                socket.send(Talk.purge(cid + i, cid, conversation, 2, 3));
                return socket.answerTo(cid + i);
              });
      assertThat(purges).allMatch(answer -> answer.path("seq").asLong() == 22);
      assertThat(purges.stream().filter(answer -> !answer.path("dup").asBoolean()))
          .as("first purge")
          .hasSize(1);
    } finally {
      parley.startBroker();
    }
    assertThat(history(bob, conversation))
        .hasSize(20)
        .doesNotContain("round 0", "round 1")
        .containsSubsequence("", "", "round 2", "round 19");
  }

  @Test
  void afterARestoreEveryClientBeginsAnewAndKeepsItsOutbox(RunningParley parley)
      throws SQLException {
    Person alice = parley.newPerson(1);
    Person bob = parley.newPerson(2);
    String conversation = alice.conversationWith(bob);
    String stream = "c/" + conversation;
    String lost = Talk.cid();
    try (SocketClient a = alice.connect(Map.of());
        SocketClient b = bob.connect(Map.of())) {
      Talk.sent(a, conversation, "in the backup");
      a.send(Talk.send(lost, lost, conversation, "after the backup"));
      assertThat(a.answerTo(lost).path("seq").asLong()).isEqualTo(3);
      Talk.awaitTexts(b, stream, 2);
      String before = b.seen().get(0).path("generation").asText();

      // What a restored backup looks like, and what the operator does next.
      try (var connection = parley.database();
          var statement = connection.createStatement()) {
        connection.setAutoCommit(false);
        statement.execute(
            "DELETE FROM journal_entry WHERE seq = 3 AND stream_owner = '" + conversation + "'");
        statement.execute(
            "UPDATE journal_stream SET head = 2, head_hash = (SELECT hash FROM journal_entry"
                + " WHERE seq = 2 AND stream_owner = owner) WHERE owner = '"
                + conversation
                + "'");
        statement.execute("SELECT journal_begin_generation()");
        connection.commit();
      }

      for (SocketClient each : List.of(a, b)) {
        JsonNode bye = each.awaitByeAndClose();
        assertThat(bye.path("code").asInt()).isEqualTo(4450);
        assertThat(bye.path("resume").asBoolean()).isFalse();
      }
      try (SocketClient stale = SocketClient.open(parley.url(2))) {
        stale.send(bob.hello(bob.ticket()).put("generation", before));
        assertThat(stale.awaitByeAndClose().path("code").asInt()).isEqualTo(4450);
      }
    }
    try (SocketClient a = alice.connect(Map.of());
        SocketClient b = bob.connect(Map.of())) {
      Talk.awaitTexts(b, stream, 1);
      assertThat(Talk.texts(b, stream)).containsExactly("in the backup");
      a.send(Talk.send("again", lost, conversation, "after the backup"));
      assertThat(a.answerTo("again").path("dup").asBoolean()).isFalse();
      Talk.awaitTexts(b, stream, 2);
      assertThat(Talk.seqs(b, stream)).containsExactly(1L, 2L, 3L);
    }
  }

  @Test
  void whoIsAwayIsCalledOnceTheBrokerIsBackAlsoWhenTheInstanceThatKnewHasDied(RunningParley parley)
      throws Exception {
    Person alice = parley.newPerson(1);
    Person bob = parley.newPerson(1);
    Person carol = parley.newPerson(1);
    PushDevice bobsPhone = parley.pushService().newDevice();
    PushDevice carolsPhone = parley.pushService().newDevice();
    bob.rest().put("/api/push-subscription", bobsPhone.subscription()).expect(204);
    carol.rest().put("/api/push-subscription", carolsPhone.subscription()).expect(204);
    String withBob = alice.conversationWith(bob);
    String withCarol = alice.conversationWith(carol);
    parley.killBroker();
    try {
      try (SocketClient a = alice.connect(parley.rest(2), Map.of())) {
        Talk.sent(a, withBob, "while the broker is away");
      }
      parley.kill(2);
    } finally {
      parley.startBroker();
    }
    try {
      parley.pushService().awaitCalls(bobsPhone, 1);
      try (SocketClient a = alice.connect(parley.rest(1), Map.of())) {
        Talk.sent(a, withCarol, "afterwards");
      }
      parley.pushService().awaitCalls(carolsPhone, 1);
      assertThat(parley.pushService().calls(bobsPhone)).hasSize(1);
    } finally {
      parley.start(2);
    }
  }

  /** Whether several messages in a row arrive faster than a sweep of the log would bring them. */
  private static boolean isLive(SocketClient from, SocketClient to, String conversation) {
    String stream = "c/" + conversation;
    for (int i = 0; i < 5; i++) {
      long seq = Talk.sent(from, conversation, "live " + Talk.cid()).path("seq").asLong();
      long sent = System.nanoTime();
      to.awaitUntil(client -> Talk.seqs(client, stream).contains(seq), "entry " + seq);
      long tookMs = (System.nanoTime() - sent) / 1_000_000;
      to.send(Talk.ack(stream, seq));
      from.send(Talk.ack(stream, seq));
      if (tookMs > LIVE_WITHIN_MS) {
        return false;
      }
    }
    return true;
  }

  private static void acknowledgeAll(SocketClient socket, String stream) {
    List<Long> seqs = Talk.seqs(socket, stream);
    socket.send(Talk.ack(stream, seqs.get(seqs.size() - 1)));
  }

  private static void receive(SocketClient socket, String stream, Map<Long, String> into) {
    for (JsonNode entry : socket.entries(stream)) {
      if (entry.path("kind").asText().equals("message")) {
        into.put(entry.path("seq").asLong(), entry.path("body").asText());
      }
    }
  }

  private static List<String> history(Person who, String conversation) {
    RestClient.Answer page =
        who.rest().get("/api/conversations/" + conversation + "/entries?after=0&limit=200");
    return Talk.texts(page.expect(200).body().path("entries"));
  }
}
