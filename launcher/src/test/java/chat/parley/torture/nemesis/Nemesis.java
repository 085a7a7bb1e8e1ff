package chat.parley.torture.nemesis;

import chat.parley.launcher.LaunchFailure;
import chat.parley.sabotage.Saboteur;
import chat.parley.testing.RunningParley;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Does what a plan says to one system, and nothing to any other: it knows processes by what started
 * them. An instance that died starts again beside the faults that follow, so that they meet; two
 * never are away together.
 */
public final class Nemesis implements AutoCloseable {

  private static final int ATTEMPTS = 4;
  private static final int ENOUGH = 10;

  private final RunningParley parley;
  private final List<FaultProxy> proxies;
  private final @Nullable SmallDisk brokerDisk;
  private final Saboteur saboteur;
  private final Runnable storm;
  private final LongSupplier acknowledged;
  private final Consumer<String> diary;
  private final Map<FaultKind, Integer> done = new EnumMap<>(FaultKind.class);
  private long acknowledgedWithoutBroker;
  private int away;
  private CompletableFuture<Void> returning = CompletableFuture.completedFuture(null);

  /**
   * A nemesis.
   *
   * @param proxies the networks before the instances, in their order
   * @param brokerDisk where the broker's data lie; null when it is no disk that can be filled
   * @param saboteur moves the clocks of the instances
   * @param storm drops all connections at once
   * @param acknowledged how many messages have been acknowledged
   * @param diary is told of each fault
   */
  public Nemesis(
      RunningParley parley,
      List<FaultProxy> proxies,
      @Nullable SmallDisk brokerDisk,
      Saboteur saboteur,
      Runnable storm,
      LongSupplier acknowledged,
      Consumer<String> diary) {
    this.parley = parley;
    this.proxies = List.copyOf(proxies);
    this.brokerDisk = brokerDisk;
    this.saboteur = saboteur;
    this.storm = storm;
    this.acknowledged = acknowledged;
    this.diary = diary;
  }

  /** The faults that can be had on this machine. */
  public Set<FaultKind> kinds() {
    Set<FaultKind> kinds = EnumSet.allOf(FaultKind.class);
    if (brokerDisk == null) {
      kinds.remove(FaultKind.FILL_BROKER_DISK);
    }
    return kinds;
  }

  /** How often each kind was done. */
  public Map<FaultKind, Integer> done() {
    return Map.copyOf(done);
  }

  /** How many messages were acknowledged while the broker was dead. */
  public long acknowledgedWithoutBroker() {
    return acknowledgedWithoutBroker;
  }

  /** Does one fault, and undoes it; an instance may come back later. */
  public void strike(Fault fault) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(fault.pauseMs()));
    diary.accept(fault.toString());
    switch (fault.kind()) {
      case KILL_INSTANCE -> away(fault.instance(), parley::kill);
      case STOP_INSTANCE -> away(fault.instance(), parley::stop);
      case PAUSE_INSTANCE -> pause("parley-" + thereInsteadOf(fault.instance()), fault);
      case KILL_BROKER -> {
        parley.killBroker();
        last(fault);
        acknowledgedWithoutBroker += acknowledgedMeanwhile();
        start("the broker", parley::startBroker, parley::killBroker);
      }
      case PAUSE_BROKER -> pause("broker", fault);
      case FILL_BROKER_DISK -> fillBrokerDisk(fault);
      case KILL_DATABASE -> {
        parley.killDatabase();
        start("the database", parley::startDatabase, parley::killDatabase);
      }
      case PAUSE_DATABASE -> pause("postgres", fault);
      case END_DATABASE_SESSIONS -> endDatabaseSessions();
      case CUT_CONNECTIONS -> proxy(fault).cutAfter(fault.chance() % 400);
      case DELAY_NETWORK -> {
        proxy(fault).delay(20 + fault.chance() % 200);
        last(fault);
        proxy(fault).delay(0);
      }
      case SWALLOW_NETWORK -> {
        proxy(fault).deaf(true);
        last(fault);
        proxy(fault).deaf(false);
      }
      case RECONNECT_STORM -> storm.run();
      case SKEW_CLOCK -> {
        int seconds = 30 + fault.chance() % 270;
        saboteur.moveClock(
            fault.instance(), Duration.ofSeconds(fault.chance() % 2 == 0 ? seconds : -seconds));
        last(fault);
        saboteur.moveClock(fault.instance(), Duration.ZERO);
      }
    }
    done.merge(fault.kind(), 1, Integer::sum);
  }

  /** Waits until messages are acknowledged although the broker is dead, as they must be. */
  private long acknowledgedMeanwhile() {
    long before = acknowledged.getAsLong();
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (acknowledged.getAsLong() < before + ENOUGH && System.nanoTime() < deadline) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
    return acknowledged.getAsLong() - before;
  }

  private FaultProxy proxy(Fault fault) {
    return proxies.get(fault.instance() - 1);
  }

  private static void last(Fault fault) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(fault.lengthMs()));
  }

  private void pause(String process, Fault fault) {
    ProcessHandle handle = parley.system().process(process);
    Signal.pause(handle);
    try {
      last(fault);
    } finally {
      Signal.resume(handle);
    }
  }

  private void fillBrokerDisk(Fault fault) {
    SmallDisk disk = brokerDisk;
    if (disk == null) {
      throw new IllegalStateException("the broker's disk cannot be filled here");
    }
    disk.fill();
    try {
      // The broker looks at its disk every five seconds.
      LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(5));
      last(fault);
    } finally {
      disk.free();
    }
  }

  private void endDatabaseSessions() {
    try (var connection = parley.database();
        var statement = connection.createStatement()) {
      statement.execute(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'parley' AND pid"
              + " <> pg_backend_pid()");
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    }
  }

  /** Who is away cannot stand still: another does. */
  private int thereInsteadOf(int instance) {
    return !returning.isDone() && instance == away
        ? 1 + instance % RunningParley.INSTANCES
        : instance;
  }

  private void away(int instance, Consumer<Integer> end) {
    awaitReturn();
    away = instance;
    end.accept(instance);
    returning =
        CompletableFuture.runAsync(
            () ->
                start(
                    "instance " + instance,
                    () -> parley.start(instance),
                    () -> parley.kill(instance)));
  }

  /** A start that meets another fault, or a busy machine, may fail; an operator would try again. */
  private void start(String what, Runnable start, Runnable kill) {
    List<LaunchFailure> failures = new ArrayList<>();
    while (failures.size() < ATTEMPTS) {
      try {
        start.run();
        return;
      } catch (LaunchFailure failed) {
        failures.add(failed);
        diary.accept("%s did not start: %s".formatted(what, failed.getMessage()));
        kill.run();
      }
    }
    throw failures.get(0);
  }

  /** Waits until every instance is there. */
  public void awaitReturn() {
    try {
      returning.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof LaunchFailure cause) {
        throw cause;
      }
      throw failed;
    }
  }

  @Override
  public void close() {
    awaitReturn();
  }
}
