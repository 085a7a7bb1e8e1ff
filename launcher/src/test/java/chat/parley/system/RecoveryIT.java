package chat.parley.system;

import static chat.parley.system.BadRequestsIT.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.AtOnce;
import chat.parley.testing.MailBox.Mail;
import chat.parley.testing.Person;
import chat.parley.testing.RestClient;
import chat.parley.testing.RestClient.Answer;
import chat.parley.testing.RunningParley;
import chat.parley.testing.SocketClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who has lost every way in comes back with his mail and a code, and with neither alone. */
@ExtendWith(RunningParley.Extension.class)
class RecoveryIT {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String CODES = "/api/account/recovery-codes";
  private static final String LINKS = "/api/auth/recovery/links";
  private static final String RECOVER = "/api/auth/recovery";
  private static final String NEW_PASSWORD = "seven quiet lanterns";
  private static final String NO_CODE = "0000-0000-0000-0000";
  private static final String LINK_MAIL = "Open your Parley account again";

  private static String random() {
    return new BigInteger(60, RANDOM).toString(36);
  }

  private static List<String> makeCodes(Person person) {
    List<String> codes = new ArrayList<>();
    person
        .rest()
        .post(CODES, Map.of())
        .expect(201)
        .body()
        .path("codes")
        .forEach(code -> codes.add(code.asText()));
    return codes;
  }

  private static String verifiedAddress(RunningParley parley, Person person) {
    String address = random() + "@example.org";
    person.rest().put("/api/account/email", Map.of("email", address)).expect(200);
    String token = parley.mailBox().await(address, 1).get(0).token();
    parley.rest(2).post("/api/email-verifications", Map.of("token", token)).expect(200);
    return address;
  }

  private static void ask(RestClient rest, String address) {
    rest.post(LINKS, Map.of("email", address)).expect(204);
  }

  /** The token in the newest of so many mails with a link. */
  private static String token(RunningParley parley, String address, int mails) {
    return parley.mailBox().await(address, LINK_MAIL, mails).get(mails - 1).token();
  }

  private static Answer recover(RestClient rest, String token, String code) {
    return recover(rest, token, code, NEW_PASSWORD);
  }

  private static Answer recover(RestClient rest, String token, String code, String password) {
    return rest.post(
        RECOVER,
        Map.of("token", token, "code", code, "password", password, "tokenDelivery", "body"));
  }

  private static void refused(Answer answer, String reason) {
    assertProblem(answer, 410, "recovery-refused");
    assertThat(answer.body().path("reason").asText()).isEqualTo(reason);
  }

  private static int left(Person person) {
    return person.rest().get(CODES).expect(200).body().path("left").asInt();
  }

  @Test
  void mailAndCodeOpenALostAccountOnceAndEndEverythingElse(RunningParley parley) {
    Person ada = parley.newPerson(1);
    assertThat(left(ada)).isZero();
    String address = verifiedAddress(parley, ada);
    List<String> codes = makeCodes(ada);
    assertThat(codes).hasSize(10).doesNotHaveDuplicates().allMatch(RecoveryIT::isCode);
    assertThat(left(ada)).isEqualTo(10);
    parley.mailBox().await(address, "New recovery codes for your Parley account", 1);

    ask(parley.rest(1), address.toUpperCase(Locale.ROOT));
    Mail mail = parley.mailBox().await(address, LINK_MAIL, 1).get(0);
    assertThat(mail.text()).contains(ada.username(), "/recover#");

    try (SocketClient socket = ada.connect(parley.rest(1), Map.of())) {
      JsonNode in =
          recover(parley.rest(2), mail.token(), codes.get(3).toLowerCase(Locale.ROOT))
              .expect(200)
              .body();
      assertThat(in.at("/account/id").asText()).isEqualTo(ada.id());
      assertThat(socket.awaitBye().path("code").asInt()).isEqualTo(4401);
      Person again = ada.signedIn(parley.rest(2), in);
      assertThat(left(again)).isEqualTo(9);
      JsonNode sessions = again.rest().get("/api/sessions").expect(200).body().path("items");
      assertThat(sessions).hasSize(1);
      assertThat(sessions.at("/0/method").asText()).isEqualTo("recovery");
      // Who has just come back is fresh: he puts his ways to sign in right.
      again.rest().post(CODES, Map.of()).expect(201);
    }
    assertProblem(ada.rest().get("/api/account"), 401, "unauthenticated");
    Mail told =
        parley
            .mailBox()
            .await(address, "Your Parley account was opened with a recovery code", 1)
            .get(0);
    assertThat(told.text()).contains("Of your codes 9 are left");
    parley
        .rest(1)
        .post("/api/auth/login", Map.of("username", ada.username(), "password", NEW_PASSWORD))
        .expect(200);
    refused(recover(parley.rest(1), mail.token(), codes.get(4)), "used");
  }

  private static boolean isCode(String text) {
    return text.matches("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}");
  }

  @Test
  void neitherTheMailNorTheCodeIsEnough(RunningParley parley) {
    Person ada = parley.newPerson(1);
    String address = verifiedAddress(parley, ada);
    Person mallory = parley.newPerson(1);
    String other = verifiedAddress(parley, mallory);
    List<String> codes = makeCodes(ada);
    List<String> foreign = makeCodes(mallory);
    ask(parley.rest(1), address);
    ask(parley.rest(1), other);
    String link = token(parley, address, 1);

    assertProblem(recover(parley.rest(1), link, foreign.get(0)), 403, "wrong-recovery-code");
    refused(recover(parley.rest(1), "x".repeat(43), codes.get(0)), "unknown");
    assertProblem(
        recover(parley.rest(1), token(parley, other, 1), codes.get(0)), 403, "wrong-recovery-code");
    assertProblem(recover(parley.rest(1), link, "too short"), 400, "invalid-input");
    // A password that is refused uses nothing up.
    assertProblem(
        recover(parley.rest(1), link, codes.get(0), "password1"), 422, "password-breached");
    assertProblem(recover(parley.rest(1), link, codes.get(0), "short"), 400, "invalid-input");
    recover(parley.rest(2), link, codes.get(0)).expect(200);
  }

  @Test
  void aCodeIsGoodOnceAndNewCodesReplaceTheOld(RunningParley parley) {
    Person ada = parley.newPerson(1);
    String address = verifiedAddress(parley, ada);
    List<String> old = makeCodes(ada);
    List<String> codes = makeCodes(ada);
    ask(parley.rest(1), address);
    String first = token(parley, address, 1);
    assertProblem(recover(parley.rest(1), first, old.get(0)), 403, "wrong-recovery-code");
    recover(parley.rest(1), first, codes.get(0)).expect(200);
    ask(parley.rest(2), address);
    String second = token(parley, address, 2);
    assertProblem(recover(parley.rest(2), second, codes.get(0)), 403, "wrong-recovery-code");
    recover(parley.rest(2), second, codes.get(1)).expect(200);
  }

  @Test
  void ofManyAtOnceOneIsLetIn(RunningParley parley) {
    Person ada = parley.newPerson(1);
    String address = verifiedAddress(parley, ada);
    List<String> codes = makeCodes(ada);
    ask(parley.rest(1), address);
    String link = token(parley, address, 1);
    List<Answer> sameLink =
        AtOnce.times(4, i -> recover(parley.rest(1 + i % 2), link, codes.get(i)));
    assertThat(sameLink).extracting(Answer::status).containsExactlyInAnyOrder(200, 410, 410, 410);
    assertThat(
            sameLink.stream()
                .filter(answer -> answer.status() == 200)
                .map(answer -> ada.signedIn(parley.rest(1), answer.body()))
                .map(RecoveryIT::left))
        .containsExactly(9);
  }

  @Test
  void fiveWrongCodesEndALink(RunningParley parley) {
    Person ada = parley.newPerson(1);
    String address = verifiedAddress(parley, ada);
    List<String> codes = makeCodes(ada);
    ask(parley.rest(1), address);
    String link = token(parley, address, 1);
    for (int i = 0; i < 5; i++) {
      assertProblem(recover(parley.rest(1 + i % 2), link, NO_CODE), 403, "wrong-recovery-code");
    }
    refused(recover(parley.rest(1), link, codes.get(0)), "spent");
    ask(parley.rest(1), address);
    recover(parley.rest(1), token(parley, address, 2), codes.get(0)).expect(200);
  }

  @Test
  void anOldLinkIsRefused(RunningParley parley) throws Exception {
    Person ada = parley.newPerson(1);
    String address = verifiedAddress(parley, ada);
    List<String> codes = makeCodes(ada);
    ask(parley.rest(1), address);
    String link = token(parley, address, 1);
    try (Connection database = parley.database();
        PreparedStatement age =
            database.prepareStatement(
                "UPDATE recovery_link SET expires_at = now() - interval '1 second'"
                    + " WHERE account = ?::uuid")) {
      age.setString(1, ada.id());
      assertThat(age.executeUpdate()).isEqualTo(1);
    }
    refused(recover(parley.rest(1), link, codes.get(0)), "expired");
  }

  @Test
  void nothingTellsWhetherAnAddressIsKnown(RunningParley parley) {
    Person ada = parley.newPerson(1);
    String address = verifiedAddress(parley, ada);
    String unknown = random() + "@example.org";
    Answer known = parley.rest(1).post(LINKS, Map.of("email", address)).expect(204);
    Answer none = parley.rest(1).post(LINKS, Map.of("email", unknown)).expect(204);
    assertThat(none.text()).isEqualTo(known.text());
    assertThat(none.headers().map().keySet()).isEqualTo(known.headers().map().keySet());

    // Without codes the mail says what is missing, and has no link.
    Mail mail =
        parley.mailBox().await(address, "Your Parley account cannot be opened by mail", 1).get(0);
    assertThat(mail.text()).doesNotContain("/recover");
    assertThat(parley.mailBox().to(unknown)).isEmpty();
  }

  @Test
  void anAddressGetsFiveMailsAnHour(RunningParley parley) {
    Person ada = parley.newPerson(1);
    String address = verifiedAddress(parley, ada);
    makeCodes(ada);
    for (int i = 0; i < 8; i++) {
      ask(parley.rest(1 + i % 2), address);
    }
    Person bob = parley.newPerson(1);
    String fresh = verifiedAddress(parley, bob);
    ask(parley.rest(1), fresh);
    // Mail leaves in the order in which it was asked for, or nearly so: this one was the last.
    parley.mailBox().await(fresh, 2);
    assertThat(parley.mailBox().await(address, 7)).hasSize(7);
  }

  @Test
  void theDatabaseShowsNoCodeAndNoToken(RunningParley parley) throws Exception {
    Person ada = parley.newPerson(1);
    String address = verifiedAddress(parley, ada);
    String code = makeCodes(ada).get(0);
    ask(parley.rest(1), address);
    String link = token(parley, address, 1);
    try (Connection database = parley.database()) {
      for (String secret : List.of(code, code.replace("-", ""), link, address)) {
        assertThat(
                rowsWith(
                    database, "SELECT count(*) FROM recovery_code t WHERE t::text LIKE ?", secret))
            .isZero();
        assertThat(
                rowsWith(
                    database, "SELECT count(*) FROM recovery_link t WHERE t::text LIKE ?", secret))
            .isZero();
      }
    }
  }

  private static int rowsWith(Connection database, String query, String secret)
      throws SQLException {
    try (PreparedStatement select = database.prepareStatement(query)) {
      select.setString(1, "%" + secret + "%");
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }
}
