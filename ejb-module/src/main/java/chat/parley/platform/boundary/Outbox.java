package chat.parley.platform.boundary;

import chat.parley.platform.Job;
import chat.parley.platform.Unavailable;
import chat.parley.platform.control.OutboxTable;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;

/**
 * Where work is left that must follow from a commit: in a row of the same transaction, which a
 * relay carries to the broker within {@link chat.parley.platform.Limits#OUTBOX_SWEEP} afterwards,
 * whatever becomes of this instance. While the broker is away jobs wait here, and nobody waits for
 * them.
 */
@Stateless
public class Outbox {

  @Resource(lookup = Resources.DATA_SOURCE)
  private DataSource database;

  @Inject private Clock clock;

  /**
   * Writes jobs in the caller's transaction.
   *
   * @throws Unavailable when the database does not answer
   */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void put(List<Job> jobs) {
    if (jobs.isEmpty()) {
      return;
    }
    try (Connection connection = database.getConnection()) {
      OutboxTable.insert(connection, jobs, clock.instant());
    } catch (SQLException e) {
      Unavailable unavailable = new Unavailable("This cannot be stored now.");
      unavailable.initCause(e);
      throw unavailable;
    }
  }

  /**
   * Writes jobs in the transaction of a connection that the container does not know, in one
   * statement.
   *
   * @param jobs at least one
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public void put(Connection connection, List<Job> jobs) throws SQLException {
    OutboxTable.insert(connection, jobs, clock.instant());
  }
}
