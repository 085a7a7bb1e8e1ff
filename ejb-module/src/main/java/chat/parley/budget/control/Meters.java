package chat.parley.budget.control;

import chat.parley.budget.Budget;
import chat.parley.platform.AccountId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** The meters of one instance: one for each budget, and one for each person who spends. */
public final class Meters {

  private final Map<Budget, Meter> all = new EnumMap<>(Budget.class);
  private final Map<Own, Meter> own = new ConcurrentHashMap<>();
  private final BudgetRules rules;
  private final Books books;
  private final LongSupplier ticks;

  private record Own(Budget budget, AccountId account) {}

  /** Where the meters are written down. */
  public interface Books {

    /** As {@link Meter.Book#add}, for the installation. */
    Standing add(Budget budget, long amount);

    /** As {@link Meter.Book#add}, for one person. */
    Standing add(Budget budget, AccountId account, long amount);
  }

  /**
   * Meters.
   *
   * @param ticks nanoseconds that only go forward
   */
  public Meters(BudgetRules rules, Books books, LongSupplier ticks) {
    this.rules = rules;
    this.books = books;
    this.ticks = ticks;
    for (Budget budget : List.of(Budget.RPC, Budget.MAIL)) {
      all.put(budget, new Meter(rules.batch(budget), amount -> books.add(budget, amount), ticks));
    }
  }

  /** That of the installation. */
  public Meter of(Budget budget) {
    Meter meter = all.get(budget);
    if (meter == null) {
      throw new IllegalArgumentException(budget + " is not spent");
    }
    return meter;
  }

  /** That of one person. */
  public Meter of(Budget budget, AccountId account) {
    return own.computeIfAbsent(
        new Own(budget, account),
        key ->
            new Meter(
                rules.batchOfOne(budget), amount -> books.add(budget, account, amount), ticks));
  }

  /** Writes down what is not written yet; nothing is spent after this. */
  public void settleAll() {
    all.values().forEach(Meter::settleOrClose);
    own.values().forEach(Meter::settleOrClose);
  }

  /** Writes down what people have spent, and forgets those who spend nothing. */
  public void settlePeople() {
    own.values().removeIf(Meter::settleOrClose);
  }
}
