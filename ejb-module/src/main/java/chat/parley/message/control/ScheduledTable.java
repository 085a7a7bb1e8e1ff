package chat.parley.message.control;

import chat.parley.conversation.ConversationId;
import chat.parley.journal.Attention;
import chat.parley.message.ScheduledMessage;
import chat.parley.message.ScheduledMessageId;
import chat.parley.message.SendMessage;
import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import chat.parley.platform.Unavailable;
import chat.parley.platform.boundary.Rows;
import chat.parley.sealing.PersonalSealer;
import chat.parley.sealing.SealBroken;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Scheduled messages in the database, in the caller's transaction. Their bodies are sealed. */
public final class ScheduledTable {

  private static final String COLUMNS =
      "id, send_at, created_at, account, conversation, device, cid, expires_in, everybody,"
          + " mentioned, body";

  private static final String LOCK =
      "SELECT pg_advisory_xact_lock(hashtextextended('message_scheduled/' || ?, 0))";

  private static final String INSERT =
      "INSERT INTO message_scheduled (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private static final String FIND =
      "SELECT " + COLUMNS + " FROM message_scheduled WHERE device = ? AND cid = ?";

  private static final String OF =
      "SELECT "
          + COLUMNS
          + " FROM message_scheduled WHERE account = ? AND conversation = ? ORDER BY send_at, id";

  private static final String ALL_OF =
      "SELECT " + COLUMNS + " FROM message_scheduled WHERE account = ? ORDER BY send_at, id";

  private static final String COUNT = "SELECT count(*) FROM message_scheduled WHERE account = ?";

  private static final String DELETE =
      "DELETE FROM message_scheduled WHERE id = ? AND account = ? AND conversation = ?";

  // A row that another instance sends right now is left to it. The clock of the database has a
  // say, so that an instance whose clock is ahead sends nothing early.
  private static final String TAKE_DUE =
      "DELETE FROM message_scheduled WHERE id = (SELECT id FROM message_scheduled"
          + " WHERE send_at <= least(?, now()) ORDER BY send_at, id LIMIT 1"
          + " FOR UPDATE SKIP LOCKED) RETURNING "
          + COLUMNS;

  private final DataSource database;
  private final PersonalSealer sealer;

  /**
   * The table.
   *
   * @param database gives connections that take part in the caller's transaction
   */
  public ScheduledTable(DataSource database, PersonalSealer sealer) {
    this.database = database;
    this.sealer = sealer;
  }

  /** What to do with a connection. */
  private interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  /**
   * A message whose time has come, taken out of the table.
   *
   * @param message null when its body does not open any more
   */
  public record Due(
      ScheduledMessageId id,
      AccountId account,
      ConversationId conversation,
      UUID cid,
      @Nullable SendMessage message) {}

  /** Lets one transaction at a time schedule for a person, until it ends. */
  public void lock(AccountId account) {
    run(
        connection -> {
          try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setString(1, account.toString());
            lock.executeQuery().close();
            return account;
          }
        });
  }

  /** Writes a message. */
  public void insert(ScheduledMessage scheduled) {
    SendMessage message = scheduled.message();
    byte[] body =
        sealer.seal(
            message.by(),
            message.body().getBytes(StandardCharsets.UTF_8),
            place(scheduled.id().value()));
    run(
        connection -> {
          try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, scheduled.id().value());
            insert.setTimestamp(2, Timestamp.from(scheduled.sendAt()));
            insert.setTimestamp(3, Timestamp.from(scheduled.createdAt()));
            insert.setObject(4, message.by().value());
            insert.setObject(5, message.conversation().value());
            insert.setObject(6, message.device().value());
            insert.setObject(7, message.cid());
            Duration expiresIn = message.expiresIn();
            insert.setObject(8, expiresIn == null ? null : expiresIn.toSeconds());
            insert.setBoolean(9, message.attention().everybody());
            insert.setArray(
                10,
                connection.createArrayOf(
                    "uuid",
                    message.attention().mentioned().stream().map(AccountId::value).toArray()));
            insert.setBytes(11, body);
            return insert.executeUpdate();
          }
        });
  }

  /** The message that waits under an idempotency key, if there is one. */
  public Optional<ScheduledMessage> find(DeviceId device, UUID cid) {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(FIND)) {
            select.setObject(1, device.value());
            select.setObject(2, cid);
            return read(select).stream().findFirst();
          }
        });
  }

  /** The messages of a person that wait in a conversation, in the order of their times. */
  public List<ScheduledMessage> of(AccountId account, ConversationId conversation) {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(OF)) {
            select.setObject(1, account.value());
            select.setObject(2, conversation.value());
            return read(select);
          }
        });
  }

  /** All messages of a person that wait, in the order of their times. */
  public List<ScheduledMessage> of(AccountId account) {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(ALL_OF)) {
            select.setObject(1, account.value());
            return read(select);
          }
        });
  }

  /** How many messages of a person wait. */
  public int count(AccountId account) {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(COUNT)) {
            select.setObject(1, account.value());
            try (ResultSet row = select.executeQuery()) {
              row.next();
              return row.getInt(1);
            }
          }
        });
  }

  /** Takes a message out; false when the person has no such message in the conversation. */
  public boolean delete(AccountId account, ConversationId conversation, ScheduledMessageId id) {
    return run(
        connection -> {
          try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            delete.setObject(1, id.value());
            delete.setObject(2, account.value());
            delete.setObject(3, conversation.value());
            return delete.executeUpdate() > 0;
          }
        });
  }

  /** Takes the message out whose time came first, unless another instance has it in hand. */
  public Optional<Due> takeDue(Instant now) {
    return run(
        connection -> {
          try (PreparedStatement take = connection.prepareStatement(TAKE_DUE)) {
            take.setTimestamp(1, Timestamp.from(now));
            try (ResultSet row = take.executeQuery()) {
              return row.next() ? Optional.of(due(row)) : Optional.empty();
            }
          }
        });
  }

  private Due due(ResultSet row) throws SQLException {
    @Nullable SendMessage message;
    try {
      message = scheduled(row).message();
    } catch (SealBroken e) {
      message = null;
    }
    return new Due(
        new ScheduledMessageId(Rows.uuid(row, 1)),
        new AccountId(Rows.uuid(row, 4)),
        new ConversationId(Rows.uuid(row, 5)),
        Rows.uuid(row, 7),
        message);
  }

  private List<ScheduledMessage> read(PreparedStatement select) throws SQLException {
    List<ScheduledMessage> found = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        found.add(scheduled(row));
      }
    }
    return found;
  }

  private ScheduledMessage scheduled(ResultSet row) throws SQLException {
    UUID id = Rows.uuid(row, 1);
    long seconds = row.getLong(8);
    Duration expiresIn = row.wasNull() ? null : Duration.ofSeconds(seconds);
    UUID[] mentioned = (UUID[]) row.getArray(10).getArray();
    return new ScheduledMessage(
        new ScheduledMessageId(id),
        new SendMessage(
            new AccountId(Rows.uuid(row, 4)),
            new DeviceId(Rows.uuid(row, 6)),
            Rows.uuid(row, 7),
            new ConversationId(Rows.uuid(row, 5)),
            null,
            new String(
                sealer.unseal(new AccountId(Rows.uuid(row, 4)), row.getBytes(11), place(id)),
                StandardCharsets.UTF_8),
            expiresIn,
            new Attention(
                row.getBoolean(9),
                Arrays.stream(mentioned).map(AccountId::new).collect(Collectors.toSet()))),
        row.getTimestamp(2).toInstant(),
        row.getTimestamp(3).toInstant());
  }

  /** What a sealed body is bound to. */
  private static byte[] place(UUID id) {
    return ("scheduled/" + id).getBytes(StandardCharsets.US_ASCII);
  }

  private <T> T run(Work<T> work) {
    try (Connection connection = database.getConnection()) {
      return work.with(connection);
    } catch (SQLException e) {
      Unavailable unavailable = new Unavailable("Scheduled messages cannot be reached now.");
      unavailable.initCause(e);
      throw unavailable;
    }
  }
}
