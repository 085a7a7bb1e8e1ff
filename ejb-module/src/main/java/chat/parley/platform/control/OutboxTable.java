package chat.parley.platform.control;

import chat.parley.jms.Destinations;
import chat.parley.platform.Job;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Jobs in the database, until the broker has them. */
public final class OutboxTable {

  private static final String INSERT =
      "INSERT INTO outbox (queue, body, due, ordering)"
          + " SELECT queue, body, due, ordering FROM"
          + " unnest(?::text[], ?::text[], ?::timestamptz[], ?::text[]) WITH ORDINALITY"
          + " AS t (queue, body, due, ordering, place) ORDER BY place";

  // Of jobs with an order only the first: while its row is there, nobody takes the next one. Queues
  // that this version does not know belong to a newer one.
  private static final String CLAIM =
      "SELECT o.id, o.queue, o.body, o.due, o.ordering FROM outbox o WHERE o.queue = ANY (?)"
          + " AND (o.ordering IS NULL OR NOT EXISTS (SELECT FROM outbox earlier"
          + " WHERE earlier.queue = o.queue AND earlier.ordering = o.ordering"
          + " AND earlier.id < o.id))"
          + " ORDER BY o.id LIMIT ? FOR UPDATE OF o SKIP LOCKED";

  private static final String DELETE = "DELETE FROM outbox WHERE id = ANY (?)";

  private OutboxTable() {}

  /**
   * A job that waits.
   *
   * @param due before then its consumer is not to have it
   */
  public record Row(long id, String queue, String body, Instant due, @Nullable String ordering) {}

  /** Writes jobs in the connection's transaction, in one statement. */
  public static void insert(Connection connection, List<Job> jobs, Instant now)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      setArray(connection, insert, 1, "text", jobs.stream().map(Job::queue).toArray());
      setArray(connection, insert, 2, "text", jobs.stream().map(Job::body).toArray());
      setArray(
          connection,
          insert,
          3,
          "timestamptz",
          jobs.stream().map(job -> Timestamp.from(now.plus(job.delay()))).toArray());
      @Nullable Object[] orders = new Object[jobs.size()];
      for (int i = 0; i < orders.length; i++) {
        orders[i] = jobs.get(i).order();
      }
      setArray(connection, insert, 4, "text", orders);
      insert.executeUpdate();
    }
  }

  /** Locks the oldest jobs that nobody else has locked. */
  static List<Row> claim(Connection connection, int limit) throws SQLException {
    List<Row> rows = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(CLAIM)) {
      setArray(connection, select, 1, "text", Destinations.CARRIED.toArray());
      select.setInt(2, limit);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          rows.add(
              new Row(
                  row.getLong(1),
                  row.getString(2),
                  row.getString(3),
                  row.getTimestamp(4).toInstant(),
                  row.getString(5)));
        }
      }
    }
    return rows;
  }

  /** Removes jobs that the broker has. */
  static void delete(Connection connection, List<Row> rows) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
      setArray(connection, delete, 1, "int8", rows.stream().map(Row::id).toArray());
      delete.executeUpdate();
    }
  }

  private static void setArray(
      Connection connection,
      PreparedStatement statement,
      int index,
      String type,
      @Nullable Object[] values)
      throws SQLException {
    statement.setArray(index, connection.createArrayOf(type, values));
  }
}
