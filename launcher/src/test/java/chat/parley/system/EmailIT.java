package chat.parley.system;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.AtOnce;
import chat.parley.testing.MailBox;
import chat.parley.testing.MailBox.Mail;
import chat.parley.testing.Person;
import chat.parley.testing.RestClient;
import chat.parley.testing.RunningParley;
import chat.parley.testing.Wallet;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An address belongs to an account after its owner has proven it, and to nobody before. */
@ExtendWith(RunningParley.Extension.class)
class EmailIT {

  private static final SecureRandom RANDOM = new SecureRandom();

  private static String newAddress() {
    return "Ada." + new BigInteger(60, RANDOM).toString(36) + "@Mail.Example.org";
  }

  /** As it is kept: the domain in lower case. */
  private static String kept(String address) {
    int at = address.indexOf('@');
    return address.substring(0, at) + address.substring(at).toLowerCase(Locale.ROOT);
  }

  private static RestClient.Answer give(Person person, String address) {
    return person.rest().put("/api/account/email", Map.of("email", address));
  }

  private static JsonNode email(Person person) {
    return person.rest().get("/api/account/email").expect(200).body();
  }

  private static RestClient.Answer verify(RunningParley parley, int instance, String token) {
    return parley.rest(instance).post("/api/email-verifications", Map.of("token", token));
  }

  private static void refused(RestClient.Answer answer, String reason) {
    assertThat(answer.expect(410).problem()).isEqualTo("email-link-refused");
    assertThat(answer.body().path("reason").asText()).isEqualTo(reason);
  }

  /** Somebody whose address is verified. */
  private static Person verified(RunningParley parley, String address) {
    Person person = parley.newPerson(1);
    give(person, address).expect(200);
    verify(parley, 2, parley.mailBox().await(kept(address), 1).get(0).token()).expect(200);
    return person;
  }

  @Test
  void anAddressGivenAtRegistrationIsVerifiedOnTheOtherInstanceOnce(RunningParley parley) {
    String address = newAddress();
    String username = "p" + new BigInteger(60, RANDOM).toString(36);
    JsonNode signedIn =
        parley
            .rest(1)
            .post(
                "/api/auth/register",
                Map.of(
                    "username",
                    username,
                    "password",
                    "correct horse battery",
                    "email",
                    address,
                    "tokenDelivery",
                    "body"))
            .expect(201)
            .body();
    RestClient rest = parley.rest(2).withToken(signedIn.path("accessToken").asText());
    JsonNode before = rest.get("/api/account/email").expect(200).body();
    assertThat(before.has("verified")).isFalse();
    assertThat(before.at("/waiting/email").asText()).isEqualTo(kept(address));
    assertThat(before.at("/waiting/refused").asBoolean()).isFalse();

    Mail mail = parley.mailBox().await(kept(address), 1).get(0);
    assertThat(mail.subject()).isEqualTo("Verify your e-mail address for Parley");
    assertThat(mail.from()).isEqualTo("parley@example.org");
    assertThat(mail.text())
        .contains("account " + username, "good once, for 24 hours", "http://localhost:");

    assertThat(verify(parley, 2, mail.token()).expect(200).body().path("username").asText())
        .isEqualTo(username);
    JsonNode after = rest.at(parley.url(1)).get("/api/account/email").expect(200).body();
    assertThat(after.at("/verified/email").asText()).isEqualTo(kept(address));
    assertThat(after.has("waiting")).isFalse();

    refused(verify(parley, 1, mail.token()), "used");
    refused(verify(parley, 1, "never-one-of-ours"), "unknown");
    assertThat(parley.mailBox().to(kept(address))).hasSize(1);
  }

  @Test
  void aWalletGivesAnAddressToo(RunningParley parley) {
    String address = newAddress();
    JsonNode signedIn =
        parley
            .rest(1)
            .post(
                "/api/auth/wallet/register",
                Map.of(
                    "registration",
                    Wallet.fresh().registration(parley.rest(1)),
                    "username",
                    "w" + new BigInteger(60, RANDOM).toString(36),
                    "email",
                    address,
                    "tokenDelivery",
                    "body"))
            .expect(201)
            .body();
    verify(parley, 2, parley.mailBox().await(kept(address), 1).get(0).token()).expect(200);
    assertThat(
            parley
                .rest(1)
                .withToken(signedIn.path("accessToken").asText())
                .get("/api/account/email")
                .expect(200)
                .body()
                .at("/verified/email")
                .asText())
        .isEqualTo(kept(address));
  }

  @Test
  void aNewerLinkAndATakenBackAddressEndTheOlderOnes(RunningParley parley) {
    String address = newAddress();
    Person ada = parley.newPerson(1);
    give(ada, address).expect(200);
    String first = parley.mailBox().await(kept(address), 1).get(0).token();
    ada.rest().at(parley.url(2)).post("/api/account/email/links", Map.of()).expect(200);
    String second = parley.mailBox().await(kept(address), 2).get(1).token();
    refused(verify(parley, 1, first), "superseded");

    ada.rest().delete("/api/account/email/waiting").expect(204);
    refused(verify(parley, 1, second), "superseded");
    assertThat(email(ada).has("waiting")).isFalse();
    assertThat(ada.rest().post("/api/account/email/links", Map.of()).status()).isEqualTo(404);

    give(ada, address).expect(200);
    verify(parley, 1, parley.mailBox().await(kept(address), 3).get(2).token()).expect(200);
  }

  @Test
  void anExpiredLinkIsRefusedAndANewOneIsGood(RunningParley parley) throws Exception {
    String address = newAddress();
    Person ada = parley.newPerson(1);
    give(ada, address).expect(200);
    String token = parley.mailBox().await(kept(address), 1).get(0).token();
    try (Connection database = parley.database();
        PreparedStatement update =
            database.prepareStatement(
                "UPDATE email_link SET expires_at = now() - interval '1 second'"
                    + " WHERE account = ?::uuid")) {
      update.setString(1, ada.id());
      update.executeUpdate();
    }
    refused(verify(parley, 2, token), "expired");
    assertThat(email(ada).has("verified")).isFalse();
    ada.rest().post("/api/account/email/links", Map.of()).expect(200);
    verify(parley, 2, parley.mailBox().await(kept(address), 2).get(1).token()).expect(200);
  }

  @Test
  void theOldAddressStaysUntilTheNewOneIsProvenAndIsToldThen(RunningParley parley) {
    String old = newAddress();
    String next = newAddress();
    Person ada = verified(parley, old);
    JsonNode both = give(ada, next).expect(200).body();
    assertThat(both.at("/verified/email").asText()).isEqualTo(kept(old));
    assertThat(both.at("/waiting/email").asText()).isEqualTo(kept(next));
    // Mails that wait together may arrive in any order.
    parley.mailBox().await(kept(next), 1);

    assertThat(give(ada, old.toUpperCase(Locale.ROOT)).expect(200).body().has("waiting"))
        .as("giving the verified one takes back the other")
        .isFalse();
    give(ada, next).expect(200);
    verify(parley, 1, parley.mailBox().await(kept(next), 2).get(1).token()).expect(200);
    assertThat(email(ada).at("/verified/email").asText()).isEqualTo(kept(next));
    Mail told = parley.mailBox().await(kept(old), 2).get(1);
    assertThat(told.subject()).isEqualTo("The e-mail address of your Parley account was changed");
    assertThat(told.text()).contains(ada.username()).doesNotContain(next);

    ada.rest().delete("/api/account/email").expect(204);
    assertThat(email(ada).isEmpty()).isTrue();
    assertThat(parley.mailBox().await(kept(next), 3).get(2).subject())
        .isEqualTo("This e-mail address was taken out of your Parley account");
    verified(parley, newAddress());
  }

  @Test
  void nothingTellsThatAnAddressIsSomebodyElses(RunningParley parley) {
    String address = newAddress();
    verified(parley, address);
    Person mallory = parley.newPerson(1);
    JsonNode taken = give(mallory, address.toLowerCase(Locale.ROOT)).expect(200).body();
    JsonNode free = give(parley.newPerson(1), newAddress()).expect(200).body();
    assertThat(taken.properties().stream().map(Map.Entry::getKey))
        .containsExactlyElementsOf(free.properties().stream().map(Map.Entry::getKey).toList());
    assertThat(taken.path("waiting").properties().stream().map(Map.Entry::getKey))
        .containsExactlyElementsOf(
            free.path("waiting").properties().stream().map(Map.Entry::getKey).toList());
    assertThat(taken.at("/waiting/refused").asBoolean()).isFalse();

    String lower = kept(address.toLowerCase(Locale.ROOT));
    Mail mail = parley.mailBox().await(lower, 1).get(0);
    assertThat(mail.subject()).isEqualTo("Your e-mail address at Parley");
    assertThat(mail.text()).doesNotContain("verify-email", mallory.username());
    assertThat(email(mallory).has("verified")).isFalse();
  }

  @Test
  void ofTwoWhoProveOneAddressOneHasIt(RunningParley parley) {
    String address = newAddress();
    Person ada = parley.newPerson(1);
    Person bob = parley.newPerson(2);
    give(ada, address).expect(200);
    parley.mailBox().await(kept(address), 1);
    give(bob, address).expect(200);
    List<Mail> mails = parley.mailBox().await(kept(address), 2);
    List<RestClient.Answer> answers =
        AtOnce.times(2, i -> verify(parley, 1 + i, mails.get(i).token()));
    assertThat(answers).extracting(RestClient.Answer::status).containsExactlyInAnyOrder(200, 409);
    assertThat(answers)
        .filteredOn(answer -> answer.status() == 409)
        .extracting(RestClient.Answer::problem)
        .containsExactly("email-taken");
  }

  @Test
  void aLinkThatIsUsedTwiceAtOnceIsGoodOnce(RunningParley parley) {
    String address = newAddress();
    Person ada = parley.newPerson(1);
    give(ada, address).expect(200);
    String token = parley.mailBox().await(kept(address), 1).get(0).token();
    List<RestClient.Answer> answers = AtOnce.times(4, i -> verify(parley, 1 + i % 2, token));
    assertThat(answers)
        .extracting(RestClient.Answer::status)
        .containsExactlyInAnyOrder(200, 410, 410, 410);
  }

  @Test
  void whatIsNoAddressIsRefusedAndNothingIsSent(RunningParley parley) {
    Person mallory = parley.newPerson(1);
    for (String wrong :
        List.of(
            "",
            "ada",
            "ada@localhost",
            "ada@example.org\r\nBcc: everybody@example.org",
            "ada@example.org\nBcc: everybody@example.org",
            "ada@example.org, everybody@example.org",
            "Ada <ada@example.org>",
            "\"ada b\"@example.org",
            "ada@[127.0.0.1]",
            "ada@127.0.0.1",
            "ada@ex\u00e4mple.org",
            "\u0430da@example.org",
            "a".repeat(65) + "@example.org",
            "a@" + "b".repeat(250) + ".org")) {
      RestClient.Answer answer = give(mallory, wrong).expect(400);
      assertThat(answer.problem()).as(wrong).isEqualTo("invalid-input");
      assertThat(answer.body().at("/errors/0/pointer").asText()).as(wrong).isEqualTo("/email");
    }
    assertThat(email(mallory).isEmpty()).isTrue();
    assertThat(parley.mailBox().to("everybody@example.org")).isEmpty();
    assertThat(parley.rest(1).get("/api/account/email").status()).isEqualTo(401);
    assertThat(parley.rest(1).get("/api/configuration").expect(200).body().path("email").asText())
        .isEqualTo("optional");
  }

  @Test
  void tooManyLinksAreRefusedAndOneAddressGetsFewMails(RunningParley parley) {
    String address = newAddress();
    Person mallory = parley.newPerson(1);
    give(mallory, address).expect(200);
    for (int i = 1; i < 10; i++) {
      mallory
          .rest()
          .at(parley.url(1 + i % 2))
          .post("/api/account/email/links", Map.of())
          .expect(200);
    }
    RestClient.Answer answer =
        mallory.rest().post("/api/account/email/links", Map.of()).expect(429);
    assertThat(answer.problem()).isEqualTo("too-many-requests");
    assertThat(answer.body().path("afterMs").asLong()).isPositive();

    Person other = parley.newPerson(1);
    give(other, address).expect(200);
    String fresh = newAddress();
    give(other, fresh).expect(200);
    // Mail leaves in the order in which it was asked for, or nearly so: this one was the last.
    parley.mailBox().await(kept(fresh), 1);
    assertThat(parley.mailBox().await(kept(address), 5)).hasSize(5);
  }

  @Test
  void theDatabaseShowsNoAddressAndNoToken(RunningParley parley) throws Exception {
    String address = newAddress();
    String waiting = newAddress();
    Person ada = verified(parley, address);
    give(ada, waiting).expect(200);
    MailBox box = parley.mailBox();
    String token = box.await(kept(waiting), 1).get(0).token();
    try (Connection database = parley.database()) {
      for (String secret : List.of(address, waiting, token)) {
        for (String table :
            List.of(
                "account_email",
                "account_email_waiting",
                "email_link",
                "outgoing_mail",
                "outbox")) {
          assertThat(dump(database, table))
              .as(table)
              .doesNotContainIgnoringCase(secret)
              .doesNotContainIgnoringCase(
                  HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8)))
              .doesNotContainIgnoringCase(
                  HexFormat.of()
                      .formatHex(secret.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8)));
        }
      }
      assertThat(dump(database, "account_email")).contains(ada.id());
    }
  }

  private static String dump(Connection database, String table) throws SQLException {
    StringBuilder text = new StringBuilder();
    try (PreparedStatement select =
            database.prepareStatement("SELECT t::text FROM " + table + " AS t");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        text.append(row.getString(1)).append('\n');
      }
    }
    return text.toString();
  }
}
