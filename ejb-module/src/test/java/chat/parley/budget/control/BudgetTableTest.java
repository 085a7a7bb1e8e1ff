package chat.parley.budget.control;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parley.budget.Budget;
import chat.parley.budget.BudgetReached;
import chat.parley.platform.AccountId;
import chat.parley.platform.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What all instances have counted, in a real database. */
class BudgetTableTest {

  private static final String ACCOUNT =
      "INSERT INTO account (id, username, created_at, active_at) VALUES (?, 'ada', now(), now())";
  private static final String UPLOAD =
      "INSERT INTO attachment (id, conversation, account, bytes, state, due)"
          + " VALUES (?, gen_random_uuid(), ?, 1000, 'UPLOADING', now())";
  private static final String COMPLETE = "UPDATE attachment SET state = 'COMPLETE' WHERE id = ?";
  private static final String RELEASE = "UPDATE attachment SET state = 'RELEASED' WHERE id = ?";
  private static final String REMOVE = "DELETE FROM attachment WHERE id = ?";
  private static final String PICTURE =
      "INSERT INTO media_blob (media, edge, owner, type, length, sha256, state, since)"
          + " VALUES (?, 48, ?, 'image/jpeg', 300, sha256('x'), 'WRITING', now())";
  private static final String OLD =
      "UPDATE budget_use SET month = month - interval '1 month' WHERE budget = 'rpc'";
  private static final String OLD_OWN =
      "UPDATE budget_use_own SET month = month - interval '1 month'";

  private final DataSource database = TestDatabase.fresh();
  private final BudgetTable one = new BudgetTable(database, 1);
  private final BudgetTable two = new BudgetTable(database, 2);
  private final AccountId ada = AccountId.next();

  private void change(String sql, Object... values) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  @Test
  void instancesAddUpInOneMonthAndBeginAnewInTheNext() throws SQLException {
    one.add(Budget.RPC, 3);
    two.add(Budget.RPC, 4);
    one.add(Budget.MAIL, 100);
    Standing standing = one.add(Budget.RPC, 5);

    assertThat(standing.used()).isEqualTo(12);
    assertThat(standing.month()).isEqualTo(YearMonth.now(ZoneOffset.UTC));
    Instant next = standing.month().plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    assertThat(standing.untilNextMonth())
        .isCloseTo(Duration.between(Instant.now(), next), Duration.ofMinutes(1));
    change(OLD);
    assertThat(two.add(Budget.RPC, 0).used()).isZero();
    assertThat(two.add(Budget.MAIL, 0).used()).isEqualTo(100);
  }

  @Test
  void aPersonIsCountedForHimselfAndForgottenWithTheMonth() throws SQLException {
    one.add(Budget.RPC, ada, 3);
    assertThat(two.add(Budget.RPC, ada, 4).used()).isEqualTo(7);
    assertThat(two.add(Budget.MAIL, ada, 0).used()).isZero();
    assertThat(two.add(Budget.RPC, AccountId.next(), 0).used()).isZero();
    assertThat(one.forget()).isZero();
    change(OLD_OWN);
    assertThat(one.forget()).isEqualTo(1);
  }

  @Test
  void aThresholdIsReachedOnceInAMonth() {
    YearMonth month = YearMonth.of(2026, 11);
    BudgetReached reached = new BudgetReached(Budget.RPC, month, 80, 81, 100, true);

    assertThat(one.reach(reached)).isTrue();
    assertThat(two.reach(reached)).isFalse();
    assertThat(one.reach(new BudgetReached(Budget.RPC, month, 100, 100, 100, true))).isTrue();
    assertThat(one.reach(new BudgetReached(Budget.MAIL, month, 80, 81, 100, true))).isTrue();
    assertThat(one.reach(new BudgetReached(Budget.RPC, month.plusMonths(1), 80, 81, 100, true)))
        .isTrue();
  }

  @Test
  void whatIsStoredCountsUntilItIsGivenUp() throws SQLException {
    change(ACCOUNT, ada.value());
    UUID first = UUID.randomUUID();
    UUID second = UUID.randomUUID();
    change(UPLOAD, first, ada.value());
    change(UPLOAD, second, ada.value());
    change(PICTURE, UUID.randomUUID(), ada.value());
    change(PICTURE, UUID.randomUUID(), UUID.randomUUID());
    change(COMPLETE, first);
    assertStored(2600, 2300);

    one.fold(2);
    assertStored(2600, 2300);
    one.fold(100);
    assertStored(2600, 2300);
    change(RELEASE, first);
    assertStored(1600, 1300);
    change(REMOVE, first);
    change(REMOVE, second);
    assertStored(600, 300);
    two.fold(100);
    assertStored(600, 300);
  }

  private void assertStored(long all, long own) {
    assertThat(one.stored().used()).isEqualTo(all);
    assertThat(two.stored(ada).used()).isEqualTo(own);
    assertThat(two.stored(AccountId.next()).used()).isZero();
  }
}
