package chat.parley.mail.control;

import chat.parley.mail.MailId;
import chat.parley.mail.NewMail;
import chat.parley.platform.Unavailable;
import chat.parley.platform.boundary.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Mail in the database, until a mail server has it; in the caller's transaction. */
public final class MailTable {

  private static final String INSERT =
      "INSERT INTO outgoing_mail (id, created_at, until, next_at, sealed) VALUES (?, ?, ?, ?, ?)";

  private static final String CLAIM =
      "UPDATE outgoing_mail SET claimed_until = ?, attempts = attempts + 1, next_at = ?"
          + " WHERE id = ? AND outcome IS NULL AND (claimed_until IS NULL OR claimed_until <= ?)"
          + " RETURNING sealed, attempts";

  private static final String CLAIMED =
      "SELECT claimed_until FROM outgoing_mail WHERE id = ? AND outcome IS NULL";

  private static final String PUT_OFF =
      "UPDATE outgoing_mail SET claimed_until = NULL, next_at = ?"
          + " WHERE id = ? AND outcome IS NULL";

  private static final String END =
      "UPDATE outgoing_mail SET sealed = NULL, claimed_until = NULL, outcome = ?, ended_at = ?"
          + " WHERE id = ? AND outcome IS NULL";

  // Whoever has it in hand puts it off or ends it, unless it died.
  private static final String LOST =
      "UPDATE outgoing_mail SET next_at = ? WHERE id IN (SELECT id FROM outgoing_mail"
          + " WHERE outcome IS NULL AND next_at < ? ORDER BY next_at LIMIT ? FOR UPDATE SKIP LOCKED)"
          + " RETURNING id";

  private static final String FORGET =
      "DELETE FROM outgoing_mail WHERE outcome IS NOT NULL AND ended_at < ?";

  private final DataSource database;
  private final SealedMail seals;

  /**
   * The table.
   *
   * @param database gives connections that take part in the caller's transaction
   */
  MailTable(DataSource database, SealedMail seals) {
    this.database = database;
    this.seals = seals;
  }

  /** What to do with a connection. */
  private interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  /** What became of a mail. */
  public enum Outcome {
    SENT,
    REFUSED,
    GIVEN_UP
  }

  /**
   * A mail that nobody else sends meanwhile.
   *
   * @param attempt from 1
   */
  public record Claim(NewMail mail, int attempt) {}

  /** Writes a mail. */
  public void insert(MailId id, NewMail mail, Instant now) {
    byte[] sealed = seals.seal(id, mail);
    run(
        connection -> {
          try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, id.value());
            insert.setTimestamp(2, Timestamp.from(now));
            insert.setTimestamp(3, Timestamp.from(mail.until()));
            insert.setTimestamp(4, Timestamp.from(now));
            insert.setBytes(5, sealed);
            return insert.executeUpdate();
          }
        });
  }

  /** Takes a mail in hand; empty when there is nothing to send, or another has it in hand. */
  public Optional<Claim> claim(MailId id, Instant now, Duration lease) {
    Timestamp end = Timestamp.from(now.plus(lease));
    return run(
        connection -> {
          try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            claim.setTimestamp(1, end);
            claim.setTimestamp(2, end);
            claim.setObject(3, id.value());
            claim.setTimestamp(4, Timestamp.from(now));
            try (ResultSet row = claim.executeQuery()) {
              return row.next()
                  ? Optional.of(new Claim(seals.open(id, row.getBytes(1)), row.getInt(2)))
                  : Optional.<Claim>empty();
            }
          }
        });
  }

  /** Until when another has a mail in hand that is not sent; empty when nobody has. */
  public Optional<Instant> claimedUntil(MailId id) {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(CLAIMED)) {
            select.setObject(1, id.value());
            try (ResultSet row = select.executeQuery()) {
              Timestamp until = row.next() ? row.getTimestamp(1) : null;
              return until == null ? Optional.<Instant>empty() : Optional.of(until.toInstant());
            }
          }
        });
  }

  /** Gives a mail back until later. */
  public void putOff(MailId id, Instant next) {
    run(
        connection -> {
          try (PreparedStatement update = connection.prepareStatement(PUT_OFF)) {
            update.setTimestamp(1, Timestamp.from(next));
            update.setObject(2, id.value());
            return update.executeUpdate();
          }
        });
  }

  /**
   * Notes what became of a mail, and forgets what it said and to whom.
   *
   * @return false when that was noted before
   */
  public boolean end(MailId id, Outcome outcome, Instant now) {
    return run(
        connection -> {
          try (PreparedStatement update = connection.prepareStatement(END)) {
            update.setString(1, outcome.name());
            update.setTimestamp(2, Timestamp.from(now));
            update.setObject(3, id.value());
            return update.executeUpdate() == 1;
          }
        });
  }

  /** Mails that should have been sent before then, and that no job seems to be about. */
  public List<MailId> lost(Instant before, Instant next, int limit) {
    return run(
        connection -> {
          List<MailId> found = new ArrayList<>();
          try (PreparedStatement update = connection.prepareStatement(LOST)) {
            update.setTimestamp(1, Timestamp.from(next));
            update.setTimestamp(2, Timestamp.from(before));
            update.setInt(3, limit);
            try (ResultSet row = update.executeQuery()) {
              while (row.next()) {
                found.add(new MailId(Rows.uuid(row, 1)));
              }
            }
          }
          return found;
        });
  }

  /** Removes the rows of mails that ended before then. */
  public int forget(Instant before) {
    return run(
        connection -> {
          try (PreparedStatement delete = connection.prepareStatement(FORGET)) {
            delete.setTimestamp(1, Timestamp.from(before));
            return delete.executeUpdate();
          }
        });
  }

  private <T> T run(Work<T> work) {
    try (Connection connection = database.getConnection()) {
      return work.with(connection);
    } catch (SQLException e) {
      Unavailable unavailable = new Unavailable("Mail cannot be read or written now.");
      unavailable.initCause(e);
      throw unavailable;
    }
  }
}
