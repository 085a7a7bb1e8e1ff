package chat.parley.sabotage;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What runs inside an instance instead of, or beside, the product's own code. Seen by every class
 * loader of the server, so it names no class but the platform's own, and no part of JDBC.
 */
public final class Sabotage {

  private static final Random RANDOM = new Random();
  private static final Map<Object, Long> FIRST_HEADS = new ConcurrentHashMap<>();
  private static volatile Path folder = Path.of("");
  private static volatile String instance = "";
  private static volatile @Nullable Object uncommitted;
  private static volatile @Nullable Object written;
  private static final AtomicInteger COMMITS = new AtomicInteger();

  private Sabotage() {}

  /** Where the orders come from, and who we are. */
  public static void begin(String orders, String name) {
    folder = Path.of(orders);
    instance = name;
  }

  /** Whether this defect is planted now. */
  public static boolean on(String defect) {
    return order("defect").equals(defect);
  }

  private static String order(String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException none) {
      return "";
    }
  }

  /** A clock that goes wrong on demand. */
  public static Clock clock(Clock right) {
    return new MovedClock(right);
  }

  /** A clock as far off as the orders say. */
  public static final class MovedClock extends Clock {
    private final Clock right;

    MovedClock(Clock right) {
      this.right = right;
    }

    @Override
    public ZoneId getZone() {
      return right.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return new MovedClock(right.withZone(zone));
    }

    @Override
    public Instant instant() {
      String by = order("clock-" + instance);
      return by.isEmpty() ? right.instant() : right.instant().plusMillis(Long.parseLong(by));
    }
  }

  /** Where a stream begins for a connection. */
  public static long resumeAt(long after, long head) {
    return on("MISSING_RESUME") ? head : after;
  }

  /** A page of the log as of the first time that somebody looked at the stream. */
  public static Object page(Object page, Object stream) {
    if (!on("STALE_HISTORY")) {
      return page;
    }
    List<Object> kept = new ArrayList<>();
    for (Object entry : (List<?>) page) {
      if (seq(entry) <= FIRST_HEADS.computeIfAbsent(stream, first -> lastOf((List<?>) page))) {
        kept.add(entry);
      }
    }
    return kept;
  }

  private static long lastOf(List<?> page) {
    return seq(page.get(page.size() - 1));
  }

  private static long seq(Object entry) {
    return (long) call(entry, "seq");
  }

  /** The writer of the log has written a batch, and not committed it. */
  public static void wrote(Object batch) {
    written = batch;
  }

  /** The connection of the writer of the log. */
  public static Object connection(Object real, Object writer) {
    try {
      Class<?> type =
          Class.forName("java.sql.Connection", false, ClassLoader.getPlatformClassLoader());
      return Proxy.newProxyInstance(
          type.getClassLoader(),
          new Class<?>[] {type},
          (proxy, method, arguments) -> {
            if (method.getName().equals("commit") && written != null) {
              return commit(real, writer);
            }
            if (method.getName().equals("prepareStatement") && arguments.length == 1) {
              beforeStatement(real, (String) arguments[0]);
              arguments[0] = statement((String) arguments[0]);
            }
            try {
              return method.invoke(real, arguments);
            } catch (InvocationTargetException failed) {
              throw failed.getCause();
            }
          });
    } catch (ClassNotFoundException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void beforeStatement(Object real, String sql) {
    if (uncommitted == real) {
      uncommitted = null;
      call(real, "commit");
    }
    if (sql.startsWith("WITH moved") && on("CURSOR_ON_IDENTITY")) {
      LockSupport.parkNanos(RANDOM.nextInt(15) * 1_000_000L);
    }
  }

  private static String statement(String sql) {
    if (on("NO_IDEMPOTENCY") && sql.contains("AS t (device, cid)")) {
      return sql + " AND false";
    }
    if (sql.contains(" FOR NO KEY UPDATE")) {
      if (on("COUNTER_WITHOUT_A_LOCK")) {
        return unlocked(sql);
      }
      if (on("CURSOR_ON_IDENTITY")) {
        return unlocked(sql)
            .replace("owner, head, head_hash", "owner, nextval('sabotage') - 1, head_hash");
      }
    }
    return sql;
  }

  private static String unlocked(String sql) {
    return sql.replace(" FOR NO KEY UPDATE", "").replace(" SKIP LOCKED", "");
  }

  private static @Nullable Object commit(Object real, Object writer) throws Exception {
    Object batch = written;
    written = null;
    if (on("ACKNOWLEDGED_BEFORE_COMMIT")) {
      uncommitted = real;
      return null;
    }
    if (on("FAN_OUT_BEFORE_COMMIT") && batch != null) {
      tell(writer, batch);
      if (COMMITS.incrementAndGet() % 4 == 0) {
        call(real, "rollback");
        throw broken();
      }
    }
    call(real, "commit");
    return null;
  }

  /** What the driver says of a connection that broke during a commit. */
  private static Exception broken() throws ReflectiveOperationException {
    return Class.forName("java.sql.SQLException", false, ClassLoader.getPlatformClassLoader())
        .asSubclass(Exception.class)
        .getConstructor(String.class, String.class)
        .newInstance("sabotaged", "08006");
  }

  private static void tell(Object writer, Object batch) throws ReflectiveOperationException {
    List<?> entries = (List<?>) call(batch, "entries");
    if (entries.isEmpty()) {
      return;
    }
    var news = writer.getClass().getDeclaredField("news");
    news.setAccessible(true);
    Object fact =
        Class.forName(
                "chat.parley.journal.EntriesAppended", true, writer.getClass().getClassLoader())
            .getConstructor(List.class)
            .newInstance(entries);
    @SuppressWarnings("unchecked")
    Consumer<Object> follower = (Consumer<Object>) news.get(writer);
    follower.accept(fact);
  }

  /** What somebody may read who may read everything; found through a class of the product. */
  public static Object everything(Class<?> neighbour) {
    try {
      return neighbour
          .getClassLoader()
          .loadClass("chat.parley.realtime.control.Interval")
          .getField("ALL")
          .get(null);
    } catch (ReflectiveOperationException renamed) {
      throw new IllegalStateException(renamed);
    }
  }

  private static Object call(Object target, String name) {
    try {
      var method = target.getClass().getMethod(name);
      method.setAccessible(true);
      return method.invoke(target);
    } catch (InvocationTargetException failed) {
      throw new IllegalStateException(failed.getCause());
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
