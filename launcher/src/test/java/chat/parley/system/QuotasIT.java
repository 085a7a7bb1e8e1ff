package chat.parley.system;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.testing.AtOnce;
import chat.parley.testing.Person;
import chat.parley.testing.RawRequest;
import chat.parley.testing.RestClient.Answer;
import chat.parley.testing.RunningParley;
import java.io.IOException;
import java.net.InetAddress;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever is stopped on one instance is stopped on all, and nobody else is. */
@ExtendWith(RunningParley.Extension.class)
class QuotasIT {

  private static final String LOGIN = "/api/auth/login";

  /** Of one account from one address, and again within five minutes. */
  private static final int WRONG_PASSWORDS = 10;

  /** Recovery links from one address, and again within half an hour. */
  private static final int SHARE = 20;

  private static final String RECOVERY = "/api/auth/recovery/links";

  private static Answer signIn(RunningParley parley, int instance, String name, String password) {
    return parley.rest(instance).post(LOGIN, Map.of("username", name, "password", password));
  }

  private static String ask(RunningParley parley, int instance, String from) {
    try {
      return RawRequest.post(
          parley.url(instance),
          RECOVERY,
          "{\"email\":\"nobody@example.org\"}",
          InetAddress.getByName(from));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isIn(String answer) {
    return answer.startsWith("HTTP/1.1 204 ");
  }

  @Test
  void wrongPasswordsCountOnAllInstancesTogether(RunningParley parley) {
    Person ada = parley.newPerson(1);
    Person bob = parley.newPerson(1);
    for (int i = 0; i < WRONG_PASSWORDS; i++) {
      assertThat(signIn(parley, 1 + i % 2, ada.username(), "not hers at all").expect(401).problem())
          .isEqualTo("wrong-credentials");
    }
    for (int instance : List.of(1, 2)) {
      Answer refused = signIn(parley, instance, ada.username(), ada.password()).expect(429);
      assertThat(refused.problem()).isEqualTo("too-many-requests");
      assertThat(refused.body().path("afterMs").asLong()).isBetween(1L, 30_001L);
      signIn(parley, instance, bob.username(), bob.password()).expect(200);
    }
  }

  @Test
  void theRightPasswordForgetsTheWrongOnes(RunningParley parley) {
    Person ada = parley.newPerson(2);
    for (int round = 0; round < 2; round++) {
      for (int i = 1; i < WRONG_PASSWORDS; i++) {
        signIn(parley, 1 + i % 2, ada.username(), "not hers at all").expect(401);
      }
      signIn(parley, 1, ada.username(), ada.password()).expect(200);
    }
  }

  @Test
  void ofManyRequestsAtOnceFromOneAddressOnlyItsShareIsServed(RunningParley parley)
      throws SQLException {
    List<String> answers = AtOnce.times(2 * SHARE, i -> ask(parley, 1 + i % 2, "127.0.0.77"));
    assertThat(answers.stream().filter(QuotasIT::isIn).count()).isEqualTo(SHARE);
    assertThat(answers.stream().filter(answer -> !isIn(answer)))
        .allSatisfy(
            answer ->
                assertThat(answer)
                    .startsWith("HTTP/1.1 429 ")
                    .containsIgnoringCase("Retry-After: ")
                    .contains("urn:parley:problem:too-many-requests"));
    for (int instance : List.of(1, 2)) {
      assertThat(isIn(ask(parley, instance, "127.0.0.77"))).isFalse();
      assertThat(isIn(ask(parley, instance, "127.0.0.78"))).isTrue();
    }
    try (Connection database = parley.database();
        Statement statement = database.createStatement();
        ResultSet found =
            statement.executeQuery(
                "SELECT count(*) FROM quota_bucket q WHERE q::text LIKE '%127.0.0.77%'"
                    + " OR position('127.0.0.77'::bytea IN state) > 0")) {
      found.next();
      assertThat(found.getInt(1)).isZero();
    }
  }
}
