package chat.parley.torture;

import chat.parley.sabotage.Saboteur;
import chat.parley.testing.Person;
import chat.parley.testing.RunningParley;
import chat.parley.torture.checker.Findings;
import chat.parley.torture.load.Device;
import chat.parley.torture.load.Link;
import chat.parley.torture.load.Room;
import chat.parley.torture.nemesis.FaultKind;
import chat.parley.torture.nemesis.FaultProxy;
import chat.parley.torture.nemesis.Nemesis;
import chat.parley.torture.nemesis.Plan;
import chat.parley.torture.nemesis.SmallDisk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One run of the proof: a system of its own, clients that use it, a nemesis that breaks it, and the
 * checker. What is decided by chance follows from the seed: who does what, and what breaks in which
 * order. When things happen follows from the machine, so two runs of a seed meet the same faults
 * and not the same moments.
 */
public final class Campaign {

  private static final int PEOPLE = 6;

  /**
   * What still waits when the faults are over: a machine may be slow, and nothing is wrong then.
   */
  private static final Duration QUIET_WITHIN = Duration.ofMinutes(3);

  /** Messages that are acknowledged before anything breaks. */
  private static final int WARM = 50;

  private final Path home;
  private final long seed;
  private final Duration length;
  private final Consumer<String> out;

  /**
   * A campaign.
   *
   * @param home the folder for the system and the histories; emptied first
   * @param length how long faults happen, at least: every kind has its turn
   * @param out is told what happens, line by line
   */
  public Campaign(Path home, long seed, Duration length, Consumer<String> out) {
    this.home = home;
    this.seed = seed;
    this.length = length;
    this.out = out;
  }

  /**
   * How it went.
   *
   * @param possible the kinds of faults that this machine allows
   * @param faults how often each kind happened
   * @param acknowledgedWithoutBroker messages acknowledged while the broker was dead
   */
  public record Result(
      long seed,
      Set<FaultKind> possible,
      Map<FaultKind, Integer> faults,
      long acknowledgedWithoutBroker,
      Findings findings) {

    /** Everything on one line. */
    public String line() {
      return "torture: %,d faults of %d kinds, %,d messages acknowledged, %,d entries delivered, %s, seed %d"
          .formatted(
              faults.values().stream().mapToInt(Integer::intValue).sum(),
              faults.size(),
              findings.tally("messages acknowledged"),
              findings.tally("entries received"),
              findings.line(),
              seed);
    }
  }

  /** Where the histories of the run are. */
  public Path histories() {
    return home.resolve("histories");
  }

  /** Runs it from beginning to end. */
  public Result run() {
    empty(home);
    SmallDisk disk = SmallDisk.mount().orElse(null);
    if (disk == null) {
      out.accept("The disk of the broker is not filled: this user may not mount a small one.");
    } else {
      disk.take(home.resolve("data/broker"));
    }
    try {
      return run(disk);
    } finally {
      if (disk != null) {
        disk.close();
      }
    }
  }

  private Result run(@Nullable SmallDisk disk) {
    Saboteur saboteur = Saboteur.in(home.resolve("sabotage"));
    Random random = new Random(seed);
    List<FaultProxy> proxies = new ArrayList<>();
    try (RunningParley parley = RunningParley.start(home, List.of(saboteur.jvmOption()))) {
      List<Link> links = links(parley, proxies);
      try (Crowd crowd = new Crowd(parley, links, histories(), random)) {
        fill(crowd, parley, links, random);
        crowd.start();
        crowd.awaitAcknowledged(WARM);
        return torture(parley, crowd, proxies, disk, saboteur);
      }
    } finally {
      proxies.forEach(FaultProxy::close);
    }
  }

  private Result torture(
      RunningParley parley,
      Crowd crowd,
      List<FaultProxy> proxies,
      @Nullable SmallDisk disk,
      Saboteur saboteur) {
    try (Nemesis nemesis =
        new Nemesis(parley, proxies, disk, saboteur, crowd::storm, crowd::acknowledged, out)) {
      Plan plan = new Plan(seed, nemesis.kinds(), RunningParley.INSTANCES);
      long end = System.nanoTime() + length.toNanos();
      while (System.nanoTime() < end || nemesis.done().size() < nemesis.kinds().size()) {
        nemesis.strike(plan.next());
      }
      nemesis.awaitReturn();
      long begin = System.nanoTime();
      boolean quiet = crowd.settle(QUIET_WITHIN);
      out.accept(
          "%s after %.1f s"
              .formatted(quiet ? "quiet" : "not quiet", (System.nanoTime() - begin) / 1e9));
      Findings findings = crowd.judge();
      return new Result(
          seed,
          EnumSet.copyOf(nemesis.kinds()),
          nemesis.done(),
          nemesis.acknowledgedWithoutBroker(),
          findings);
    }
  }

  private static List<Link> links(RunningParley parley, List<FaultProxy> proxies) {
    List<Link> links = new ArrayList<>();
    for (int instance = 1; instance <= RunningParley.INSTANCES; instance++) {
      FaultProxy proxy = FaultProxy.before(parley.url(instance).getPort());
      proxies.add(proxy);
      links.add(
          new Link(
              instance,
              URI.create("http://localhost:" + proxy.port()),
              parley.url(instance).toString()));
    }
    return links;
  }

  /**
   * Six people, each with the next two and all of them in two groups, where guests come and go;
   * every other one has a second device.
   */
  private static void fill(Crowd crowd, RunningParley parley, List<Link> links, Random random) {
    List<Person> people = new ArrayList<>();
    List<List<Room>> rooms = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      people.add(parley.newPerson(1 + i % RunningParley.INSTANCES));
      rooms.add(new ArrayList<>());
    }
    for (int i = 0; i < PEOPLE; i++) {
      for (int step = 1; step <= 2; step++) {
        int other = (i + step) % PEOPLE;
        Room room = crowd.room(people.get(i), people.get(other));
        rooms.get(i).add(room);
        rooms.get(other).add(room);
      }
    }
    for (int host : List.of(0, PEOPLE / 2)) {
      List<Person> guests = new ArrayList<>(people);
      guests.remove(host);
      Room group = crowd.group(people.get(host), guests);
      rooms.forEach(list -> list.add(group));
    }
    for (int i = 0; i < PEOPLE; i++) {
      for (int number = 0; number <= (i + 1) % 2; number++) {
        Person person =
            number == 0 ? people.get(i) : people.get(i).signInAgain(parley.rest(1 + i % 2));
        Device device = crowd.device(person, links, manners(i + number, random));
        device.writesIn(rooms.get(i));
        device.hosts(number == 0 ? hostedBy(person, rooms.get(i)) : List.of());
      }
    }
  }

  private static List<Room> hostedBy(Person person, List<Room> rooms) {
    return rooms.stream()
        .filter(room -> room.host().equals(person.id()) && room.guests().size() > 1)
        .toList();
  }

  private static Device.Manners manners(int number, Random random) {
    Integer[] windows = {null, 4, 16, 256};
    return new Device.Manners(
        40 + random.nextInt(160), windows[number % windows.length], number % 3 == 0, true);
  }

  /** Deletes a folder and what is in it. */
  static void empty(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  /** Whether a run with this result may be called passed. */
  static boolean isPassed(Result result) {
    return result.findings().areNone() && result.faults().keySet().containsAll(result.possible());
  }
}
