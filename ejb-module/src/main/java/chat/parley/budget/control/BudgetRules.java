package chat.parley.budget.control;

import chat.parley.budget.Budget;
import chat.parley.budget.Spender;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the settings say of each budget, as numbers. */
public final class BudgetRules {

  /** The largest budget there is: a hundred times as much is still a long. */
  public static final long MOST = 1_000_000_000_000_000L;

  /** Kept for what was promised already, and for mails that protect somebody. */
  static final int RESERVE_PERCENT = 10;

  /** An instance writes down what it has counted at the latest after so much of a budget. */
  private static final int BATCH_PARTS = 100;

  private static final long LARGEST_BATCH = 100;

  private final Map<Budget, Granted> granted = new EnumMap<>(Budget.class);
  private final List<Integer> thresholds;

  private record Granted(Optional<Long> all, Optional<Long> one, boolean isStop) {}

  /** Rules by these settings. */
  BudgetRules(BudgetSettings settings) {
    put(Budget.RPC, settings.rpc(), settings.rpcOfOne(), settings.rpcThen());
    put(Budget.MAIL, settings.mail(), settings.mailOfOne(), settings.mailThen());
    put(Budget.STORAGE, settings.storage(), settings.storageOfOne(), settings.storageThen());
    thresholds = settings.thresholds();
  }

  private void put(Budget budget, Optional<Long> all, Optional<Long> one, String then) {
    granted.put(budget, new Granted(all, one, then.equals("stop")));
  }

  private Granted of(Budget budget) {
    Granted found = granted.get(budget);
    if (found == null) {
      throw new IllegalStateException("no rules for " + budget);
    }
    return found;
  }

  /** What the installation may use; empty without a budget. */
  public Optional<Long> granted(Budget budget) {
    return of(budget).all();
  }

  /** Whether what one person uses is counted. */
  public boolean isCountedByPerson(Budget budget) {
    return of(budget).one().isPresent();
  }

  /** Whether nothing more is spent once it is used up. */
  public boolean isStop(Budget budget) {
    return of(budget).isStop();
  }

  /** Up to where this spender may go on with what the installation has. */
  public long most(Budget budget, Spender spender) {
    Granted found = of(budget);
    if (!found.isStop() || found.all().isEmpty()) {
      return Long.MAX_VALUE;
    }
    long all = found.all().get();
    return spender.isPromised() || budget == Budget.STORAGE ? all : all - reserve(all);
  }

  /** Up to where this spender may go on with what one person has. */
  public long mostOfOne(Budget budget, Spender spender) {
    Granted found = of(budget);
    return !found.isStop() || found.one().isEmpty() || spender.isPromised()
        ? Long.MAX_VALUE
        : found.one().get();
  }

  /** Whether room has to be looked for before something is stored. */
  public boolean isStorageBounded() {
    Granted found = of(Budget.STORAGE);
    return found.isStop() && (found.all().isPresent() || found.one().isPresent());
  }

  /** What an instance counts at most before it writes it down. */
  public long batch(Budget budget) {
    return batch(of(budget).all());
  }

  /** The same for one person. */
  public long batchOfOne(Budget budget) {
    return batch(of(budget).one());
  }

  private static long batch(Optional<Long> bound) {
    return bound
        .map(most -> Math.max(1, Math.min(LARGEST_BATCH, most / BATCH_PARTS)))
        .orElse(LARGEST_BATCH);
  }

  static long reserve(long all) {
    return all * RESERVE_PERCENT / 100;
  }

  /** The thresholds that are reached. */
  public List<Integer> reached(Budget budget, long used) {
    Optional<Long> all = of(budget).all();
    return all.isEmpty()
        ? List.of()
        : thresholds.stream().filter(percent -> isReached(used, all.get(), percent)).toList();
  }

  private static boolean isReached(long used, long all, int percent) {
    // Rounded up, without leaving the numbers of a long.
    return used >= all / 100 * percent + (all % 100 * percent + 99) / 100;
  }
}
