package chat.parley.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.keys.MlsDevice;
import chat.parley.testing.AtOnce;
import chat.parley.testing.KeyedDevice;
import chat.parley.testing.Patient;
import chat.parley.testing.Person;
import chat.parley.testing.RestClient;
import chat.parley.testing.RestClient.Answer;
import chat.parley.testing.RunningParley;
import chat.parley.testing.SocketClient;
import chat.parley.testing.Talk;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The key of an account, recovery and backups, on two instances. */
@Patient
@ExtendWith(RunningParley.Extension.class)
class BackupIT {

  private static final String KEY = "/api/account-key";
  private static final String SEALED = "AAECAwQFBgcICQ";

  private KeyedDevice alice;
  private KeyedDevice bob;
  private Person carol;
  private String group;

  @BeforeEach
  void aGroupInWhichTwoTalk(RunningParley parley) {
    alice = KeyedDevice.of(parley.newPerson(1));
    bob = KeyedDevice.of(parley.newPerson(2));
    carol = parley.newPerson(2);
    group =
        alice
            .person()
            .rest()
            .post(
                "/api/groups",
                Map.of("name", "Walks", "kind", "e2ee", "members", List.of(bob.person().id())))
            .expect(201)
            .body()
            .path("id")
            .asText();
    alice.mls().create(group);
    MlsDevice.Commit first = alice.mls().commit(List.of(bob.mls().keyPackage()));
    alice.commit(group, first, bob).expect(200);
    alice.mls().adopt();
    bob.mls().enter(bob.welcome(group).expect(200).body().path("welcome").asText());
  }

  private static String key() {
    byte[] bytes = new byte[32];
    ThreadLocalRandom.current().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The person gets a key for the account. */
  private static String keyOf(Person person) {
    String key = key();
    person.rest().put(KEY, Map.of("key", key)).expect(204);
    return key;
  }

  private long says(KeyedDevice by, String text, Map<String, Object> more) {
    try (SocketClient socket = by.person().connect(Map.of())) {
      String cid = Talk.cid();
      Map<String, Object> frame = new HashMap<>(Talk.send(cid, cid, group, by.mls().protect(text)));
      frame.put("epoch", 1);
      frame.putAll(more);
      socket.send(frame);
      JsonNode ok = socket.answerTo(cid);
      assertThat(ok.path("type").asText()).as(ok.toString()).isEqualTo("ok");
      return ok.path("seq").asLong();
    }
  }

  private long says(KeyedDevice by, String text) {
    return says(by, text, Map.of());
  }

  private String path() {
    return "/api/conversations/" + group + "/backup";
  }

  private Answer keep(RestClient by, String key, long... seqs) {
    List<Map<String, Object>> entries = new ArrayList<>();
    for (long seq : seqs) {
      entries.add(Map.of("seq", seq, "sealed", SEALED));
    }
    return by.put(path(), Map.of("key", key, "entries", entries));
  }

  private List<Long> kept(RestClient by, String query) {
    List<Long> seqs = new ArrayList<>();
    by.get(path() + query)
        .expect(200)
        .body()
        .path("entries")
        .forEach(entry -> seqs.add(entry.path("seq").asLong()));
    return seqs;
  }

  private long rows(RunningParley parley, Person person) {
    return YourDataIT.count(
        parley,
        "SELECT count(*) FROM history_backup WHERE account = ?",
        UUID.fromString(person.id()));
  }

  private static void letTheProofAge(RunningParley parley, Person person) {
    YourDataIT.sql(
        parley,
        "UPDATE session SET proven_at = proven_at - interval '11 minutes' WHERE id = ?",
        UUID.fromString(person.session()));
  }

  private static Map<String, Object> method(String key, String kind, String handle) {
    Map<String, Object> wish = new HashMap<>();
    wish.put("key", key);
    wish.put("kind", kind);
    wish.put("sealedRoot", SEALED);
    if (handle != null) {
      wish.put("handle", handle);
    }
    return wish;
  }

  private static Answer put(RestClient by, UUID id, Map<String, Object> wish) {
    return by.put(KEY + "/methods/" + id, wish);
  }

  @Test
  void ofSeveralDevicesThatRegisterAKeyAtOnceTheFirstWinsOverTheInstances(RunningParley parley) {
    Person person = alice.person();
    person.rest().get(KEY).expect(204);
    List<String> keys = IntStream.range(0, 6).mapToObj(i -> key()).toList();

    List<Answer> answers =
        AtOnce.times(
            6, i -> person.rest().at(parley.url(1 + i % 2)).put(KEY, Map.of("key", keys.get(i))));

    String winner = person.rest().get(KEY).expect(200).body().path("key").asText();
    assertThat(answers.get(keys.indexOf(winner)).status()).isEqualTo(204);
    assertThat(answers.stream().filter(each -> each.status() == 204)).hasSize(1);
    assertThat(answers.stream().filter(each -> each.status() != 204))
        .allMatch(each -> each.problem().equals("account-key-exists"));
    for (int instance = 1; instance <= 2; instance++) {
      RestClient rest = person.rest().at(parley.url(instance));
      rest.put(KEY, Map.of("key", winner)).expect(204);
      rest.put(KEY, Map.of("key", "AAAA")).expect(400);
    }
  }

  @Test
  void theOtherDevicesHearOfTheKeyAndOfEveryWayToIt(RunningParley parley) {
    Person person = alice.person();
    try (SocketClient socket = person.signInAgain(parley.rest(2)).connect(Map.of())) {
      String key = keyOf(person);
      socket.awaitUntil(
          client ->
              client.entries("u/" + person.id()).stream()
                  .anyMatch(
                      entry ->
                          entry.path("kind").asText().equals("account-key.changed")
                              && entry.path("body").asText().equals("{\"key\":\"" + key + "\"}")),
          "news of the key");
    }
  }

  @Test
  void waysOfRecoveryAreKeptReplacedAndRemoved(RunningParley parley) {
    Person person = alice.person();
    RestClient rest = person.rest();
    UUID id = UUID.randomUUID();
    assertThat(put(rest, id, method(key(), "key", null)).expect(409).problem())
        .isEqualTo("account-key-changed");
    String key = keyOf(person);
    put(rest, id, method(key, "key", null)).expect(204);
    put(rest, id, method(key, "key", null)).expect(204);
    String wallet = "0x" + "aB".repeat(20);
    put(rest, UUID.randomUUID(), method(key, "wallet", wallet)).expect(204);
    put(rest, UUID.randomUUID(), method(key, "passkey", "AAECAw")).expect(204);
    for (Map<String, Object> bad :
        List.of(
            method(key, "key", "x"),
            method(key, "wallet", null),
            method(key, "wallet", "0x12"),
            method(key, "passkey", null),
            method(key, "passkey", "not base64url!"),
            method(key, "blood", null))) {
      put(rest, UUID.randomUUID(), bad).expect(400);
    }
    assertThat(put(rest, id, method(key, "wallet", wallet.replace('a', 'b'))).status())
        .as("the id of something else")
        .isEqualTo(400);
    assertThat(put(bob.person().rest(), id, method(keyOf(bob.person()), "key", null)).status())
        .as("somebody else's id")
        .isEqualTo(400);

    letTheProofAge(parley, person);
    UUID other = UUID.randomUUID();
    assertThat(put(rest, other, method(key, "key", null)).expect(403).problem())
        .isEqualTo("reauthentication-needed");
    assertThat(rest.delete(KEY + "/methods/" + id).expect(403).problem())
        .isEqualTo("reauthentication-needed");
    rest.post("/api/account/proofs/password", Map.of("password", person.password())).expect(204);
    put(rest, other, method(key, "key", null)).expect(204);
    JsonNode ways = person.rest().at(parley.url(2)).get(KEY).expect(200).body().path("methods");
    assertThat(ways).hasSize(3);
    assertThat(ways.path(2).path("id").asText()).isEqualTo(other.toString());
    assertThat(ways.path(0).path("handle").asText()).isEqualTo(wallet);
    assertThat(ways.path(2).path("sealedRoot").asText()).isEqualTo(SEALED);
    bob.person().rest().delete(KEY + "/methods/" + other).expect(404);
    rest.delete(KEY + "/methods/" + other).expect(204);
    rest.delete(KEY + "/methods/" + other).expect(404);
    for (int i = 0; i < 8; i++) {
      put(rest, UUID.randomUUID(), method(key, "passkey", "AAE" + (char) ('B' + 3 * i)))
          .expect(204);
    }
    assertThat(put(rest, UUID.randomUUID(), method(key, "passkey", "BBBB")).expect(403).problem())
        .isEqualTo("too-many-recovery-methods");
  }

  @Test
  void whatWasReadIsKeptOnceAndGivenInPages(RunningParley parley) {
    Person person = alice.person();
    String key = keyOf(person);
    long[] seqs = new long[7];
    for (int i = 0; i < seqs.length; i++) {
      seqs[i] = says(i % 2 == 0 ? alice : bob, "message " + i);
    }
    assertThat(keep(person.rest(), key(), seqs).expect(409).problem())
        .isEqualTo("account-key-changed");
    AtOnce.times(4, i -> keep(person.rest().at(parley.url(1 + i % 2)), key, seqs).expect(204));
    // What is there stays.
    person
        .rest()
        .put(
            path(),
            Map.of("key", key, "entries", List.of(Map.of("seq", seqs[0], "sealed", "BBBB"))))
        .expect(204);

    RestClient other = person.signInAgain(parley.rest(2)).rest();
    List<Long> all = IntStream.range(0, 7).mapToObj(i -> seqs[i]).toList();
    assertThat(kept(other, "")).isEqualTo(all);
    assertThat(kept(other, "?limit=3")).isEqualTo(all.subList(4, 7));
    assertThat(kept(other, "?limit=3&before=" + seqs[4])).isEqualTo(all.subList(1, 4));
    assertThat(kept(other, "?limit=2&after=" + seqs[1])).isEqualTo(all.subList(2, 4));
    assertThat(kept(other, "?after=" + seqs[1] + "&before=" + seqs[3]))
        .isEqualTo(all.subList(2, 3));
    JsonNode page = other.get(path() + "?limit=6").expect(200).body();
    assertThat(page.path("more").asBoolean()).isTrue();
    assertThat(other.get(path()).expect(200).body().path("more").asBoolean()).isFalse();
    assertThat(other.get(path() + "?limit=1").body().at("/entries/0/sealed").asText())
        .isEqualTo(SEALED);
    assertThat(other.get(path()).body().at("/entries/0/sealed").asText()).isEqualTo(SEALED);
    for (String bad : List.of("?limit=0", "?limit=501", "?after=-1", "?before=x")) {
      other.get(path() + bad).expect(400);
    }
    assertThat(kept(bob.person().rest(), "")).as("each has his own").isEmpty();
  }

  @Test
  void aPageIsNotLongerThanItMayBe() {
    Person person = alice.person();
    String key = keyOf(person);
    String large = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[60_000]);
    for (int batch = 0; batch < 2; batch++) {
      List<Map<String, Object>> entries = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        entries.add(Map.of("seq", says(alice, "message " + i), "sealed", large));
      }
      person.rest().put(path(), Map.of("key", key, "entries", entries)).expect(204);
    }
    List<Long> first = kept(person.rest(), "?after=0");
    assertThat(first).hasSize(18);
    assertThat(kept(person.rest(), "?after=" + first.get(17))).hasSize(6);
    assertThat(kept(person.rest(), "")).hasSize(18);
  }

  @Test
  void nothingIsKeptThatIsNoMessageOrThatTheAccountMayNotRead(RunningParley parley) {
    Person person = alice.person();
    String key = keyOf(person);
    long before = says(alice, "before she came");
    person
        .rest()
        .post("/api/conversations/" + group + "/members", Map.of("accounts", List.of(carol.id())))
        .expect(200);
    long during = says(bob, "while she was here");
    String keyOfCarol = keyOf(carol);
    keep(carol.rest(), keyOfCarol, 1, before, during, during + 50).expect(204);
    assertThat(kept(carol.rest(), "")).containsExactly(during);

    person.rest().delete("/api/conversations/" + group + "/members/" + carol.id()).expect(204);
    // Nobody speaks before a commit has followed who is in the group; this one is by SQL alone.
    YourDataIT.sql(
        parley,
        "UPDATE mls_group SET stale = false WHERE conversation = ?",
        UUID.fromString(group));
    long after = says(bob, "after she had gone");
    keep(carol.rest(), keyOfCarol, during, after).expect(204);
    assertThat(kept(carol.rest(), "")).as("a former member has hers").containsExactly(during);
    assertThat(rows(parley, carol)).isEqualTo(1);

    Person eve = parley.newPerson(1);
    keep(eve.rest(), keyOf(eve), before).expect(404);
    eve.rest().get(path()).expect(404);
    String sealed = person.conversationWith(carol);
    person.rest().get("/api/conversations/" + sealed + "/backup").expect(404);
    RestClient rest = person.rest();
    assertThat(rest.put(path(), Map.of("key", key, "entries", List.of())).status()).isEqualTo(400);
    assertThat(
            rest.put(
                    path(),
                    Map.of(
                        "key",
                        key,
                        "entries",
                        Collections.nCopies(201, Map.of("seq", 1, "sealed", "AAAA"))))
                .status())
        .isEqualTo(400);
    for (String bad : List.of("", "=", "A", "A".repeat(87_384))) {
      rest.put(path(), Map.of("key", key, "entries", List.of(Map.of("seq", before, "sealed", bad))))
          .expect(400);
    }
  }

  @Test
  void whatIsErasedOrDisappearsGoesFromAllBackupsAndDoesNotComeBack(RunningParley parley) {
    String keyOfAlice = keyOf(alice.person());
    String keyOfBob = keyOf(bob.person());
    long stays = says(alice, "stays");
    long erased = says(alice, "erased");
    long fleeting = says(alice, "fleeting", Map.of("expiresIn", 5));
    keep(alice.person().rest(), keyOfAlice, stays, erased, fleeting).expect(204);
    keep(bob.person().rest(), keyOfBob, stays, erased, fleeting).expect(204);

    try (SocketClient socket = alice.person().connect(Map.of())) {
      socket.send(Talk.purge("p", Talk.cid(), group, erased));
      assertThat(socket.answerTo("p").path("type").asText()).isEqualTo("ok");
    }
    assertThat(kept(bob.person().rest(), "")).doesNotContain(erased);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              assertThat(rows(parley, alice.person())).isEqualTo(1);
              assertThat(rows(parley, bob.person())).isEqualTo(1);
            });
    keep(bob.person().rest(), keyOfBob, stays, erased, fleeting).expect(204);
    assertThat(kept(bob.person().rest(), "")).containsExactly(stays);
  }

  @Test
  void whatIsKeptWhileItIsErasedIsErased(RunningParley parley) {
    String key = keyOf(alice.person());
    int rounds = 12;
    List<Long> seqs = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      seqs.add(says(alice, "message " + i));
    }
    // So many do not sign in at once: passwords are checked a few at a time.
    List<Person> devices =
        IntStream.range(0, rounds)
            .mapToObj(i -> alice.person().signInAgain(parley.rest(1 + i % 2)))
            .toList();
    AtOnce.times(
        2 * rounds,
        i -> {
          long seq = seqs.get(i / 2);
          if (i % 2 == 0) {
            return keep(alice.person().rest().at(parley.url(1 + i / 2 % 2)), key, seq).expect(204);
          }
          try (SocketClient socket = devices.get(i / 2).connect(Map.of())) {
            socket.send(Talk.purge("p", Talk.cid(), group, seq));
            return socket.answerTo("p");
          }
        });
    assertThat(rows(parley, alice.person())).isZero();
  }

  @Test
  void whoBeginsAnewLosesBackupAndWaysAndHasProvenWhoHeIs(RunningParley parley) {
    Person person = alice.person();
    String key = keyOf(person);
    put(person.rest(), UUID.randomUUID(), method(key, "key", null)).expect(204);
    long seq = says(alice, "hello");
    keep(person.rest(), key, seq).expect(204);
    String next = key();
    Map<String, Object> wish = Map.of("key", next, "replaces", key);
    assertThat(person.rest().put(KEY, Map.of("key", next, "replaces", key())).expect(409).problem())
        .isEqualTo("account-key-exists");
    letTheProofAge(parley, person);
    assertThat(person.rest().put(KEY, wish).expect(403).problem())
        .isEqualTo("reauthentication-needed");
    assertThat(rows(parley, person)).isEqualTo(1);
    person
        .rest()
        .post("/api/account/proofs/password", Map.of("password", person.password()))
        .expect(204);
    person.rest().put(KEY, wish).expect(204);
    person.rest().put(KEY, wish).expect(204);

    JsonNode now = person.rest().at(parley.url(2)).get(KEY).expect(200).body();
    assertThat(now.path("key").asText()).isEqualTo(next);
    assertThat(now.path("methods")).isEmpty();
    assertThat(rows(parley, person)).isZero();
    assertThat(keep(person.rest(), key, seq).expect(409).problem())
        .isEqualTo("account-key-changed");
  }

  @Test
  void tooMuchForADayIsRefused(RunningParley parley) {
    Person person = alice.person();
    String key = keyOf(person);
    long seq = says(alice, "hello");
    String large = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[65_536]);
    List<Map<String, Object>> entries =
        Collections.nCopies(11, Map.of("seq", (Object) seq, "sealed", large));
    int batches = 256 * 1024 / (11 * 64 + 1) + 1;

    List<Integer> answers = new ArrayList<>();
    for (int i = 0; i < batches + 1; i++) {
      answers.add(
          person
              .rest()
              .at(parley.url(1 + i % 2))
              .put(path(), Map.of("key", key, "entries", entries))
              .status());
    }
    assertThat(answers.subList(0, batches - 1)).containsOnly(204);
    assertThat(answers.get(batches)).isEqualTo(429);
    assertThat(kept(person.rest(), "")).containsExactly(seq);
  }

  @Test
  void anExportSaysWhatIsKeptWithoutItsSecretsAndADeletionErasesIt(RunningParley parley) {
    Person person = bob.person();
    String key = keyOf(person);
    put(person.rest(), UUID.randomUUID(), method(key, "passkey", "AAECAw")).expect(204);
    keep(person.rest(), key, says(alice, "hello")).expect(204);
    Map<String, byte[]> files = YourDataIT.export(parley.url(1), person);
    String told =
        new String(files.get("account-key.json"), StandardCharsets.UTF_8)
            + new String(files.get("recovery-methods.json"), StandardCharsets.UTF_8)
            + new String(files.get("backup.json"), StandardCharsets.UTF_8);
    assertThat(told).contains(group, "passkey", "AAECAw").doesNotContain(SEALED);

    YourDataIT.delete(parley, 2, person).expect(204);

    YourDataIT.awaitErased(parley, person);
    assertThat(rows(parley, person)).isZero();
    assertThat(
            YourDataIT.count(
                parley,
                "SELECT (SELECT count(*) FROM account_key WHERE account = ?)"
                    + " + (SELECT count(*) FROM recovery_method WHERE account = ?)",
                UUID.fromString(person.id()),
                UUID.fromString(person.id())))
        .isZero();
  }
}
