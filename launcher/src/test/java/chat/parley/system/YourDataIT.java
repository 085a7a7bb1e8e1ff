package chat.parley.system;

import static chat.parley.system.BadRequestsIT.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parley.testing.AtOnce;
import chat.parley.testing.Person;
import chat.parley.testing.RestClient;
import chat.parley.testing.RestClient.Answer;
import chat.parley.testing.RunningParley;
import chat.parley.testing.SocketClient;
import chat.parley.testing.Talk;
import chat.parley.testing.Wallet;
import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** People have what is stored of them, and have it gone, on two instances. */
@ExtendWith(RunningParley.Extension.class)
class YourDataIT {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** Longer than an instance that has died keeps others from going on with a deletion. */
  private static final Duration TAKEN_OVER = Duration.ofSeconds(45);

  private static final String EXPORT = "/api/account/export";
  private static final String DELETION = "/api/account/deletion";

  private static String rare(String word) {
    return word + new BigInteger(60, RANDOM).toString(36);
  }

  private static byte[] picture() {
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      ImageIO.write(new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB), "jpeg", bytes);
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Somebody who has told what can be told. */
  private record Told(Person person, String email, String displayName, String about) {

    static Told of(RunningParley parley, int instance) {
      Person person = parley.newPerson(instance);
      Told told =
          new Told(
              person,
              rare("ada.") + "@mail.example.org",
              rare("Countess "),
              rare("I love engines "));
      RestClient rest = person.rest();
      rest.put("/api/account/email", Map.of("email", told.email)).expect(200);
      parley
          .rest(instance)
          .post(
              "/api/email-verifications",
              Map.of("token", parley.mailBox().await(told.email, 1).get(0).token()))
          .expect(200);
      rest.patch(
              "/api/account/profile",
              Map.of(
                  "displayName", told.displayName, "about", told.about, "birthDate", "1990-12-10"))
          .expect(200);
      rest.withHeader("Content-Type", "image/jpeg")
          .send("PUT", "/api/account/profile/picture", picture())
          .expect(200);
      return told;
    }
  }

  static void sql(RunningParley parley, String sql, Object... values) {
    try (Connection database = parley.database();
        PreparedStatement change = database.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        change.setObject(i + 1, values[i]);
      }
      change.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static long count(RunningParley parley, String sql, Object... values) {
    try (Connection database = parley.database();
        PreparedStatement select = database.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        select.setObject(i + 1, values[i]);
      }
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The last proof of a person was a while ago. */
  private static void grow(RunningParley parley, Person person) {
    sql(
        parley,
        "UPDATE session SET proven_at = proven_at - interval '11 minutes' WHERE id = ?",
        UUID.fromString(person.session()));
  }

  static Answer delete(RunningParley parley, int instance, Person person) {
    return person
        .rest()
        .at(parley.url(instance))
        .post(DELETION, Map.of("username", person.username()));
  }

  /** The first round is over: nothing of the person is left. */
  static void awaitErased(RunningParley parley, Person person) {
    UUID id = UUID.fromString(person.id());
    await()
        .alias("the deletion of " + person.username())
        .atMost(TAKEN_OVER)
        .until(
            () ->
                count(
                        parley,
                        "SELECT count(*) FROM account_erasure WHERE account = ? AND round = 2",
                        id)
                    == 1);
    assertThat(
            count(
                parley,
                "SELECT count(*) FROM conversation_member WHERE account = ? AND left_seq IS NULL",
                id))
        .isZero();
  }

  /** Those of the words that the database holds anywhere, as text or as bytes. */
  private static List<String> inTheDatabase(RunningParley parley, List<String> words) {
    List<String> found = new ArrayList<>();
    try (Connection database = parley.database();
        PreparedStatement tables =
            database.prepareStatement(
                "SELECT table_name FROM information_schema.tables"
                    + " WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'");
        ResultSet table = tables.executeQuery()) {
      while (table.next()) {
        for (String word : words) {
          String hex = HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8));
          try (PreparedStatement select =
              database.prepareStatement(
                  "SELECT count(*) FROM \""
                      + table.getString(1)
                      + "\" t WHERE strpos(lower(t::text), lower(?)) > 0 OR strpos(t::text, ?) > 0")) {
            select.setString(1, word);
            select.setString(2, hex);
            try (ResultSet row = select.executeQuery()) {
              row.next();
              if (row.getLong(1) > 0) {
                found.add(word + " in " + table.getString(1));
              }
            }
          }
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return found;
  }

  /** The files of an archive by their names. */
  static Map<String, byte[]> export(URI instance, Person person) {
    try {
      HttpResponse<byte[]> answer =
          HTTP.send(
              HttpRequest.newBuilder(instance.resolve(EXPORT))
                  .header("Authorization", "Bearer " + person.accessToken())
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString("{}"))
                  .build(),
              HttpResponse.BodyHandlers.ofByteArray());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/zip");
      assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
      Map<String, byte[]> files = new LinkedHashMap<>();
      try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          files.put(entry.getName(), zip.readAllBytes());
        }
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private static JsonNode json(Map<String, byte[]> files, String name) {
    try {
      assertThat(files).containsKey(name + ".json");
      return RestClient.JSON.readTree(files.get(name + ".json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode conversation(Person person, String id) {
    return StreamSupport.stream(
            person.rest().get("/api/conversations").expect(200).body().path("items").spliterator(),
            false)
        .filter(each -> each.path("id").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }

  // Having it

  @Test
  void anExportHoldsWhatEachFeatureKeepsAndNothingThatIsNotTheOwners(RunningParley parley) {
    Told ada = Told.of(parley, 1);
    Person me = ada.person();
    Person bob = parley.newPerson(2);
    Person eve = parley.newPerson(2);
    String direct = me.conversationWith(bob);
    String group = bob.groupWith(me);
    String mine = rare("mine ");
    String bobs = rare("his ");
    try (SocketClient a = me.connect(Map.of());
        SocketClient b = bob.connect(Map.of())) {
      Talk.sent(a, direct, "{\"text\":\"" + mine + "\"}");
      Talk.sent(b, direct, bobs);
      Talk.sent(a, group, "plain " + mine);
    }
    String later = rare("later ");
    me.rest()
        .post(
            "/api/conversations/" + direct + "/scheduled-messages",
            Map.of("cid", Talk.cid(), "body", later, "sendAt", AccessWorld.later()))
        .expect(201);
    String note = rare("May I ");
    Person carl = parley.newPerson(1);
    me.ask(carl, note);
    me.rest().put("/api/blocks/" + eve.id(), Map.of());
    me.rest().post("/api/account/contact-code", Map.of());
    me.rest()
        .put("/api/push-subscription", parley.pushService().newDevice().subscription())
        .expect(204);

    for (int instance = 1; instance <= 2; instance++) {
      Map<String, byte[]> files = export(parley.url(instance), me);

      assertThat(json(files, "account").get(0).path("username").asText()).isEqualTo(me.username());
      assertThat(json(files, "email").get(0).path("address").asText()).isEqualTo(ada.email());
      assertThat(json(files, "ways-to-sign-in").get(0).path("kind").asText()).isEqualTo("password");
      assertThat(json(files, "sessions").get(0).path("id").asText()).isEqualTo(me.session());
      assertThat(json(files, "devices").get(0).path("id").asText()).isEqualTo(me.device());
      assertThat(json(files, "profile").get(0).path("display_name").asText())
          .isEqualTo(ada.displayName());
      assertThat(json(files, "profile").get(0).path("birth_date").asText()).isEqualTo("1990-12-10");
      assertThat(files.get("profile-picture.jpg")).startsWith(0xff, 0xd8);
      assertThat(json(files, "blocked-people").get(0).path("username").asText())
          .isEqualTo(eve.username());
      assertThat(json(files, "requests"))
          .anySatisfy(
              request -> {
                assertThat(request.path("username").asText()).isEqualTo(carl.username());
                assertThat(request.path("standing").asText()).isEqualTo("sent");
                assertThat(request.path("note").asText()).isEqualTo(note.strip());
              });
      assertThat(json(files, "contact-code").get(0).path("code").asText()).hasSize(43);
      assertThat(json(files, "conversations"))
          .extracting(each -> each.path("conversation").asText())
          .contains(direct, group);
      assertThat(json(files, "conversations").toString()).contains(bob.username(), "Sunday walks");
      assertThat(json(files, "messages/" + direct))
          .anySatisfy(message -> assertThat(message.at("/body/text").asText()).isEqualTo(mine));
      assertThat(json(files, "messages/" + group))
          .anySatisfy(
              message -> assertThat(message.path("body").asText()).isEqualTo("plain " + mine));
      assertThat(json(files, "scheduled-messages").get(0).path("body").asText()).isEqualTo(later);
      assertThat(json(files, "push-subscriptions")).hasSize(1);
      String readme = new String(files.get("README.txt"), StandardCharsets.UTF_8);
      assertThat(files.keySet())
          .allSatisfy(
              name -> assertThat(name.equals("README.txt") || readme.contains(name)).isTrue());
      StringBuilder all = new StringBuilder();
      files.values().forEach(file -> all.append(new String(file, StandardCharsets.UTF_8)));
      assertThat(all.toString())
          .doesNotContain(bobs, "$argon2", me.refreshToken(), me.password(), "\"endpoint\"");
    }
  }

  @Test
  void bothAskForAFreshProofAndDataAreGivenAFewTimesADayOverAllInstances(RunningParley parley) {
    Person ada = parley.newPerson(1);
    for (int i = 0; i < 5; i++) {
      assertThat(export(parley.url(1 + i % 2), ada)).containsKey("account.json");
    }
    for (int instance = 1; instance <= 2; instance++) {
      assertThat(
              ada.rest()
                  .at(parley.url(instance))
                  .post(EXPORT, Map.of())
                  .expect(429)
                  .header("Retry-After"))
          .isNotNull();
    }
    Person bob = parley.newPerson(1);
    assertThat(bob.rest().post(DELETION, Map.of("username", ada.username())).expect(400).problem())
        .isEqualTo("invalid-input");
    grow(parley, bob);
    assertProblem(
        bob.rest().at(parley.url(2)).post(EXPORT, Map.of()), 403, "reauthentication-needed");
    assertProblem(delete(parley, 2, bob), 403, "reauthentication-needed");
    bob.rest().get("/api/account").expect(200);
  }

  // Having it gone

  @Test
  void aDeletedAccountIsOutEverywhereAndTheDatabaseShowsNothingOfThePerson(RunningParley parley) {
    Told told = Told.of(parley, 1);
    Person ada = told.person();
    Person laptop = ada.signInAgain(parley.rest(2));
    Person bob = parley.newPerson(2);
    Person carl = parley.newPerson(1);
    Wallet wallet = Wallet.fresh();
    String forgotten = Wallet.fresh().address();
    for (String address : List.of(wallet.address(), forgotten)) {
      sql(
          parley,
          "INSERT INTO wallet_credential (address, account_id, created_at) VALUES (?, ?, now())",
          address,
          UUID.fromString(ada.id()));
    }
    String direct = ada.conversationWith(bob);
    String group = ada.groupWith(bob, carl);
    String note = rare("Do you remember ");
    Person eve = parley.newPerson(1);
    ada.ask(eve, note);
    String envelope =
        ada.rest()
            .post("/api/encrypt", Map.of("message", "secret"))
            .expect(200)
            .body()
            .path("encryptedMessage")
            .asText();
    UUID id = UUID.fromString(ada.id());
    assertThat(envelope).isNotEmpty();
    assertThat(inTheDatabase(parley, List.of(ada.username(), told.displayName(), forgotten)))
        .hasSizeGreaterThanOrEqualTo(3);

    try (SocketClient here = ada.connect(parley.rest(1), Map.of());
        SocketClient there = laptop.connect(parley.rest(2), Map.of());
        SocketClient b = bob.connect(parley.rest(2), Map.of())) {
      Talk.sent(here, direct, "Good bye");
      Talk.sent(here, group, "Good bye all");
      delete(parley, 1, ada).expect(204);

      for (SocketClient socket : List.of(here, there)) {
        JsonNode bye = socket.awaitByeAndClose();
        assertThat(bye.path("code").asInt()).isEqualTo(4401);
        assertThat(bye.path("reason").asText()).isEqualTo("account-deleted");
      }
      for (String stream : List.of("c/" + direct, "c/" + group)) {
        b.awaitUntil(
            client ->
                client.entries(stream).stream()
                    .anyMatch(
                        entry ->
                            entry.path("kind").asText().equals("member.left")
                                && entry.path("body").asText().contains("\"deleted\":true")),
            "the end of " + ada.username() + " in " + stream);
        List<Long> seqs = Talk.seqs(b, stream);
        assertThat(seqs)
            .isEqualTo(
                LongStream.rangeClosed(seqs.get(0), seqs.get(0) + seqs.size() - 1)
                    .boxed()
                    .toList());
      }
    }
    for (int instance = 1; instance <= 2; instance++) {
      RestClient rest = parley.rest(instance);
      assertProblem(
          ada.rest().at(parley.url(instance)).get("/api/account"), 401, "unauthenticated");
      Answer refreshed =
          rest.post("/api/auth/refresh", Map.of("refreshToken", laptop.refreshToken()));
      assertProblem(refreshed, 401, "session-ended");
      assertThat(refreshed.body().path("reason").asText()).isEqualTo("account-deleted");
      assertProblem(
          rest.post(
              "/api/auth/login", Map.of("username", ada.username(), "password", ada.password())),
          401,
          "wrong-credentials");
      // A wallet without an account may make one.
      assertProblem(
          rest.post("/api/auth/wallet/login", wallet.signIn(rest)), 403, "wallet-unregistered");
      assertProblem(
          rest.post(
              "/api/auth/register",
              Map.of("username", ada.username(), "password", "four sober otters whistle")),
          409,
          "username-taken");
      // Nobody finds the person; who knows the id is told that there was one.
      Person viewer = instance == 1 ? carl : bob;
      assertProblem(viewer.rest().get("/api/users/" + ada.username()), 404, "not-found");
      assertProblem(viewer.rest().get("/api/users/" + ada.id()), 410, "account-deleted");
      assertThat(
              viewer
                  .rest()
                  .get("/api/people?username=" + ada.username())
                  .expect(200)
                  .body()
                  .path("items"))
          .isEmpty();
      assertProblem(viewer.rest().get("/api/people/" + ada.id() + "/profile"), 404, "not-found");
    }
    awaitErased(parley, ada);

    JsonNode left = conversation(bob, direct);
    assertThat(left.path("members")).hasSize(2);
    assertThat(left.path("members"))
        .filteredOn(member -> member.path("id").asText().equals(ada.id()))
        .allSatisfy(member -> assertThat(member.has("username")).isFalse());
    assertThat(bob.rest().get("/api/conversations/" + direct + "/entries").expect(200).text())
        .contains("Good bye");
    assertThat(bob.rest().get("/api/conversations/" + group + "/members").expect(200).text())
        .doesNotContain(ada.id());
    assertProblem(
        bob.rest().post("/api/conversations", Map.of("member", ada.id(), "kind", "sealed")),
        404,
        "not-found");
    assertProblem(bob.rest().put(Person.requestPath(ada), Map.of()), 404, "not-found");
    try (SocketClient b = bob.connect(Map.of())) {
      String cid = Talk.cid();
      b.send(Talk.send(cid, cid, direct, "Are you there?"));
      assertThat(b.answerTo(cid).toString()).contains("account-deleted");
      Talk.sent(b, group, "We go on.");
    }
    assertThat(
            inTheDatabase(
                parley,
                List.of(
                    ada.username(),
                    told.displayName(),
                    told.about(),
                    told.email(),
                    forgotten,
                    note.strip())))
        .isEmpty();
    assertThat(
            count(parley, "SELECT count(*) FROM media_blob WHERE owner = ? AND state = 'KEPT'", id))
        .isZero();
    assertThat(
            count(
                parley,
                "SELECT count(*) FROM journal_entry"
                    + " WHERE stream_kind = 'u' AND stream_owner = ? AND body IS NOT NULL",
                id))
        .isZero();
    assertThat(
            count(
                parley,
                "SELECT count(*) FROM sealing_personal_key WHERE account = ? AND sealed IS NULL",
                id))
        .isOne();
    assertThat(parley.mailBox().await(told.email(), 2).get(1).text())
        .contains(ada.username(), "was deleted");
  }

  @Test
  void aGroupGoesOnWithAnotherOwnerOrEndsWithItsLastMember(RunningParley parley) {
    Person ada = parley.newPerson(1);
    Person bob = parley.newPerson(2);
    Person carl = parley.newPerson(1);
    String led = ada.groupWith(bob, carl);
    ada.rest()
        .put(
            "/api/conversations/" + led + "/members/" + carl.id() + "/role",
            Map.of("role", "admin"))
        .expect(204);
    String plain = ada.groupWith(bob, carl);
    String alone = ada.groupWith();

    delete(parley, 2, ada).expect(204);
    awaitErased(parley, ada);

    assertThat(conversation(carl, led).path("role").asText()).isEqualTo("owner");
    assertThat(conversation(bob, led).path("role").asText()).isEqualTo("member");
    assertThat(
            List.of(
                conversation(bob, plain).path("role").asText(),
                conversation(carl, plain).path("role").asText()))
        .containsExactlyInAnyOrder("owner", "member");
    assertThat(
            count(
                parley,
                "SELECT count(*) FROM conversation_group WHERE conversation = ?"
                    + " AND deleted_seq IS NOT NULL",
                UUID.fromString(alone)))
        .isOne();
    for (String group : List.of(led, plain)) {
      assertThat(
              count(
                  parley,
                  "SELECT members FROM conversation_group WHERE conversation = ?",
                  UUID.fromString(group)))
          .isEqualTo(2);
      assertThat(
              count(
                  parley,
                  "SELECT count(*) - max(seq) FROM journal_entry WHERE stream_kind = 'c'"
                      + " AND stream_owner = ?",
                  UUID.fromString(group)))
          .isZero();
    }
  }

  @Test
  void whoDeletesTwiceInTheSameMomentDeletesOnce(RunningParley parley) {
    Person ada = parley.newPerson(1);
    List<Integer> answers = AtOnce.times(6, i -> delete(parley, 1 + i % 2, ada).status());
    assertThat(answers).containsOnlyOnce(204).containsOnly(204, 401);
    awaitErased(parley, ada);
  }

  @Test
  void whatOthersDoInTheSameMomentIsBeforeTheEndOrRefused(RunningParley parley) {
    for (int round = 0; round < 4; round++) {
      Person ada = parley.newPerson(1);
      Person bob = parley.newPerson(2);
      Person carl = parley.newPerson(2);
      ada.ask(bob, "");
      String direct = ada.conversationWith(carl);
      Person dora = parley.newPerson(1);
      String group = dora.groupWith(carl);
      List<Integer> answers =
          AtOnce.times(
              5,
              i ->
                  switch (i) {
                    case 0 -> delete(parley, 1, ada).status();
                    case 1 -> bob.answer(ada, "accept").status();
                    case 2 ->
                        dora.rest()
                            .post(
                                "/api/conversations/" + group + "/members",
                                Map.of("accounts", List.of(ada.id())))
                            .status();
                    case 3 -> ada.tryToSignInHere(parley.rest(2)).status();
                    default ->
                        carl.rest()
                            .post(
                                "/api/chat/send",
                                Map.of("recipient", ada.id(), "message", "Are you there?"))
                            .status();
                  });
      assertThat(answers.get(0)).isEqualTo(204);
      assertThat(answers.get(1)).isIn(200, 404);
      assertThat(answers.get(3)).isIn(200, 401);
      awaitErased(parley, ada);
      UUID id = UUID.fromString(ada.id());
      assertThat(
              count(
                  parley,
                  "SELECT count(*) FROM session WHERE account_id = ? AND ended_at IS NULL",
                  id))
          .isZero();
      assertThat(
              count(
                  parley,
                  "SELECT count(*) - max(seq) FROM journal_entry WHERE stream_kind = 'c'"
                      + " AND stream_owner = ?",
                  UUID.fromString(direct)))
          .isZero();
      try (SocketClient c = carl.connect(Map.of())) {
        Talk.sent(c, group, "We go on.");
      }
    }
  }
}
