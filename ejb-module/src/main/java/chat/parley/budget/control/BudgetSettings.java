package chat.parley.budget.control;

import chat.parley.platform.Setting;
import java.util.List;
import java.util.Optional;

/**
 * What may be used up in a month, and what happens then; none where nothing is set.
 *
 * @param alerts percentages of which operators are told
 */
record BudgetSettings(
    @Setting("parley.budget.rpc.calls") Optional<Long> rpc,
    @Setting("parley.budget.rpc.calls-of-one") Optional<Long> rpcOfOne,
    @Setting("parley.budget.rpc.then") String rpcThen,
    @Setting("parley.budget.mail.mails") Optional<Long> mail,
    @Setting("parley.budget.mail.mails-of-one") Optional<Long> mailOfOne,
    @Setting("parley.budget.mail.then") String mailThen,
    @Setting("parley.budget.storage.bytes") Optional<Long> storage,
    @Setting("parley.budget.storage.bytes-of-one") Optional<Long> storageOfOne,
    @Setting("parley.budget.storage.then") String storageThen,
    @Setting("parley.budget.alerts") List<String> alerts) {

  private static final int MOST_PERCENT = 100;

  BudgetSettings {
    requireAmount("rpc.calls", rpc);
    requireAmount("rpc.calls-of-one", rpcOfOne);
    requireThen("rpc", rpcThen);
    requireAmount("mail.mails", mail);
    requireAmount("mail.mails-of-one", mailOfOne);
    requireThen("mail", mailThen);
    requireAmount("storage.bytes", storage);
    requireAmount("storage.bytes-of-one", storageOfOne);
    requireThen("storage", storageThen);
    alerts = List.copyOf(alerts);
    alerts.forEach(BudgetSettings::percent);
  }

  private static void requireAmount(String name, Optional<Long> amount) {
    if (amount.filter(each -> each < 1 || each > BudgetRules.MOST).isPresent()) {
      throw new IllegalArgumentException(
          "The setting parley.budget." + name + " must be 1 to " + BudgetRules.MOST + ".");
    }
  }

  private static void requireThen(String budget, String then) {
    if (!then.equals("stop") && !then.equals("tell")) {
      throw new IllegalArgumentException(
          "The setting parley.budget." + budget + ".then must be stop or tell.");
    }
  }

  private static int percent(String text) {
    if (!text.matches("[1-9][0-9]{0,2}") || Integer.parseInt(text) > MOST_PERCENT) {
      throw new IllegalArgumentException(
          "The setting parley.budget.alerts must be percentages from 1 to 100, such as 80,100.");
    }
    return Integer.parseInt(text);
  }

  /** The percentages, each once, from the lowest on. */
  List<Integer> thresholds() {
    return alerts.stream().map(BudgetSettings::percent).distinct().sorted().toList();
  }
}
