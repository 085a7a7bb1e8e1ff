package chat.parley.identity.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.ethereum.Address;
import chat.parley.identity.DeviceClaim;
import chat.parley.identity.RegistrationRefused;
import chat.parley.identity.SessionEnd;
import chat.parley.identity.SessionId;
import chat.parley.identity.SignInMethod;
import chat.parley.identity.Username;
import chat.parley.identity.UsernameTaken;
import chat.parley.identity.control.RefreshTokens.Outcome;
import chat.parley.identity.control.RefreshTokens.Rotation;
import chat.parley.identity.entity.Account;
import chat.parley.identity.entity.Session;
import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import chat.parley.platform.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SessionsTest {

  private static final Address WALLET = new Address("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed");

  private final TestIdentity identity = new TestIdentity();

  @AfterEach
  void close() {
    identity.close();
  }

  private AccountId account(String name) {
    return identity.transaction(
        desk -> desk.accounts().create(new Username(name), "$argon2id$fake").id());
  }

  private Session open(AccountId account, DeviceClaim device) {
    return identity.transaction(
        desk -> desk.sessions().open(account, device, SignInMethod.PASSWORD));
  }

  private boolean isOpen(SessionId session) {
    return identity.transaction(desk -> desk.sessions().open(session).isPresent());
  }

  private String firstToken(SessionId session) {
    return identity.transaction(desk -> desk.refreshTokens().first(session));
  }

  private Rotation rotate(String token) {
    return identity.transaction(desk -> desk.refreshTokens().rotate(token));
  }

  @Test
  void anAccountIsFoundByItsName() {
    AccountId ada = account("ada");
    Optional<AccountId> found =
        identity.transaction(desk -> desk.accounts().find(new Username("ADA")).map(Account::id));
    assertThat(found).contains(ada);
    Optional<Instant> made =
        identity.transaction(desk -> desk.accounts().find(ada).map(Account::createdAt));
    assertThat(made).contains(identity.now);
  }

  @Test
  void aNameIsTakenOnceAlsoAtTheSameMoment() throws Exception {
    account("ada");
    assertThatThrownBy(() -> account("ada")).isInstanceOf(UsernameTaken.class);
    ExecutorService people = Executors.newFixedThreadPool(8);
    try {
      List<Future<AccountId>> answers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        answers.add(people.submit(() -> account("bob")));
      }
      int made = 0;
      for (Future<AccountId> answer : answers) {
        try {
          answer.get();
          made++;
        } catch (ExecutionException e) {
          assertThat(e).hasCauseInstanceOf(UsernameTaken.class);
        }
      }
      assertThat(made).isEqualTo(1);
    } finally {
      people.shutdownNow();
    }
  }

  @Test
  void aNameThatWasGivenUpIsNobodysAgainAlsoForWhoWaitsForIt() throws Exception {
    AccountId ada = account("ada");
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Future<AccountId> waiting =
          identity.transaction(
              desk -> {
                desk.accounts().retire(desk.accounts().find(ada).orElseThrow());
                // Waits for this transaction, or asks after it: the answer is the same.
                return other.submit(() -> account("ada"));
              });
      assertThatThrownBy(waiting::get).hasCauseInstanceOf(UsernameTaken.class);
    } finally {
      other.shutdownNow();
    }
    assertThatThrownBy(() -> account("ada")).isInstanceOf(UsernameTaken.class);
    identity.transaction(
        desk -> {
          assertThat(desk.accounts().find(ada)).isEmpty();
          assertThat(desk.accounts().isDeleted(ada)).isTrue();
          assertThat(desk.accounts().all(List.of(ada))).isEmpty();
          assertThat(desk.accounts().hold(List.of(ada))).isZero();
          return ada;
        });
  }

  @Test
  void aWalletHasOneAccount() {
    AccountId first =
        identity.transaction(desk -> desk.accounts().create(new Username("ada"), WALLET).id());
    assertThatThrownBy(
            () ->
                identity.transaction(
                    desk -> desk.accounts().create(new Username("eve"), WALLET).id()))
        .isInstanceOf(RegistrationRefused.class);
    List<String> wallets =
        identity.transaction(
            desk -> desk.accounts().own(desk.accounts().find(first).orElseThrow()).wallets());
    assertThat(wallets).containsExactly(WALLET.value());
  }

  @Test
  void peopleAreFoundByTheBeginningOfTheirNamesPageByPage() {
    AccountId me = account("anna");
    for (String name : List.of("ann", "ann-b", "ann.c", "ann_d", "anne", "bob")) {
      account(name);
    }
    assertThat(names("ann", "", me, 3)).containsExactly("ann", "ann-b", "ann.c");
    assertThat(names("ann", "ann.c", me, 3)).containsExactly("ann_d", "anne");
    assertThat(names("ann_", "", me, 3)).containsExactly("ann_d");
    assertThat(names("an%", "", me, 3)).isEmpty();
  }

  private List<String> names(String prefix, String after, AccountId except, int limit) {
    return identity.transaction(
        desk ->
            desk.accounts().beginningWith(prefix, after, except, limit).stream()
                .map(Account::username)
                .toList());
  }

  @Test
  void aDeviceIsKnownAgainToItsOwnAccountAlone() {
    AccountId ada = account("ada");
    AccountId eve = account("eve");
    DeviceId laptop = open(ada, new DeviceClaim(null, "Laptop")).device();
    assertThat(open(ada, new DeviceClaim(laptop, null)).device()).isEqualTo(laptop);
    assertThat(open(eve, new DeviceClaim(laptop, "Mine now")).device()).isNotEqualTo(laptop);
    assertThat(open(ada, new DeviceClaim(DeviceId.next(), null)).device()).isNotEqualTo(laptop);
    List<String> deviceNames =
        identity.transaction(
            desk ->
                desk.sessions().open(ada).stream()
                    .map(desk.sessions()::view)
                    .filter(view -> view.device().equals(laptop))
                    .map(view -> view.deviceName())
                    .toList());
    assertThat(deviceNames).containsOnly("Laptop");
  }

  @Test
  void aSessionEndsWhenItIsIdle() {
    SessionId session = open(account("ada"), DeviceClaim.NONE).id();
    identity.now = identity.now.plus(Duration.ofMinutes(29));
    assertThat(identity.<Boolean>transaction(desk -> desk.sessions().touch(session))).isTrue();
    identity.now = identity.now.plus(Duration.ofMinutes(29));
    assertThat(isOpen(session)).isTrue();
    identity.now = identity.now.plus(Duration.ofMinutes(1));
    assertThat(isOpen(session)).isFalse();
    assertThat(identity.<Boolean>transaction(desk -> desk.sessions().touch(session))).isFalse();
  }

  @Test
  void aSessionEndsAtItsLimitHoweverMuchItIsUsed() {
    SessionId session = open(account("ada"), DeviceClaim.NONE).id();
    for (int i = 0; i < 30 * 24 * 4; i++) {
      identity.now = identity.now.plus(Duration.ofMinutes(15));
      boolean inUse = identity.transaction(desk -> desk.sessions().touch(session));
      if (!inUse) {
        assertThat(i).isEqualTo(30 * 24 * 4 - 1);
      }
    }
    assertThat(isOpen(session)).isFalse();
  }

  @Test
  void theChainOfRefreshTokensGoesOn() {
    SessionId session = open(account("ada"), DeviceClaim.NONE).id();
    String token = firstToken(session);
    Set<String> seen = new HashSet<>(Set.of(token));
    for (int i = 0; i < 5; i++) {
      identity.now = identity.now.plus(Duration.ofMinutes(10));
      Rotation rotation = rotate(token);
      assertThat(rotation.outcome()).isEqualTo(Outcome.GOOD);
      assertThat(rotation.session()).isEqualTo(session);
      token = rotation.successor();
      assertThat(seen.add(token)).isTrue();
    }
  }

  @Test
  void aLostAnswerIsGivenAgainForTenSeconds() {
    String token = firstToken(open(account("ada"), DeviceClaim.NONE).id());
    String successor = rotate(token).successor();
    identity.now = identity.now.plusSeconds(10);
    assertThat(rotate(token).successor()).isEqualTo(successor);
    identity.now = identity.now.plusMillis(1);
    assertThat(rotate(token).outcome()).isEqualTo(Outcome.REUSED);
  }

  @Test
  void aTokenBeforeThePreviousOneIsNeverGoodAgain() {
    String first = firstToken(open(account("ada"), DeviceClaim.NONE).id());
    String second = rotate(first).successor();
    rotate(second);
    assertThat(rotate(first).outcome()).isEqualTo(Outcome.REUSED);
  }

  @Test
  void aTokenNobodyIssuedIsUnknown() {
    assertThat(rotate("").outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(rotate("x".repeat(43)).outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void twentyWhoRefreshAtOnceGetOneSuccessor() throws Exception {
    String token = firstToken(open(account("ada"), DeviceClaim.NONE).id());
    ExecutorService tabs = Executors.newFixedThreadPool(20);
    try {
      List<Future<Rotation>> answers = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        answers.add(tabs.submit(() -> rotate(token)));
      }
      Set<String> successors = new HashSet<>();
      for (Future<Rotation> answer : answers) {
        assertThat(answer.get().outcome()).isEqualTo(Outcome.GOOD);
        successors.add(answer.get().successor());
      }
      assertThat(successors).hasSize(1);
      assertThat(rotate(successors.iterator().next()).outcome()).isEqualTo(Outcome.GOOD);
    } finally {
      tabs.shutdownNow();
    }
  }

  @Test
  void endedAndExpiredSessionsAreRemovedWithTheirTokens() {
    AccountId ada = account("ada");
    SessionId session = open(ada, DeviceClaim.NONE).id();
    String token = firstToken(session);
    identity.now = identity.now.plus(Duration.ofMinutes(31));
    identity.transaction(desk -> desk.sessions().removeExpired());
    assertThat(end(session)).as("remembered").contains(SessionEnd.EXPIRED);
    identity.now = identity.now.plus(Limits.SESSION_REMEMBERED);
    identity.transaction(desk -> desk.sessions().removeExpired());
    assertThat(rotate(token).outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(end(session)).isEmpty();
  }

  private Optional<SessionEnd> end(SessionId session) {
    return identity.transaction(desk -> desk.sessions().end(session));
  }

  @Test
  void theFirstEndOfASessionCounts() {
    SessionId session = open(account("ada"), DeviceClaim.NONE).id();
    assertThat(end(session)).isEmpty();
    for (SessionEnd why : List.of(SessionEnd.REVOKED, SessionEnd.SIGNED_OUT)) {
      identity.transaction(
          desk -> {
            desk.sessions().open(session).ifPresent(found -> found.end(identity.now, why));
            return true;
          });
    }
    assertThat(end(session)).contains(SessionEnd.REVOKED);
  }

  @Test
  void aNameThatItsOwnerChoseStaysWithADevice() {
    AccountId ada = account("ada");
    Session first = open(ada, new DeviceClaim(null, "Firefox on Linux"));
    DeviceClaim again = new DeviceClaim(first.device(), "Firefox on Mac");
    assertThat(nameOfDevice(open(ada, again))).isEqualTo("Firefox on Mac");
    identity.transaction(
        desk -> {
          desk.sessions().device(first).rename("Laptop");
          return true;
        });
    assertThat(nameOfDevice(open(ada, again))).isEqualTo("Laptop");
  }

  private @Nullable String nameOfDevice(Session session) {
    return identity.transaction(desk -> desk.sessions().device(session).name());
  }
}
