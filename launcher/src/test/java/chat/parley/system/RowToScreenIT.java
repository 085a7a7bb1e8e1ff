package chat.parley.system;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.journal.EntryHash;
import chat.parley.journal.StreamId;
import chat.parley.testing.Person;
import chat.parley.testing.RestClient;
import chat.parley.testing.RunningParley;
import chat.parley.testing.SocketClient;
import chat.parley.testing.Talk;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What another program inserts by SQL appears in the chats, on every instance, in order. */
@ExtendWith(RunningParley.Extension.class)
class RowToScreenIT {

  private static final int EACH = 60;

  @Test
  void aRowAppearsOnTheSocketsOfBothInstancesAndOverRest(RunningParley parley) throws Exception {
    Person alice = parley.newPerson(1);
    Person bob = parley.newPerson(2);
    String conversation = alice.conversationWith(bob);
    String stream = "c/" + conversation;
    try (SocketClient a = alice.connect(Map.of());
        SocketClient b = bob.connect(Map.of());
        Connection database = parley.database()) {
      a.await("live", live -> live.path("stream").asText().equals(stream));
      b.await("live", live -> live.path("stream").asText().equals(stream));

      long first = send(database, conversation, alice.id(), "Your parcel \"7\" is here. ❤");
      long second = send(database, conversation, null, "The system goes down at six.");
      assertThat(List.of(first, second)).containsExactly(2L, 3L);

      for (SocketClient each : List.of(a, b)) {
        Talk.awaitTexts(each, stream, 2);
        assertThat(Talk.seqs(each, stream)).containsExactly(1L, 2L, 3L);
        requireChain(each, stream);
        JsonNode parcel = each.entries(stream).get(1);
        assertThat(words(parcel)).isEqualTo("Your parcel \"7\" is here. ❤");
        assertThat(parcel.path("by").asText()).isEqualTo(alice.id());
        assertThat(each.entries(stream).get(2).has("by")).isFalse();
      }
      JsonNode items =
          bob.rest()
              .get("/api/chat/messages?recipient=" + alice.username())
              .expect(200)
              .body()
              .path("items");
      assertThat(items.get(0).path("content").asText()).isEqualTo("Your parcel \"7\" is here. ❤");
      assertThat(items.get(1).has("senderId")).isFalse();
      awaitSealed(database, conversation);
      JsonNode stored =
          alice.rest().get("/api/conversations/" + conversation + "/entries").expect(200).body();
      assertThat(words(stored.path("entries").get(1))).isEqualTo("Your parcel \"7\" is here. ❤");
    }
  }

  @Test
  void peopleAndProgramsWriteAtOnceAndEverybodySeesOneOrder(RunningParley parley) throws Exception {
    Person alice = parley.newPerson(1);
    Person bob = parley.newPerson(2);
    String conversation = alice.conversationWith(bob);
    String stream = "c/" + conversation;
    try (SocketClient a = alice.connect(Map.of());
        SocketClient b = bob.connect(Map.of())) {
      List<CompletableFuture<Void>> writers =
          List.of(
              CompletableFuture.runAsync(() -> sendMany(parley, conversation, alice.id())),
              CompletableFuture.runAsync(() -> sendMany(parley, conversation, null)),
              CompletableFuture.runAsync(() -> talk(a, conversation)),
              CompletableFuture.runAsync(() -> talk(b, conversation)));
      long last = 1 + 4L * EACH;
      Talk.readAll(a, stream, 0, last);
      Talk.readAll(b, stream, 0, last);
      for (CompletableFuture<Void> writer : writers) {
        writer.get(60, TimeUnit.SECONDS);
      }
      for (SocketClient each : List.of(a, b)) {
        assertThat(Talk.seqs(each, stream))
            .isEqualTo(LongStream.rangeClosed(1, last).boxed().toList());
        requireChain(each, stream);
      }
      assertThat(Talk.texts(a, stream)).isEqualTo(Talk.texts(b, stream));
    }
  }

  private static void sendMany(RunningParley parley, String conversation, @Nullable String by) {
    try (Connection database = parley.database()) {
      for (int i = 0; i < EACH; i++) {
        send(database, conversation, by, "row " + i);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void talk(SocketClient socket, String conversation) {
    for (int i = 0; i < EACH; i++) {
      Talk.sent(socket, conversation, "frame " + i);
    }
  }

  private static long send(
      Connection database, String conversation, @Nullable String account, String text)
      throws SQLException {
    try (PreparedStatement call =
        database.prepareStatement("SELECT seq FROM parley_send(?, ?, ?)")) {
      call.setObject(1, UUID.fromString(conversation));
      call.setObject(2, account == null ? null : UUID.fromString(account));
      call.setString(3, text);
      try (ResultSet row = call.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** Every hash follows from the one before, as a client checks it. */
  private static void requireChain(SocketClient socket, String stream) {
    EntryHash previous = EntryHash.GENESIS;
    for (JsonNode entry : socket.entries(stream)) {
      previous =
          previous.next(
              StreamId.parse(stream),
              entry.path("seq").asLong(),
              entry.path("kind").asText(),
              entry.path("body").asText().getBytes(StandardCharsets.UTF_8));
      assertThat(entry.path("hash").asText()).isEqualTo(previous.toString());
    }
  }

  private static void awaitSealed(Connection database, String conversation) throws SQLException {
    try (PreparedStatement question =
        database.prepareStatement(
            "SELECT count(*) FROM journal_entry WHERE stream_owner = ? AND NOT sealed")) {
      question.setObject(1, UUID.fromString(conversation));
      long open;
      do {
        try (ResultSet row = question.executeQuery()) {
          row.next();
          open = row.getLong(1);
        }
      } while (open > 0);
    }
  }

  private static String words(JsonNode entry) throws JsonProcessingException {
    return RestClient.JSON.readTree(entry.path("body").asText()).path("text").asText();
  }
}
