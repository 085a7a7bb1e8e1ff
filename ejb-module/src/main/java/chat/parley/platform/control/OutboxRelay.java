package chat.parley.platform.control;

import chat.parley.platform.Limits;
import chat.parley.platform.PlatformLog;
import chat.parley.platform.Unavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Carries jobs from the outbox to the broker, in every instance. It locks some rows, which other
 * instances then pass over, hands them to the broker in one transaction there, and removes them. An
 * instance that dies in between leaves the rows for the others; what the broker had already taken
 * is then sent twice, and never not at all.
 */
public final class OutboxRelay implements AutoCloseable {

  private final DataSource database;
  private final Carrier carrier;

  /** The relay's own, between two batches; nobody's while a batch is under way. */
  private final AtomicReference<@Nullable Connection> idle = new AtomicReference<>();

  private volatile boolean closed;
  private volatile boolean stuck;

  /** Hands jobs to the broker. */
  @FunctionalInterface
  public interface Carrier {
    /** Returns when the broker has stored all of them; throws when it has, perhaps, none. */
    void carry(List<OutboxTable.Row> jobs);
  }

  /**
   * A relay.
   *
   * @param database gives connections of the relay's own, outside pools and transactions
   */
  public OutboxRelay(DataSource database, Carrier carrier) {
    this.database = database;
    this.carrier = carrier;
  }

  /**
   * Carries one batch. Not twice at the same time.
   *
   * @return whether there may be more
   * @throws Unavailable when broker or database do not answer; the jobs stay where they are
   */
  public boolean carrySome() {
    Connection taken = idle.getAndSet(null);
    try (Handle connection = new Handle(taken == null ? connect() : taken)) {
      List<OutboxTable.Row> rows = OutboxTable.claim(connection.open, Limits.OUTBOX_BATCH);
      if (!rows.isEmpty()) {
        carrier.carry(rows);
        OutboxTable.delete(connection.open, rows);
      }
      connection.open.commit();
      connection.keep();
      if (!rows.isEmpty() && stuck) {
        stuck = false;
        PlatformLog.LOG.jobsMoveOn();
      }
      return rows.size() == Limits.OUTBOX_BATCH;
    } catch (SQLException e) {
      Unavailable unavailable = new Unavailable("Jobs cannot be read now.");
      unavailable.initCause(e);
      throw unavailable;
    }
  }

  /** Tells operators that jobs wait. That they move on again is told by itself. */
  public void tellTrouble(RuntimeException cause) {
    stuck = true;
    PlatformLog.LOG.jobsWait(cause);
  }

  /** Gives the database back what it has of it. */
  @Override
  public void close() {
    closed = true;
    discard(idle.getAndSet(null));
  }

  private Connection connect() throws SQLException {
    Connection connection = database.getConnection();
    connection.setAutoCommit(false);
    return connection;
  }

  private static void discard(@Nullable Connection connection) {
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException e) {
        // It is given up, perhaps because it is broken: that it cannot be closed is no news.
      }
    }
  }

  /** A connection for one batch: used again only when all went well. Its locks end with it. */
  private final class Handle implements AutoCloseable {

    private final Connection open;
    private boolean sound;

    Handle(Connection open) {
      this.open = open;
    }

    void keep() {
      sound = true;
    }

    @Override
    public void close() {
      if (!sound) {
        discard(open);
        return;
      }
      idle.set(open);
      if (closed) {
        discard(idle.getAndSet(null));
      }
    }
  }
}
