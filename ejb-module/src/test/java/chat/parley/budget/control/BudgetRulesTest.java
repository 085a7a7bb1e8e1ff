package chat.parley.budget.control;

import static chat.parley.budget.Budget.MAIL;
import static chat.parley.budget.Budget.RPC;
import static chat.parley.budget.Budget.STORAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parley.budget.Spender;
import chat.parley.platform.AccountId;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far each one may go, and of what operators are told. */
class BudgetRulesTest {

  private static final Spender ADA = Spender.asking(AccountId.next());
  private static final Spender PROMISE = Spender.promised(AccountId.next());

  @Test
  void withoutSettingsNothingIsBoundedAndNobodyIsTold() {
    BudgetRules rules = TestBudgets.rules(Map.of());

    assertThat(rules.most(RPC, ADA)).isEqualTo(Long.MAX_VALUE);
    assertThat(rules.mostOfOne(MAIL, ADA)).isEqualTo(Long.MAX_VALUE);
    assertThat(rules.isCountedByPerson(RPC)).isFalse();
    assertThat(rules.isStorageBounded()).isFalse();
    assertThat(rules.reached(STORAGE, BudgetRules.MOST)).isEmpty();
    assertThat(rules.batch(RPC)).isEqualTo(100);
  }

  @Test
  void theLastTenthIsForWhatWasPromised() {
    BudgetRules rules = TestBudgets.rules(Map.of("rpc.calls", "1000", "rpc.calls-of-one", "50"));

    assertThat(rules.most(RPC, ADA)).isEqualTo(900);
    assertThat(rules.most(RPC, PROMISE)).isEqualTo(1000);
    assertThat(rules.mostOfOne(RPC, ADA)).isEqualTo(50);
    assertThat(rules.mostOfOne(RPC, PROMISE)).isEqualTo(Long.MAX_VALUE);
    assertThat(rules.batch(RPC)).isEqualTo(10);
    assertThat(rules.batchOfOne(RPC)).isEqualTo(1);
  }

  @Test
  void storageHasNoReserve() {
    BudgetRules rules =
        TestBudgets.rules(Map.of("storage.bytes", "1000", "storage.bytes-of-one", "10"));

    assertThat(rules.most(STORAGE, ADA)).isEqualTo(1000);
    assertThat(rules.mostOfOne(STORAGE, ADA)).isEqualTo(10);
    assertThat(rules.isStorageBounded()).isTrue();
  }

  @Test
  void whereItIsOnlyToldNothingStops() {
    BudgetRules rules = TestBudgets.rules(Map.of("mail.mails", "10", "mail.then", "tell"));

    assertThat(rules.most(MAIL, ADA)).isEqualTo(Long.MAX_VALUE);
    assertThat(rules.isStop(MAIL)).isFalse();
    assertThat(rules.reached(MAIL, 8)).containsExactly(80);
    assertThat(rules.reached(MAIL, 10)).containsExactly(80, 100);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rpc.calls | 0",
        "rpc.calls | -1",
        "rpc.calls | many",
        "mail.mails-of-one | 0",
        "storage.bytes | 1000000000000001",
        "rpc.then | halt",
        "mail.then | STOP",
        "storage.then | x",
        "alerts | 0,80",
        "alerts | 101",
        "alerts | 80;100"
      })
  void aWrongSettingIsNamed(String key, String value) {
    assertThatThrownBy(() -> TestBudgets.rules(Map.of(key, value)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("parley.budget." + key);
  }

  @Property
  void aThresholdIsReachedExactlyWhereItsShareIs(
      @ForAll @LongRange(min = 1, max = BudgetRules.MOST) long all,
      @ForAll @LongRange(min = 0, max = BudgetRules.MOST) long used,
      @ForAll @IntRange(min = 1, max = 100) int percent) {
    BudgetRules rules =
        TestBudgets.rules(
            Map.of("rpc.calls", Long.toString(all), "alerts", Integer.toString(percent)));
    boolean isReached =
        BigInteger.valueOf(used)
                .multiply(BigInteger.valueOf(100))
                .compareTo(BigInteger.valueOf(all).multiply(BigInteger.valueOf(percent)))
            >= 0;

    assertThat(rules.reached(RPC, used)).isEqualTo(isReached ? List.of(percent) : List.of());
    assertThat(rules.most(RPC, ADA)).isBetween(all - all / 10, all);
    assertThat(rules.batch(RPC)).isBetween(1L, Math.max(1, all / 100));
  }
}
