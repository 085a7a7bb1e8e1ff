package chat.parley.identity.control;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.identity.control.OneTimeSecrets.Issued;
import chat.parley.identity.control.OneTimeSecrets.Purpose;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OneTimeSecretsTest {

  private final TestIdentity identity = new TestIdentity();

  @AfterEach
  void close() {
    identity.close();
  }

  private Issued issue(Purpose purpose) {
    return identity.transaction(
        desk -> desk.secrets().issue(purpose, "subject", Duration.ofSeconds(30)));
  }

  private Optional<String> take(Purpose purpose, String secret) {
    return identity.transaction(desk -> desk.secrets().take(purpose, secret));
  }

  @Test
  void aSecretIsGoodOnce() {
    String secret = issue(Purpose.TICKET).secret();
    assertThat(take(Purpose.TICKET, secret)).contains("subject");
    assertThat(take(Purpose.TICKET, secret)).isEmpty();
  }

  @Test
  void ofFiftyTakersOneGetsIt() throws Exception {
    String secret = issue(Purpose.NONCE).secret();
    ExecutorService takers = Executors.newFixedThreadPool(16);
    try {
      List<Future<Boolean>> answers = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        answers.add(takers.submit(() -> take(Purpose.NONCE, secret).isPresent()));
      }
      int won = 0;
      for (Future<Boolean> answer : answers) {
        won += answer.get() ? 1 : 0;
      }
      assertThat(won).isEqualTo(1);
    } finally {
      takers.shutdownNow();
    }
  }

  @Test
  void aSecretIsGoodForItsPurposeAlone() {
    String secret = issue(Purpose.TICKET).secret();
    assertThat(take(Purpose.NONCE, secret)).isEmpty();
    assertThat(take(Purpose.REGISTRATION, secret)).isEmpty();
    assertThat(take(Purpose.TICKET, secret)).isPresent();
  }

  @Test
  void aSecretExpires() {
    String secret = issue(Purpose.TICKET).secret();
    identity.now = identity.now.plusSeconds(30);
    assertThat(take(Purpose.TICKET, secret)).isEmpty();
  }

  @Test
  void aNonceIsLettersAndDigitsWithAtLeast128Bits() {
    assertThat(issue(Purpose.NONCE).secret()).matches("[0-9a-f]{40}");
    assertThat(issue(Purpose.TICKET).secret()).matches("[A-Za-z0-9_-]{43}");
  }

  @Test
  void expiredOnesAreRemoved() {
    issue(Purpose.NONCE);
    identity.now = identity.now.plusSeconds(31);
    assertThat(identity.<Integer>transaction(desk -> desk.sessions().removeExpired())).isEqualTo(1);
  }
}
