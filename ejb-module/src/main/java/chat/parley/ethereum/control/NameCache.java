package chat.parley.ethereum.control;

import chat.parley.ethereum.Address;
import chat.parley.ethereum.EnsName;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * The names of addresses that were asked for last, for a while; that one has none, too. Bounded.
 * For any number of threads.
 */
public final class NameCache {

  private static final int MOST = 10_000;

  /** A name that was given away is shown no longer than that. */
  static final Duration GOOD_FOR = Duration.ofMinutes(10);

  private record Said(Optional<EnsName> name, long until) {}

  private final Map<Address, Said> said = new LinkedHashMap<>(16, 0.75f, true);
  private final Function<Address, Optional<EnsName>> ask;
  private final LongSupplier ticks;
  private final int most;

  /** Asks for what it does not know; what fails is asked for again. */
  public NameCache(Function<Address, Optional<EnsName>> ask) {
    this(ask, System::nanoTime, MOST);
  }

  NameCache(Function<Address, Optional<EnsName>> ask, LongSupplier ticks, int most) {
    this.ask = ask;
    this.ticks = ticks;
    this.most = most;
  }

  /** Whether an address is known, so that nobody has to be asked. */
  public boolean knows(Address address) {
    synchronized (said) {
      Said before = said.get(address);
      return before != null && before.until() - ticks.getAsLong() > 0;
    }
  }

  /** The name of an address, if it has one. Does not wait for those who ask for others. */
  public Optional<EnsName> nameOf(Address address) {
    synchronized (said) {
      Said before = said.get(address);
      if (before != null && before.until() - ticks.getAsLong() > 0) {
        return before.name();
      }
    }
    Optional<EnsName> name = ask.apply(address);
    synchronized (said) {
      said.put(address, new Said(name, ticks.getAsLong() + GOOD_FOR.toNanos()));
      if (said.size() > most) {
        said.remove(said.keySet().iterator().next());
      }
    }
    return name;
  }
}
