package chat.parley.system;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.KeyedDevice;
import chat.parley.testing.RestClient.Answer;
import chat.parley.testing.RunningParley;
import chat.parley.testing.SocketClient;
import chat.parley.testing.Talk;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Reports of messages that the server cannot read. */
@ExtendWith(RunningParley.Extension.class)
class ReportsIT {

  private KeyedDevice ada;
  private KeyedDevice bob;
  private String group;

  @BeforeEach
  void twoPeopleInAnEncryptedGroup(RunningParley parley) {
    ada = KeyedDevice.of(parley.newPerson(1));
    bob = KeyedDevice.of(parley.newPerson(2));
    Map<String, Object> wish =
        Map.of("name", "Walks", "kind", "e2ee", "members", List.of(bob.person().id()));
    group = ada.person().rest().post("/api/groups", wish).expect(201).body().path("id").asText();
    ada.mls().create(group);
    ada.group(group).expect(204);
    ada.commit(group, ada.mls().commit(List.of(bob.mls().keyPackage())), bob).expect(200);
    ada.mls().adopt();
    bob.mls().enter(bob.welcome(group).expect(200).body().path("welcome").asText());
  }

  private long sent(String body) {
    String cid = Talk.cid();
    try (SocketClient socket = bob.person().connect(Map.of())) {
      Map<String, Object> frame = new HashMap<>(Talk.send(cid, cid, group, body));
      frame.put("epoch", 1);
      socket.send(frame);
      JsonNode answer = socket.answerTo(cid);
      assertThat(answer.path("type").asText()).as(answer.toString()).isEqualTo("ok");
      return answer.path("seq").asLong();
    }
  }

  private Answer report(UUID id, List<Long> seqs, Map<Long, String> revealed) {
    List<Map<String, Object>> texts =
        revealed.entrySet().stream()
            .map(each -> Map.<String, Object>of("seq", each.getKey(), "body", each.getValue()))
            .toList();
    return ada.person()
        .rest()
        .put(
            "/api/people/" + bob.person().id() + "/reports/" + id,
            Map.of("reason", "abuse", "conversation", group, "seqs", seqs, "revealed", texts));
  }

  private static String evidence(RunningParley parley, UUID id) throws SQLException {
    try (Connection database = parley.database();
        PreparedStatement select =
            database.prepareStatement(
                "SELECT evidence FROM moderation_report"
                    + " WHERE id = ?::uuid AND position('rude'::bytea IN told) = 0")) {
      select.setString(1, id.toString());
      try (ResultSet row = select.executeQuery()) {
        assertThat(row.next()).isTrue();
        return row.getString(1);
      }
    }
  }

  private String told(RunningParley parley, List<Long> seqs, Map<Long, String> revealed)
      throws SQLException {
    UUID id = UUID.randomUUID();
    report(id, seqs, revealed).expect(204);
    return evidence(parley, id);
  }

  @Test
  void whatIsRevealedIsAuthenticWhenItsAuthorHasCommittedHimselfToIt(RunningParley parley)
      throws SQLException {
    long rude = sent(bob.mls().protect("rude words"));
    long edited = sent(bob.mls().protect("very rude words"));
    assertThat(
            told(
                parley,
                List.of(rude, edited),
                Map.of(rude, "rude words", edited, "very rude words")))
        .isEqualTo("AUTHENTIC");
    assertThat(told(parley, List.of(rude), Map.of(rude, "ruder words"))).isEqualTo("UNPROVEN");
    assertThat(told(parley, List.of(rude, edited), Map.of(rude, "rude words", edited, "no")))
        .isEqualTo("UNPROVEN");
    long lie = sent(bob.mls().protect("rude words", "kind words"));
    assertThat(told(parley, List.of(lie), Map.of(lie, "rude words"))).isEqualTo("UNPROVEN");
    assertThat(told(parley, List.of(), Map.of())).isEqualTo("NONE");
  }

  @Test
  void whatIsEncryptedIsReportedByWhoeverCanSayWhatItSays() {
    long rude = sent(bob.mls().protect("rude words"));
    report(UUID.randomUUID(), List.of(rude), Map.of()).expect(400);
    report(UUID.randomUUID(), List.of(), Map.of(rude, "rude words")).expect(400);
    report(UUID.randomUUID(), List.of(rude), Map.of(rude, "x".repeat(70_000))).expect(400);
    report(UUID.randomUUID(), List.of(rude + 9), Map.of(rude + 9, "rude words")).expect(400);
  }
}
