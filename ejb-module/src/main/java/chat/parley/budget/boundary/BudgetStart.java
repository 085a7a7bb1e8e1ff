package chat.parley.budget.boundary;

import chat.parley.budget.Budget;
import chat.parley.budget.BudgetLog;
import chat.parley.budget.BudgetReached;
import chat.parley.budget.control.BudgetRules;
import chat.parley.budget.control.Meters;
import chat.parley.budget.control.Standing;
import chat.parley.platform.Limits;
import chat.parley.platform.RepeatedTask;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the budgets at the start, writes down what was counted every few seconds, and tells of
 * thresholds that are reached.
 */
@Singleton
@Startup
@DependsOn("PlatformStart")
@TransactionManagement(TransactionManagementType.BEAN)
public class BudgetStart {

  @Resource private ManagedScheduledExecutorService scheduler;
  @EJB private BudgetSteps steps;
  @Inject private BudgetRules rules;
  @Inject private Meters meters;
  @Inject private BudgetBooks books;

  private final Set<Told> told = ConcurrentHashMap.newKeySet();
  private @Nullable RepeatedTask task;
  private @Nullable RepeatedTask sweep;

  /** What operators were told by whatever instance. */
  private record Told(Budget budget, String month, int percent) {}

  @PostConstruct
  void start() {
    // Wrong settings are told now, and not to the first one who spends.
    rules.isStorageBounded();
    task =
        RepeatedTask.start(
            scheduler, Limits.BUDGET_WRITTEN, this::writeDown, BudgetLog.LOG::writingFailed);
    sweep =
        RepeatedTask.start(
            scheduler, Limits.BUDGET_SWEEP, this::forget, BudgetLog.LOG::writingFailed);
  }

  @PreDestroy
  void stop() {
    if (task != null) {
      task.close();
    }
    if (sweep != null) {
      sweep.close();
    }
    books.close();
    try {
      meters.settleAll();
    } catch (RuntimeException lost) {
      BudgetLog.LOG.writingFailed(lost);
    }
  }

  private boolean writeDown() {
    meters.settlePeople();
    tell(Budget.RPC, meters.of(Budget.RPC).settle());
    tell(Budget.MAIL, meters.of(Budget.MAIL).settle());
    steps.fold();
    if (rules.granted(Budget.STORAGE).isPresent()) {
      tell(Budget.STORAGE, steps.stored());
    }
    return false;
  }

  private void tell(Budget budget, Standing standing) {
    long granted = rules.granted(budget).orElse(0L);
    for (int percent : rules.reached(budget, standing.used())) {
      String month = standing.month().toString();
      Told threshold = new Told(budget, month, percent);
      if (told.contains(threshold)) {
        continue;
      }
      told.removeIf(each -> each.budget() == budget && !each.month().equals(month));
      BudgetReached reached =
          new BudgetReached(
              budget, standing.month(), percent, standing.used(), granted, rules.isStop(budget));
      if (steps.reach(reached)) {
        BudgetLog.LOG.reached(percent, budget.word(), month, standing.used(), granted);
      }
      told.add(threshold);
    }
  }

  private boolean forget() {
    steps.forget();
    return false;
  }
}
