package chat.parley.identity.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.identity.AccountView;
import chat.parley.identity.Username;
import chat.parley.identity.UsernameTaken;
import chat.parley.identity.control.TestIdentity.Desk;
import chat.parley.identity.entity.Account;
import chat.parley.platform.AccountId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NewcomersTest {

  private static final Duration NEWCOMER = TestIdentity.SETTINGS.newcomer();

  private final TestIdentity identity = new TestIdentity();
  private final AccountId viewer = make("viewer").id();

  @AfterEach
  void close() {
    identity.close();
  }

  private <T> T accounts(Function<AccountRecords, T> work) {
    return identity.transaction((Desk desk) -> work.apply(desk.accounts()));
  }

  private boolean is(Predicate<AccountRecords> so) {
    return accounts(so::test);
  }

  private AccountView own(AccountId id) {
    return accounts(accounts -> accounts.own(accounts.find(id).orElseThrow()));
  }

  private Optional<AccountId> overdue() {
    return accounts(AccountRecords::overdue);
  }

  private Account make(String name) {
    return accounts(accounts -> accounts.create(new Username(name), "$argon2id$fake"));
  }

  private AccountId newcomer(String name) {
    return accounts(
            accounts -> accounts.holdBack(accounts.create(new Username(name), "$argon2id$fake")))
        .id();
  }

  private boolean isKnownToOthers(AccountId id) {
    return accounts(
        accounts -> {
          boolean known = accounts.hold(List.of(id)) == 1;
          assertThat(accounts.all(List.of(id)).size() == 1).isEqualTo(known);
          assertThat(accounts.beginningWith("ada", "", viewer, 2).size() == 1).isEqualTo(known);
          return known;
        });
  }

  private Optional<Boolean> isActive(AccountId id) {
    return accounts(accounts -> accounts.find(id).map(Account::isActive));
  }

  @Test
  void anAccountThatIsHeldBackIsNobodyToOthersUntilItIsActive() {
    AccountId ada = newcomer("ada");
    assertThat(isActive(ada)).contains(false);
    assertThat(isKnownToOthers(ada)).isFalse();
    assertThat(is(accounts -> accounts.hold(ada))).as("its owner signs in").isTrue();
    assertThat(own(ada).newcomerUntil()).isEqualTo(identity.now.plus(NEWCOMER));
    assertThatThrownBy(() -> make("ada")).isInstanceOf(UsernameTaken.class);

    accounts(
        accounts -> {
          accounts.activate(ada);
          return true;
        });

    assertThat(isActive(ada)).contains(true);
    assertThat(isKnownToOthers(ada)).isTrue();
    assertThat(own(ada).isNewcomer()).isFalse();
  }

  @Test
  void onlyANewcomerIsOverdueAndOnlyAfterHisTime() {
    AccountId ada = newcomer("ada");
    identity.now = identity.now.plus(NEWCOMER);
    assertThat(overdue()).isEmpty();
    identity.now = identity.now.plusMillis(1);
    assertThat(overdue()).contains(ada);
    assertThat(is(accounts -> accounts.isOverdue(accounts.find(ada).orElseThrow()))).isTrue();
    assertThat(is(accounts -> accounts.isOverdue(accounts.find(viewer).orElseThrow()))).isFalse();
    int activated = accounts(AccountRecords::activateAll);
    assertThat(activated).isEqualTo(1);
    assertThat(overdue()).isEmpty();
    assertThat(isActive(ada)).contains(true);
  }

  @Test
  void theNameOfANewcomerIsFreeAgainAndThatOfAnybodyElseIsNot() {
    AccountId ada = newcomer("ada");
    for (AccountId each : List.of(ada, viewer)) {
      accounts(
          accounts -> {
            accounts.retire(accounts.find(each).orElseThrow());
            return true;
          });
    }
    assertThat(is(accounts -> accounts.isDeleted(ada))).as("nobody knew him").isFalse();
    assertThat(is(accounts -> accounts.isDeleted(viewer))).isTrue();
    assertThat(make("ada").id()).isNotEqualTo(ada);
    assertThatThrownBy(() -> make("viewer")).isInstanceOf(UsernameTaken.class);
  }
}
