package chat.parley.system;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.keys.MlsDevice;
import chat.parley.testing.AtOnce;
import chat.parley.testing.KeyedDevice;
import chat.parley.testing.Person;
import chat.parley.testing.RestClient;
import chat.parley.testing.RunningParley;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Keys of devices and KeyPackages, on two instances. */
@ExtendWith(RunningParley.Extension.class)
class KeysIT {

  private static final long DAY = 24 * 60 * 60;

  private Person alice;
  private Person bob;
  private String conversation;

  @BeforeEach
  void twoPeople(RunningParley parley) {
    alice = parley.newPerson(1);
    bob = parley.newPerson(2);
    alice.conversationWith(bob);
    conversation = opened("e2ee");
  }

  private String opened(String kind) {
    return alice
        .rest()
        .post("/api/conversations", Map.of("member", bob.id(), "kind", kind))
        .body()
        .path("id")
        .asText();
  }

  private RestClient.Answer claim(RestClient by, String... people) {
    return by.post(
        "/api/conversations/" + conversation + "/key-packages/claims",
        Map.of("people", List.of(people)));
  }

  private static List<String> given(RestClient.Answer answer) {
    List<String> given = new ArrayList<>();
    answer
        .expect(200)
        .body()
        .path("items")
        .forEach(each -> given.add(each.path("keyPackage").asText()));
    return given;
  }

  @Test
  void twoPeopleHaveOneConversationOfEachKind() {
    JsonNode again =
        bob.rest()
            .post("/api/conversations", Map.of("member", alice.id(), "kind", "e2ee"))
            .expect(200)
            .body();
    assertThat(again.path("id").asText()).isEqualTo(conversation);
    assertThat(again.path("kind").asText()).isEqualTo("e2ee");
    assertThat(opened("sealed")).isNotEqualTo(conversation);
  }

  @Test
  void eachKeyPackageIsGivenOnceOverTwoInstancesAndThenTheLastResort(RunningParley parley) {
    KeyedDevice keyed = KeyedDevice.of(bob);
    List<String> published = Stream.generate(keyed.mls()::keyPackage).limit(8).toList();
    String last = keyed.mls().keyPackage();
    Map<String, Object> wish = Map.of("keyPackages", published, "lastResort", last);
    for (int i = 0; i < 2; i++) {
      JsonNode stored = bob.rest().post("/api/key-packages", wish).expect(201).body();
      assertThat(stored.path("available").asInt()).isEqualTo(8);
      assertThat(stored.path("lastResort").asBoolean()).isTrue();
    }

    List<List<String>> claims =
        AtOnce.times(
            8, i -> given(claim(alice.rest().at(parley.rest(1 + i % 2).base()), bob.id())));

    assertThat(claims).allMatch(each -> each.size() == 1);
    assertThat(claims.stream().flatMap(List::stream))
        .containsExactlyInAnyOrderElementsOf(published);
    assertThat(given(claim(alice.rest(), bob.id()))).containsExactly(last);
    assertThat(given(claim(alice.rest(), bob.id(), alice.id()))).containsExactly(last);
    JsonNode left = bob.rest().get("/api/key-packages").expect(200).body();
    assertThat(left.path("available").asInt()).isZero();
    assertThat(left.path("lastResort").asBoolean()).isTrue();
  }

  @Test
  void oneOfEveryDeviceIsGivenButTheCallersOwn(RunningParley parley) {
    KeyedDevice first = KeyedDevice.of(bob);
    KeyedDevice second = KeyedDevice.of(bob.signInAgain(parley.rest(1)));
    KeyedDevice own = KeyedDevice.of(alice);
    Stream.of(first, second, own).forEach(each -> each.publish(2).expect(201));

    JsonNode items = claim(alice.rest(), bob.id(), alice.id()).expect(200).body().path("items");

    Set<String> devices = new HashSet<>();
    items.forEach(each -> devices.add(each.path("device").asText()));
    assertThat(devices)
        .containsExactlyInAnyOrder(first.person().device(), second.person().device());
    JsonNode listed =
        alice
            .rest()
            .get("/api/conversations/" + conversation + "/devices")
            .expect(200)
            .body()
            .path("items");
    assertThat(listed).hasSize(3);
    assertThat(listed)
        .allMatch(each -> !each.has("name") || each.path("account").asText().equals(alice.id()));
  }

  @Test
  void strangersAndSealedConversationsGetNothing(RunningParley parley) {
    Person eve = parley.newPerson(1);
    KeyedDevice.of(bob).publish(1).expect(201);
    assertThat(claim(eve.rest(), bob.id()).expect(404).problem()).isEqualTo("not-found");
    assertThat(claim(alice.rest(), bob.id(), eve.id()).expect(404).problem())
        .isEqualTo("not-found");
    alice
        .rest()
        .post(
            "/api/conversations/" + opened("sealed") + "/key-packages/claims",
            Map.of("people", List.of(bob.id())))
        .expect(404);
    assertThat(claim(alice.rest()).status()).isEqualTo(400);
    assertThat(given(claim(alice.rest(), bob.id()))).hasSize(1);
  }

  @Test
  void whatIsNoGoodKeyPackageOfThisDeviceIsRefusedAndNoneIsKept(RunningParley parley) {
    assertThat(new KeyedDevice(bob, MlsDevice.of(bob.id(), bob.device())).publish(1).problem())
        .isEqualTo("device-key-needed");
    KeyedDevice keyed = KeyedDevice.of(bob);
    MlsDevice mls = keyed.mls();
    long now = Instant.now().getEpochSecond();
    byte[] broken = Base64.getUrlDecoder().decode(mls.keyPackage());
    broken[broken.length - 1] ^= 1;
    byte[] huge = new byte[9];
    System.arraycopy(broken, 0, huge, 0, 6);
    huge[6] = (byte) 0xbf;
    List<String> bad =
        List.of(
            text(broken),
            text(huge),
            mls.as(bob.id(), alice.device()).keyPackage(),
            mls.as(alice.id(), bob.device()).keyPackage(),
            MlsDevice.of(bob.id(), bob.device()).keyPackage(),
            mls.keyPackage(now - 2 * DAY, now - DAY),
            mls.keyPackage(now, now + 91 * DAY),
            mls.keyPackage(0, -1));
    for (String each : bad) {
      RestClient.Answer answer = keyed.publish(List.of(mls.keyPackage(), each)).expect(422);
      assertThat(answer.problem()).isEqualTo("key-package-invalid");
      assertThat(answer.body().path("errors").path(0).path("pointer").asText())
          .isEqualTo("/keyPackages/1");
    }
    for (String each : List.of("", "=", "AA==", "A", "not base64url!", "A".repeat(6_000))) {
      keyed.publish(List.of(each)).expect(400);
    }
    assertThat(keyed.publish(List.of()).expect(201).body().path("available").asInt()).isZero();
    keyed.publish(100).expect(201);
    assertThat(keyed.publish(1).expect(403).problem()).isEqualTo("too-many-key-packages");
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Test
  void anotherKeyDropsWhatWasForTheFormerAndSignOutDropsTheKey(RunningParley parley)
      throws SQLException {
    Person second = bob.signInAgain(parley.rest(1));
    KeyedDevice keyed = KeyedDevice.of(second);
    keyed.publish(3).expect(201);
    keyed.register().expect(204);
    assertThat(stored(keyed)).as("the same key changes nothing").isEqualTo(3);
    KeyedDevice renewed = KeyedDevice.of(second);
    assertThat(stored(renewed)).isZero();
    assertThat(keyed.publish(1).problem()).isEqualTo("key-package-invalid");
    renewed.publish(2).expect(201);

    bob.rest().delete("/api/sessions/" + second.session()).expect(204);

    assertThat(kept(parley, second)).isZero();
    assertThat(given(claim(alice.rest(), bob.id()))).isEmpty();
  }

  @Test
  void aSessionThatOnlyExpiresLeavesTheKeyAndWhatIsLeftOfAnOldOneDoesNotKeepIt(RunningParley parley)
      throws SQLException {
    Person second = bob.signInAgain(parley.rest(1));
    KeyedDevice keyed = KeyedDevice.of(second);
    keyed.publish(2).expect(201);
    // As the sweep does long after its time.
    execute(parley, "DELETE FROM session WHERE id = ?::uuid", second.session());
    assertThat(kept(parley, second)).as("the key and its KeyPackages").isEqualTo(3);

    // Another session of the same device, older than the one that is ended, and expired unseen.
    Person third = bob.signInAgain(parley.rest(2));
    KeyedDevice.of(third).publish(2).expect(201);
    execute(
        parley,
        "INSERT INTO session (id, account_id, device_id, method, created_at, last_seen_at,"
            + " expires_at) SELECT gen_random_uuid(), account_id, device_id, method,"
            + " created_at - interval '1 year', last_seen_at - interval '1 year',"
            + " expires_at - interval '1 year' FROM session WHERE id = ?::uuid",
        third.session());
    bob.rest().delete("/api/sessions/" + third.session()).expect(204);
    assertThat(kept(parley, third)).isZero();
  }

  private static void execute(RunningParley parley, String sql, String id) throws SQLException {
    try (var connection = parley.database();
        var statement = connection.prepareStatement(sql)) {
      statement.setString(1, id);
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }

  /** How many rows hold the key of a device and its KeyPackages. */
  private static int kept(RunningParley parley, Person person) throws SQLException {
    try (var connection = parley.database();
        var select =
            connection.prepareStatement(
                "SELECT (SELECT count(*) FROM device_key WHERE device = ?::uuid)"
                    + " + (SELECT count(*) FROM key_package WHERE device = ?::uuid)")) {
      select.setString(1, person.device());
      select.setString(2, person.device());
      try (var row = select.executeQuery()) {
        assertThat(row.next()).isTrue();
        return row.getInt(1);
      }
    }
  }

  private static int stored(KeyedDevice device) {
    return device
        .person()
        .rest()
        .get("/api/key-packages")
        .expect(200)
        .body()
        .path("available")
        .asInt();
  }
}
