package chat.parley.contact.control;

import chat.parley.contact.RequestBox;
import chat.parley.conversation.ConversationKind;
import chat.parley.platform.AccountId;
import chat.parley.platform.boundary.Rows;
import chat.parley.sealing.PersonalSealer;
import chat.parley.sealing.SealBroken;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Chat requests in the database, in the caller's transaction. */
public final class RequestTable extends ContactTables {

  private static final String PAIR =
      "SELECT low, high, asked_by, state, note, asked_at, declined_at, ignored_until, r.kind"
          + " FROM contact_request r";

  // Who does not exist has no row.
  private static final String PREPARE =
      "INSERT INTO contact_request (low, high, state) SELECT l.id, h.id, 'NONE'"
          + " FROM account l, account h WHERE l.id = ? AND h.id = ? AND l.active_at IS NOT NULL"
          + " AND h.active_at IS NOT NULL ON CONFLICT DO NOTHING";

  private static final String LOCK_PAIR = PAIR + " WHERE low = ? AND high = ? FOR UPDATE";

  private static final String WRITE =
      "UPDATE contact_request SET asked_by = ?, state = ?, note = ?, asked_at = ?,"
          + " declined_at = ?, ignored_until = ?, kind = ? WHERE low = ? AND high = ?";

  private static final String OF = PAIR + " WHERE low = ? OR high = ? ORDER BY asked_at";

  private static final String AMONG =
      PAIR + " JOIN unnest(?) AS p (id) ON r.low = least(p.id, ?) AND r.high = greatest(p.id, ?)";

  /** The words "of this person", who is named twice, of requests that wait behind a place. */
  private static final String WAITING =
      PAIR
          + " CROSS JOIN LATERAL (SELECT CASE WHEN r.low = ? THEN r.high ELSE r.low END AS id) o"
          + " WHERE (r.low = ? OR r.high = ?) AND r.state = 'PENDING'"
          + " AND (r.asked_at, o.id) < (?, ?) AND ";

  private static final String IN_ORDER = " ORDER BY r.asked_at DESC, o.id DESC LIMIT ?";

  private static final String SENT = WAITING + "r.asked_by = ?" + IN_ORDER;

  private static final String RECEIVED =
      WAITING
          + "r.asked_by <> ? AND (r.ignored_until IS NULL OR r.ignored_until <= r.asked_at)"
          + IN_ORDER;

  private static final String IGNORED =
      WAITING + "r.asked_by <> ? AND r.ignored_until > r.asked_at" + IN_ORDER;

  private static final String NOTE_SENT =
      "INSERT INTO contact_request_sent (sender, recipient, sent_at) VALUES (?, ?, ?)";

  private static final String FORGET_SENT =
      "DELETE FROM contact_request_sent WHERE sender = ? AND sent_at <= ?";

  private static final String SENT_AT =
      "SELECT sent_at FROM contact_request_sent WHERE sender = ? AND sent_at > ? ORDER BY sent_at";

  private static final String SENT_TO =
      "SELECT sent_at FROM contact_request_sent WHERE sender = ? AND sent_at > ?"
          + " AND recipient = ? ORDER BY sent_at";

  private final PersonalSealer sealer;

  /**
   * The tables.
   *
   * @param database gives connections that take part in the caller's transaction
   */
  public RequestTable(DataSource database, PersonalSealer sealer) {
    super(database);
    this.sealer = sealer;
  }

  /**
   * What is between two people, which nobody else changes until the end of the transaction.
   *
   * @return null when one of them does not exist
   */
  public @Nullable Pair lock(AccountId one, AccountId other) {
    Pair pair = Pair.untouched(one, other);
    run(
        connection -> {
          try (PreparedStatement insert = connection.prepareStatement(PREPARE)) {
            insert.setObject(1, pair.low().value());
            insert.setObject(2, pair.high().value());
            return insert.executeUpdate();
          }
        });
    return run(connection -> {
          try (PreparedStatement select = connection.prepareStatement(LOCK_PAIR)) {
            select.setObject(1, pair.low().value());
            select.setObject(2, pair.high().value());
            return pairs(select).stream().findFirst();
          }
        })
        .orElse(null);
  }

  /** Writes down what is between two people. The caller has locked it. */
  public void write(Pair pair) {
    run(
        connection -> {
          try (PreparedStatement update = connection.prepareStatement(WRITE)) {
            AccountId askedBy = pair.askedBy();
            if (askedBy == null) {
              update.setNull(1, Types.OTHER);
            } else {
              update.setObject(1, askedBy.value());
            }
            update.setString(2, pair.state().name());
            update.setBytes(
                3,
                pair.note().isEmpty() || askedBy == null
                    ? null
                    : sealer.seal(
                        askedBy, pair.note().getBytes(StandardCharsets.UTF_8), place(pair)));
            update.setTimestamp(4, timestamp(pair.askedAt()));
            update.setTimestamp(5, timestamp(pair.declinedAt()));
            update.setTimestamp(6, timestamp(pair.ignoredUntil()));
            update.setString(7, pair.kind().name());
            update.setObject(8, pair.low().value());
            update.setObject(9, pair.high().value());
            return update.executeUpdate();
          }
        });
  }

  /** What is between a person and those of these others with whom there ever was anything. */
  public Map<AccountId, Pair> among(AccountId person, Collection<AccountId> others) {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(AMONG)) {
            select.setArray(
                1,
                select
                    .getConnection()
                    .createArrayOf("uuid", others.stream().map(AccountId::value).toArray()));
            select.setObject(2, person.value());
            select.setObject(3, person.value());
            Map<AccountId, Pair> found = new HashMap<>();
            pairs(select).forEach(pair -> found.put(pair.otherThan(person), pair));
            return found;
          }
        });
  }

  /** What is between a person and all others with whom there ever was anything. */
  public List<Pair> of(AccountId person) {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(OF)) {
            select.setObject(1, person.value());
            select.setObject(2, person.value());
            return pairs(select);
          }
        });
  }

  /** Requests that wait, newest first, behind a place. */
  public List<Pair> waiting(AccountId person, RequestBox box, RequestCursor from, int limit) {
    return run(
        connection -> {
          try (PreparedStatement select = prepare(connection, box)) {
            UUID id = person.value();
            select.setObject(1, id);
            select.setObject(2, id);
            select.setObject(3, id);
            select.setTimestamp(4, Timestamp.from(from.at()));
            select.setObject(5, from.other().value());
            select.setObject(6, id);
            select.setInt(7, limit);
            return pairs(select);
          }
        });
  }

  private static PreparedStatement prepare(Connection connection, RequestBox box)
      throws SQLException {
    return switch (box) {
      case SENT -> connection.prepareStatement(SENT);
      case RECEIVED -> connection.prepareStatement(RECEIVED);
      case IGNORED -> connection.prepareStatement(IGNORED);
    };
  }

  /** Counts a request towards the quotas, and forgets what they do not look back at. */
  public void noteSent(AccountId sender, AccountId recipient, Instant now, Instant forgotten) {
    run(
        connection -> {
          try (PreparedStatement delete = connection.prepareStatement(FORGET_SENT)) {
            delete.setObject(1, sender.value());
            delete.setTimestamp(2, Timestamp.from(forgotten));
            return delete.executeUpdate();
          }
        });
    run(
        connection -> {
          try (PreparedStatement insert = connection.prepareStatement(NOTE_SENT)) {
            insert.setObject(1, sender.value());
            insert.setObject(2, recipient.value());
            insert.setTimestamp(3, Timestamp.from(now));
            return insert.executeUpdate();
          }
        });
  }

  /** When an account has sent requests since a time, the earliest first. */
  public List<Instant> sent(AccountId sender, Instant since) {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(SENT_AT)) {
            select.setObject(1, sender.value());
            select.setTimestamp(2, Timestamp.from(since));
            return times(select);
          }
        });
  }

  /** The same, of those to one person. */
  public List<Instant> sent(AccountId sender, AccountId recipient, Instant since) {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(SENT_TO)) {
            select.setObject(1, sender.value());
            select.setTimestamp(2, Timestamp.from(since));
            select.setObject(3, recipient.value());
            return times(select);
          }
        });
  }

  private static List<Instant> times(PreparedStatement select) throws SQLException {
    List<Instant> times = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        times.add(row.getTimestamp(1).toInstant());
      }
    }
    return times;
  }

  private List<Pair> pairs(PreparedStatement select) throws SQLException {
    List<Pair> pairs = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        UUID askedBy = Rows.uuidOrNull(row, 3);
        Pair pair =
            new Pair(
                new AccountId(Rows.uuid(row, 1)),
                new AccountId(Rows.uuid(row, 2)),
                askedBy == null ? null : new AccountId(askedBy),
                Pair.State.valueOf(row.getString(4)),
                ConversationKind.valueOf(row.getString(9)),
                "",
                instant(row.getTimestamp(6)),
                instant(row.getTimestamp(7)),
                instant(row.getTimestamp(8)));
        byte[] note = row.getBytes(5);
        pairs.add(note == null ? pair : pair.saying(unsealed(note, pair)));
      }
    }
    return pairs;
  }

  /** The note; empty also when it does not open: it was copied here from elsewhere. */
  private String unsealed(byte[] note, Pair pair) {
    AccountId askedBy = pair.askedBy();
    try {
      return askedBy == null
          ? ""
          : new String(sealer.unseal(askedBy, note, place(pair)), StandardCharsets.UTF_8);
    } catch (SealBroken e) {
      return "";
    }
  }

  /** What a sealed note is bound to. */
  private static byte[] place(Pair pair) {
    return ("contact_request/note/" + pair.low() + "/" + pair.high() + "/" + pair.askedBy())
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
