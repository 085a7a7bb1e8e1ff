package chat.parley.torture.nemesis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * The faults of a seed, without end: rounds, each with every kind once in another order, so that a
 * short run meets all of them. The same seed and kinds give the same plan.
 */
public final class Plan {

  private final Random random;
  private final List<FaultKind> kinds;
  private final int instances;
  private final Deque<Fault> round = new ArrayDeque<>();

  /** A plan for so many instances; kinds that cannot be had here are left out. */
  public Plan(long seed, Set<FaultKind> kinds, int instances) {
    this.random = new Random(seed);
    this.kinds = kinds.stream().sorted().toList();
    this.instances = instances;
  }

  /** The next fault. */
  public Fault next() {
    if (round.isEmpty()) {
      List<FaultKind> order = new ArrayList<>(kinds);
      Collections.shuffle(order, random);
      order.forEach(kind -> round.add(fault(kind)));
    }
    return round.removeFirst();
  }

  private Fault fault(FaultKind kind) {
    return new Fault(
        kind,
        1 + random.nextInt(instances),
        1_000 + random.nextInt(3_000),
        random.nextInt(1 << 16),
        200 + random.nextInt(1_500));
  }
}
