package chat.parley.journal.control;

import chat.parley.journal.JournalLog;
import chat.parley.journal.StreamId;
import chat.parley.journal.StreamsGrown;
import chat.parley.platform.Limits;
import chat.parley.sealing.Sealer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Hears what writers other than Parley commit ({@code parley_append}), tells of it at once, and
 * adopts it. It only makes things faster: what it does not hear is found by whoever compares heads
 * with the log, and what it did not adopt by its next look. On one long-running thread with a
 * connection of its own; Parley's own commits have nothing to do with it.
 */
public final class OtherWriters implements Runnable {

  private static final String CHANNEL = "parley_appended";

  /** How long a look for news takes at most, and so how long the end of this instance waits. */
  private static final int LOOK_MS = 500;

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final DataSource database;
  private final Adoption adoption;
  private final Consumer<StreamsGrown> news;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private volatile boolean deaf;

  /**
   * The listener; {@link #run} is its thread.
   *
   * @param database gives connections outside pools and transactions
   */
  public OtherWriters(DataSource database, Sealer sealer, Consumer<StreamsGrown> news) {
    this.database = database;
    this.adoption = new Adoption(sealer);
    this.news = news;
  }

  /** Listens until {@link #stop}; a connection that is lost is replaced. */
  @Override
  public void run() {
    try {
      do {
        listen();
      } while (!stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      // The container wants its thread back.
      Thread.currentThread().interrupt();
    }
  }

  /** Ends soon. */
  public void stop() {
    stopping.countDown();
  }

  private void listen() {
    try (Connection connection = database.getConnection()) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("LISTEN " + CHANNEL);
      }
      connection.setAutoCommit(false);
      adoptAll(connection);
      hears();
      PGConnection ears = connection.unwrap(PGConnection.class);
      long adoptBy = System.nanoTime();
      while (stopping.getCount() > 0 && !Thread.currentThread().isInterrupted()) {
        PGNotification[] heard = ears.getNotifications(LOOK_MS);
        boolean any = heard != null && heard.length > 0;
        if (any) {
          tell(heard);
        }
        if (any || System.nanoTime() - adoptBy > 0) {
          adoptAll(connection);
          adoptBy = System.nanoTime() + Limits.FANOUT_SWEEP.toNanos();
        }
      }
    } catch (SQLException | RuntimeException e) {
      isDeaf(e);
    }
  }

  private void tell(PGNotification[] heard) {
    Set<StreamId> streams = new HashSet<>();
    for (PGNotification each : heard) {
      try {
        streams.add(StreamId.parse("c/" + each.getParameter()));
      } catch (IllegalArgumentException noConversation) {
        // Anybody who may connect can send on the channel.
        JournalLog.LOG.strangeNews();
      }
    }
    if (!streams.isEmpty()) {
      try {
        news.accept(new StreamsGrown(streams));
      } catch (RuntimeException e) {
        JournalLog.LOG.followerFailed(e);
      }
    }
  }

  private void adoptAll(Connection connection) throws SQLException {
    int adopted;
    do {
      adopted = adoption.adopt(connection, Limits.ADOPTED_ENTRIES);
      connection.commit();
    } while (adopted == Limits.ADOPTED_ENTRIES && stopping.getCount() > 0);
  }

  private void hears() {
    if (deaf) {
      deaf = false;
      JournalLog.LOG.hearsOthersAgain();
    }
  }

  private void isDeaf(Exception cause) {
    if (!deaf && stopping.getCount() > 0) {
      deaf = true;
      JournalLog.LOG.cannotHearOthers(cause);
    }
  }
}
