package chat.parley.moderation.control;

import chat.parley.moderation.ReportId;
import chat.parley.moderation.ReportPerson;
import chat.parley.platform.AccountId;
import chat.parley.platform.boundary.Tables;
import chat.parley.sealing.Sealer;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** What people tell moderators of others, in the database and in the caller's transaction. */
public final class ReportTable extends Tables {

  private static final String HAS = "SELECT 1 FROM moderation_report WHERE id = ? AND reporter = ?";

  private static final String SENT =
      "SELECT reported_at FROM moderation_report WHERE reporter = ? AND reported_at > ?"
          + " ORDER BY reported_at";

  // Of somebody who does not exist nothing can be told.
  private static final String INSERT =
      "INSERT INTO moderation_report (id, reporter, reported, reason, told, evidence, reported_at)"
          + " SELECT ?, ?, a.id, ?, ?, ?, ? FROM account a WHERE a.id = ?"
          + " AND a.active_at IS NOT NULL ON CONFLICT DO NOTHING";

  private final Sealer sealer;

  /** The table. */
  public ReportTable(DataSource database, Sealer sealer) {
    super(database, "Moderators cannot be told now.");
    this.sealer = sealer;
  }

  /** Whether this person has told this before. */
  public boolean isTold(ReportId id, AccountId reporter) {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(HAS)) {
            select.setObject(1, id.value());
            select.setObject(2, reporter.value());
            try (ResultSet row = select.executeQuery()) {
              return row.next();
            }
          }
        });
  }

  /** When a person has reported others since a time, the earliest first. */
  public List<Instant> sent(AccountId reporter, Instant since) {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(SENT)) {
            select.setObject(1, reporter.value());
            select.setTimestamp(2, Timestamp.from(since));
            List<Instant> times = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                times.add(row.getTimestamp(1).toInstant());
              }
            }
            return times;
          }
        });
  }

  /**
   * Writes a report down.
   *
   * @return false when there is no such person, or somebody else has used the id
   */
  public boolean insert(AccountId reporter, ReportPerson report, Told told, Instant now) {
    return run(
        connection -> {
          try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, report.id().value());
            insert.setObject(2, reporter.value());
            insert.setString(3, report.reason().name());
            insert.setBytes(
                4, sealer.seal(told.json().getBytes(StandardCharsets.UTF_8), place(report.id())));
            insert.setString(5, told.evidence().name());
            insert.setTimestamp(6, Timestamp.from(now));
            insert.setObject(7, report.person().value());
            return insert.executeUpdate() == 1;
          }
        });
  }

  /** What a sealed report is bound to: the name that its table had first. */
  private static byte[] place(ReportId id) {
    return ("contact_report/told/" + id).getBytes(StandardCharsets.US_ASCII);
  }
}
