package chat.parley.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.testing.BesideTheOthers;
import chat.parley.testing.Committers;
import chat.parley.testing.Person;
import chat.parley.testing.RestClient;
import chat.parley.testing.RunningParley;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many who change a group at once, with the encryption of the web app, while instances die. */
@BesideTheOthers
@ExtendWith(RunningParley.OfItsOwn.class)
class CommittersIT {

  /** The first instance, then the other one: one of them always lives. */
  private static final int KILLS = 2;

  /** So many epochs begin before a blow, and after it before the instance comes back. */
  private static final int EPOCHS = 3;

  /** A commit that somebody was promised, or that was kept: the epoch is the one it begins. */
  private record Commit(long epoch, long seq, UUID device, UUID cid) {}

  @Test
  void ofTwentyWhoCommitAtOnceOneWinsEachEpochWhileInstancesDieAndTheGroupGoesOn(
      RunningParley parley, TestReporter reporter) throws Exception {
    Person witness = parley.newPerson(1);
    UUID group;
    JsonNode report;
    try (Committers committers = Committers.start(parley, witness)) {
      group = committers.group();
      for (int blow = 0; blow < KILLS; blow++) {
        int instance = 1 + blow % RunningParley.INSTANCES;
        awaitEpochs(parley, committers, group);
        parley.kill(instance);
        try {
          awaitEpochs(parley, committers, group);
        } finally {
          parley.start(instance);
        }
      }
      awaitEpochs(parley, committers, group);
      report = committers.end();
    }
    reporter.publishEntry(figures(report));

    List<Commit> kept = kept(parley, group);
    assertThat(promised(report)).isEqualTo(kept);
    assertThat(kept.stream().map(Commit::device).distinct().count())
        .as("how many of them were first at least once")
        .isGreaterThan(5);
    long last = epoch(parley, group);
    assertThat(kept).hasSize((int) last);
    assertThat(report.path("epoch").asLong()).isEqualTo(last);
    for (int instance = 1; instance <= RunningParley.INSTANCES; instance++) {
      assertThat(ended(witness.rest().at(parley.url(instance)), group))
          .as("the epochs that instance %d tells of", instance)
          .isEqualTo(LongStream.range(0, last).boxed().toList());
    }
    // And enough has happened for that to mean something.
    assertThat(last).isGreaterThanOrEqualTo((2 * KILLS + 1) * EPOCHS);
    assertThat(report.path("late").asLong()).isGreaterThan(last);
  }

  private static Map<String, String> figures(JsonNode report) {
    Map<String, String> figures = new TreeMap<>();
    report
        .path("granted")
        .forEach(
            commit ->
                figures.merge(
                    "commits accepted: " + commit.path("kind").asText(),
                    "1",
                    (before, one) -> String.valueOf(Integer.parseInt(before) + 1)));
    figures.put("commits accepted", String.valueOf(report.path("granted").size()));
    figures.put("commits refused as late", report.path("late").asText());
    figures.put("requests broken off", report.path("brokenOff").asText());
    figures.put("kills", String.valueOf(KILLS));
    return figures;
  }

  private static void awaitEpochs(RunningParley parley, Committers committers, UUID group) {
    long before = epoch(parley, group);
    await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () -> {
              committers.requireAtWork();
              return epoch(parley, group) >= before + EPOCHS;
            });
  }

  private static long epoch(RunningParley parley, UUID group) {
    return YourDataIT.count(parley, "SELECT epoch FROM mls_group WHERE conversation = ?", group);
  }

  /** The commits in the log, which begin one epoch after the other if all is well. */
  private static List<Commit> kept(RunningParley parley, UUID group) throws SQLException {
    try (Connection database = parley.database();
        PreparedStatement select =
            database.prepareStatement(
                "SELECT seq, device, cid FROM journal_entry WHERE stream_kind = 'c'"
                    + " AND stream_owner = ? AND kind = 'mls.commit' ORDER BY seq")) {
      select.setObject(1, group);
      List<Commit> commits = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          commits.add(
              new Commit(
                  commits.size() + 1,
                  row.getLong(1),
                  row.getObject(2, UUID.class),
                  row.getObject(3, UUID.class)));
        }
      }
      return commits;
    }
  }

  private static List<Commit> promised(JsonNode report) {
    return StreamSupport.stream(report.path("granted").spliterator(), false)
        .map(
            each ->
                new Commit(
                    each.path("epoch").asLong(),
                    each.path("seq").asLong(),
                    UUID.fromString(each.path("device").asText()),
                    UUID.fromString(each.path("cid").asText())))
        .sorted(Comparator.comparingLong(Commit::seq))
        .toList();
  }

  /** The epochs that were ended, in the order of the log. */
  private static List<Long> ended(RestClient witness, UUID group) throws JsonProcessingException {
    List<Long> epochs = new ArrayList<>();
    JsonNode page;
    long after = 0;
    do {
      String path = "/api/conversations/" + group + "/entries?limit=100&after=" + after;
      page = witness.get(path).expect(200).body();
      for (JsonNode entry : page.path("entries")) {
        after = entry.path("seq").asLong();
        if (entry.path("kind").asText().equals("mls.commit")) {
          JsonNode body = RestClient.JSON.readTree(entry.path("body").asText());
          epochs.add(body.path("epoch").asLong());
        }
      }
    } while (page.path("more").asBoolean());
    return epochs;
  }
}
