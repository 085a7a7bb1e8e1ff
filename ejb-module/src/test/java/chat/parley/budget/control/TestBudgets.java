package chat.parley.budget.control;

import chat.parley.platform.Settings;
import java.util.Map;
import java.util.Optional;

/** Budgets for tests. */
final class TestBudgets {

  private TestBudgets() {}

  /** Rules by these settings, given without their common beginning. */
  static BudgetRules rules(Map<String, String> given) {
    return new BudgetRules(
        Settings.read(
            BudgetSettings.class,
            key ->
                Optional.ofNullable(given.get(key.substring("parley.budget.".length())))
                    .or(() -> Settings.withoutContainer(key))));
  }
}
