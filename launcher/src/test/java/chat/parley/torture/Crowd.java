package chat.parley.torture;

import chat.parley.testing.Person;
import chat.parley.testing.RunningParley;
import chat.parley.torture.checker.Checker;
import chat.parley.torture.checker.FinalLog;
import chat.parley.torture.checker.Findings;
import chat.parley.torture.history.HistoryFile;
import chat.parley.torture.load.Device;
import chat.parley.torture.load.Link;
import chat.parley.torture.load.Room;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The clients of a run: people with devices, rooms that they write in, and the judgement on what
 * they saw.
 */
final class Crowd implements AutoCloseable {

  private static final Duration LOOK_EVERY = Duration.ofMillis(300);
  private static final Duration WORK_WITHIN = Duration.ofMinutes(2);

  /** Every stream of every account, and the last entry that this account may read there. */
  private static final String HEADS =
      "SELECT 'c/' || m.conversation, m.account, coalesce(m.left_seq, s.head)"
          + " FROM conversation_member m"
          + " JOIN journal_stream s ON s.kind = 'c' AND s.owner = m.conversation"
          + " UNION ALL"
          + " SELECT 'u/' || s.owner, s.owner, s.head FROM journal_stream s WHERE s.kind = 'u'";

  private final RunningParley parley;
  private final List<Link> links;
  private final Path histories;
  private final Random random;
  private final List<Device> devices = new ArrayList<>();
  private final List<HistoryFile> files = new ArrayList<>();
  private final List<Room> rooms = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  Crowd(RunningParley parley, List<Link> links, Path histories, Random random) {
    this.parley = parley;
    this.links = links;
    this.histories = histories;
    this.random = random;
  }

  /** A device of somebody, not yet at work. */
  Device device(Person person, List<Link> ways, Device.Manners manners) {
    String name = "client-" + (devices.size() + 1);
    HistoryFile history = HistoryFile.create(histories, name, person.id());
    Device device = new Device(name, person, ways, history, new Random(random.nextLong()), manners);
    devices.add(device);
    files.add(history);
    return device;
  }

  /** The conversation of two people. */
  Room room(Person one, Person other) {
    Room room = new Room(one.conversationWith(other), one.id(), List.of(other.id()));
    rooms.add(room);
    return room;
  }

  /** A group. */
  Room group(Person host, List<Person> guests) {
    String group = host.groupWith(guests.toArray(Person[]::new));
    Room room = new Room(group, host.id(), guests.stream().map(Person::id).toList());
    rooms.add(room);
    return room;
  }

  List<Device> devices() {
    return devices;
  }

  /** Sets all devices to work. */
  void start() {
    for (Device device : devices) {
      Thread thread = new Thread(device, device.name());
      thread.setDaemon(true);
      threads.add(thread);
      thread.start();
    }
  }

  /** Every connection breaks at once. */
  void storm() {
    devices.forEach(Device::drop);
  }

  /** How many messages have been acknowledged so far. */
  long acknowledged() {
    return devices.stream().mapToLong(Device::acknowledged).sum();
  }

  /** Waits until so many messages have been acknowledged: then the crowd is at work. */
  void awaitAcknowledged(long count) {
    long deadline = System.nanoTime() + WORK_WITHIN.toNanos();
    while (acknowledged() < count) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(
            "%d of %d messages were acknowledged".formatted(acknowledged(), count));
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
  }

  /**
   * Lets the devices send what they still have and read to the end.
   *
   * @return whether all became quiet in time; what did not is for the checker to tell
   */
  boolean settle(Duration within) {
    devices.forEach(Device::settle);
    long deadline = System.nanoTime() + within.toNanos();
    boolean quiet = isQuiet();
    while (!quiet && System.nanoTime() < deadline) {
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
      quiet = isQuiet();
    }
    return quiet;
  }

  private boolean isQuiet() {
    if (devices.stream().anyMatch(device -> device.waiting() > 0)) {
      return false;
    }
    try (var connection = parley.database();
        var statement = connection.createStatement();
        var row = statement.executeQuery(HEADS)) {
      while (row.next()) {
        String stream = row.getString(1);
        String account = row.getString(2);
        long head = row.getLong(3);
        for (Device device : devices) {
          if (device.person().id().equals(account) && device.cursor(stream) < head) {
            return false;
          }
        }
      }
      return true;
    } catch (SQLException | IllegalStateException notNow) {
      return false;
    }
  }

  /** Ends the devices and judges what they saw; fails when a device itself went wrong. */
  Findings judge() {
    close();
    for (Device device : devices) {
      if (device.failure() != null) {
        throw new AssertionError("A client is broken, and proves nothing", device.failure());
      }
    }
    try (var database = parley.database()) {
      LogReader reader = new LogReader(database, links);
      for (Room room : rooms) {
        Device member =
            devices.stream()
                .filter(device -> device.person().id().equals(room.host()))
                .findFirst()
                .orElseThrow();
        reader.room(room, member);
      }
      for (String account :
          devices.stream().map(device -> device.person().id()).distinct().toList()) {
        reader.account(account);
      }
      FinalLog log = reader.log();
      return Checker.check(log, files);
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    } finally {
      files.forEach(HistoryFile::close);
    }
  }

  /** Ends the devices. */
  @Override
  public void close() {
    devices.forEach(Device::end);
    for (Thread thread : threads) {
      try {
        thread.join(TimeUnit.SECONDS.toMillis(60));
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
