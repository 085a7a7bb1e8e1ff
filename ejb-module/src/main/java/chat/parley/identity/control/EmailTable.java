package chat.parley.identity.control;

import chat.parley.platform.AccountId;
import chat.parley.platform.Unavailable;
import chat.parley.platform.boundary.Resources;
import chat.parley.platform.boundary.Rows;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Addresses and the links that verify them, in the caller's transaction. */
@ApplicationScoped
public class EmailTable {

  private static final String LOCK = "SELECT 1 FROM account WHERE id = ? FOR NO KEY UPDATE";

  private static final String LOCK_ADDRESS = "SELECT pg_advisory_xact_lock(?)";

  private static final String VERIFIED =
      "SELECT sealed, blind_index, verified_at FROM account_email WHERE account = ?";

  private static final String WAITING =
      "SELECT w.sealed, w.blind_index, l.expires_at, l.refused FROM account_email_waiting w"
          + " JOIN email_link l ON l.account = w.account AND l.state = 'OPEN' WHERE w.account = ?";

  private static final String TAKEN = "SELECT 1 FROM account_email WHERE blind_index = ?";

  private static final String LINKS =
      "SELECT count(*), min(created_at) FROM email_link WHERE account = ? AND created_at > ?";

  private static final String MAILS =
      "SELECT count(*) FROM email_link"
          + " WHERE blind_index = ? AND created_at > ? AND mail IS NOT NULL";

  private static final String SUPERSEDE =
      "UPDATE email_link SET state = 'SUPERSEDED' WHERE account = ? AND state = 'OPEN'";

  private static final String WAIT =
      "INSERT INTO account_email_waiting (account, sealed, blind_index) VALUES (?, ?, ?)"
          + " ON CONFLICT (account) DO UPDATE SET sealed = excluded.sealed,"
          + " blind_index = excluded.blind_index";

  private static final String ADD_LINK =
      "INSERT INTO email_link (hash, account, created_at, expires_at, mail, blind_index, state)"
          + " VALUES (?, ?, ?, ?, ?, ?, 'OPEN')";

  private static final String LINK =
      "SELECT account, expires_at, state FROM email_link WHERE hash = ?";

  private static final String USE = "UPDATE email_link SET state = 'USED' WHERE hash = ?";

  private static final String REFUSE = "UPDATE email_link SET refused = true WHERE mail = ?";

  private static final String STOP_WAITING = "DELETE FROM account_email_waiting WHERE account = ?";

  private static final String REMOVE = "DELETE FROM account_email WHERE account = ?";

  private static final String VERIFY =
      "INSERT INTO account_email (account, sealed, blind_index, verified_at) VALUES (?, ?, ?, ?)"
          + " ON CONFLICT DO NOTHING";

  @Resource(lookup = Resources.DATA_SOURCE)
  private DataSource database;

  /** What to do with a connection. */
  private interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  /** The bytes of a blind index. */
  public record Index(ByteBuffer value) {

    /** Of these bytes. */
    public static Index of(byte[] bytes) {
      return new Index(ByteBuffer.wrap(bytes.clone()).asReadOnlyBuffer());
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
      byte[] bytes = new byte[value.remaining()];
      value.duplicate().get(bytes);
      return bytes;
    }

    /** A number for a lock: two addresses may share one, and then merely wait for each other. */
    long lock() {
      return value.getLong(0);
    }
  }

  /** A verified address, sealed. */
  public record Verified(Sealed sealed, Index index, Instant at) {}

  /** An address that waits, sealed. */
  public record Waiting(Sealed sealed, Index index, Instant expiresAt, boolean refused) {}

  /** Sealed bytes. */
  public record Sealed(ByteBuffer value) {

    static Sealed of(byte[] bytes) {
      return new Sealed(ByteBuffer.wrap(bytes).asReadOnlyBuffer());
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
      byte[] bytes = new byte[value.remaining()];
      value.duplicate().get(bytes);
      return bytes;
    }
  }

  /** What a link may still be. */
  public enum State {
    OPEN,
    USED,
    SUPERSEDED
  }

  /** A link. */
  public record Link(AccountId account, Instant expiresAt, State state) {}

  /**
   * What an account asked for lately.
   *
   * @param first when it began; null when there is nothing
   */
  public record Recent(int links, @Nullable Instant first) {}

  /** Waits for whoever changes the addresses of the account; false when there is no such one. */
  public boolean lock(AccountId account) {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(LOCK)) {
            return exists(bind(select, account.value()));
          }
        });
  }

  /** Waits for whoever counts the mails to this address. */
  public void lock(Index address) {
    run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(LOCK_ADDRESS)) {
            return exists(bind(select, address.lock()));
          }
        });
  }

  public Optional<Verified> verified(AccountId account) {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(VERIFIED);
              ResultSet row = bind(select, account.value()).executeQuery()) {
            return row.next()
                ? Optional.of(
                    new Verified(
                        Sealed.of(row.getBytes(1)),
                        Index.of(row.getBytes(2)),
                        row.getTimestamp(3).toInstant()))
                : Optional.<Verified>empty();
          }
        });
  }

  public Optional<Waiting> waiting(AccountId account) {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(WAITING);
              ResultSet row = bind(select, account.value()).executeQuery()) {
            return row.next()
                ? Optional.of(
                    new Waiting(
                        Sealed.of(row.getBytes(1)),
                        Index.of(row.getBytes(2)),
                        row.getTimestamp(3).toInstant(),
                        row.getBoolean(4)))
                : Optional.<Waiting>empty();
          }
        });
  }

  /** Whether some account has verified the address. */
  public boolean isTaken(Index address) {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(TAKEN)) {
            return exists(bind(select, (Object) address.bytes()));
          }
        });
  }

  /** The links an account asked for since then. */
  public Recent links(AccountId account, Instant since) {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(LINKS);
              ResultSet row = bind(select, account.value(), since).executeQuery()) {
            row.next();
            Timestamp first = row.getTimestamp(2);
            return new Recent(row.getInt(1), first == null ? null : first.toInstant());
          }
        });
  }

  /** How many mails went to an address since then. */
  public int mails(Index address, Instant since) {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(MAILS);
              ResultSet row = bind(select, address.bytes(), since).executeQuery()) {
            row.next();
            return row.getInt(1);
          }
        });
  }

  /** The account waits for this address, and for no other. */
  public void keepWaiting(AccountId account, byte[] sealed, Index address) {
    run(
        connection -> {
          supersede(connection, account);
          try (PreparedStatement write = connection.prepareStatement(WAIT)) {
            return bind(write, account.value(), sealed, address.bytes()).executeUpdate();
          }
        });
  }

  /** The account waits for no address. */
  public void stopWaiting(AccountId account) {
    run(
        connection -> {
          supersede(connection, account);
          try (PreparedStatement delete = connection.prepareStatement(STOP_WAITING)) {
            return bind(delete, account.value()).executeUpdate();
          }
        });
  }

  private static void supersede(Connection connection, AccountId account) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(SUPERSEDE)) {
      bind(update, account.value()).executeUpdate();
    }
  }

  /**
   * A link for the address the account waits for.
   *
   * @param mail the mail it goes out with, if there is one
   */
  public void addLink(
      byte[] hash, AccountId account, Index address, Span life, @Nullable UUID mail) {
    run(
        connection -> {
          try (PreparedStatement insert = connection.prepareStatement(ADD_LINK)) {
            return bind(
                    insert, hash, account.value(), life.from(), life.to(), mail, address.bytes())
                .executeUpdate();
          }
        });
  }

  /** From when to when. */
  public record Span(Instant from, Instant to) {}

  public Optional<Link> link(byte[] hash) {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(LINK);
              ResultSet row = bind(select, (Object) hash).executeQuery()) {
            return row.next()
                ? Optional.of(
                    new Link(
                        new AccountId(Rows.uuid(row, 1)),
                        row.getTimestamp(2).toInstant(),
                        State.valueOf(row.getString(3))))
                : Optional.<Link>empty();
          }
        });
  }

  /** The link was used. */
  public void use(byte[] hash) {
    run(
        connection -> {
          try (PreparedStatement update = connection.prepareStatement(USE)) {
            return bind(update, (Object) hash).executeUpdate();
          }
        });
  }

  /** The mail of a link was refused. */
  public void refuse(UUID mail) {
    run(
        connection -> {
          try (PreparedStatement update = connection.prepareStatement(REFUSE)) {
            return bind(update, mail).executeUpdate();
          }
        });
  }

  /** The account has no verified address. */
  public void remove(AccountId account) {
    run(
        connection -> {
          try (PreparedStatement delete = connection.prepareStatement(REMOVE)) {
            return bind(delete, account.value()).executeUpdate();
          }
        });
  }

  /**
   * The account, which must have none, has this verified address; waits for whoever takes the same
   * at this moment.
   *
   * @return false when it is another's
   */
  public boolean verify(AccountId account, byte[] sealed, Index address, Instant now) {
    return run(
        connection -> {
          try (PreparedStatement insert = connection.prepareStatement(VERIFY)) {
            return bind(insert, account.value(), sealed, address.bytes(), now).executeUpdate() == 1;
          }
        });
  }

  private static boolean exists(PreparedStatement select) throws SQLException {
    try (ResultSet row = select.executeQuery()) {
      return row.next();
    }
  }

  private static PreparedStatement bind(PreparedStatement statement, @Nullable Object... values)
      throws SQLException {
    int place = 1;
    for (Object value : Arrays.asList(values)) {
      if (value instanceof Instant time) {
        statement.setTimestamp(place, Timestamp.from(time));
      } else if (value instanceof byte[] bytes) {
        statement.setBytes(place, bytes);
      } else {
        statement.setObject(place, value);
      }
      place++;
    }
    return statement;
  }

  private <T> T run(Work<T> work) {
    try (Connection connection = database.getConnection()) {
      return work.with(connection);
    } catch (SQLException e) {
      Unavailable unavailable = new Unavailable("Addresses cannot be read or written now.");
      unavailable.initCause(e);
      throw unavailable;
    }
  }
}
