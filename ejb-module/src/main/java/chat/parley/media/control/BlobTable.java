package chat.parley.media.control;

import chat.parley.media.Blob;
import chat.parley.media.BlobName;
import chat.parley.media.MediaId;
import chat.parley.media.MediaOwner;
import chat.parley.platform.Limits;
import chat.parley.platform.Unavailable;
import chat.parley.platform.boundary.Rows;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * What is in the store, whose it is, and whether something names it; in the caller's transaction.
 * Nothing is in the store without a row here, so nothing is left there for ever.
 */
public final class BlobTable {

  private static final String RESERVE =
      "INSERT INTO media_blob (media, edge, owner, type, length, sha256, state, since)"
          + " VALUES (?, ?, ?, ?, ?, ?, 'WRITING', ?)";

  private static final String KEEP =
      "UPDATE media_blob SET state = 'KEPT', since = ?"
          + " WHERE media = ? AND owner = ? AND state = 'WRITING'";

  private static final String RELEASE =
      "UPDATE media_blob SET state = 'RELEASED', since = ? WHERE media = ? AND state = 'KEPT'";

  private static final String RELEASE_OF =
      "UPDATE media_blob SET state = 'RELEASED', since = ? WHERE owner = ? AND state = 'KEPT'";

  private static final String FIND =
      "SELECT type, length, sha256 FROM media_blob"
          + " WHERE media = ? AND edge = ? AND state = 'KEPT'";

  private static final String UNNAMED =
      "SELECT media, edge FROM media_blob WHERE state = 'RELEASED' AND since < ?"
          + " OR state = 'WRITING' AND since < ? ORDER BY since LIMIT ? FOR UPDATE SKIP LOCKED";

  private static final String FORGET = "DELETE FROM media_blob WHERE media = ? AND edge = ?";

  private final DataSource database;

  /**
   * The table.
   *
   * @param database gives connections that take part in the caller's transaction
   */
  BlobTable(DataSource database) {
    this.database = database;
  }

  /** What to do with a connection. */
  private interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  /** What is known of bytes without reading them. */
  public static final class Known {

    private final String type;
    private final int length;
    private final byte[] sha256;

    private Known(String type, int length, byte[] sha256) {
      this.type = type;
      this.length = length;
      this.sha256 = sha256;
    }

    /** The media type. */
    public String type() {
      return type;
    }

    public int length() {
      return length;
    }

    /** Whether these are the bytes. */
    public boolean are(byte[] bytes) {
      return bytes.length == length && MessageDigest.isEqual(sha256, hash(bytes));
    }
  }

  /** Notes what is about to be put into the store. */
  public void reserve(MediaOwner owner, Map<BlobName, Blob> blobs, Instant now) {
    run(
        connection -> {
          try (PreparedStatement insert = connection.prepareStatement(RESERVE)) {
            for (Map.Entry<BlobName, Blob> each : blobs.entrySet()) {
              insert.setObject(1, each.getKey().media().value());
              insert.setInt(2, each.getKey().edge());
              insert.setObject(3, owner.value());
              insert.setString(4, each.getValue().type());
              insert.setInt(5, each.getValue().length());
              insert.setBytes(6, hash(each.getValue().bytes()));
              insert.setTimestamp(7, Timestamp.from(now));
              insert.addBatch();
            }
            return insert.executeBatch();
          }
        });
  }

  /**
   * Something names it from now on.
   *
   * @return false when it was not put by this owner, or so long ago that it was taken for forgotten
   */
  public boolean keep(MediaOwner owner, MediaId media, Instant now) {
    return run(
            connection -> {
              try (PreparedStatement update = connection.prepareStatement(KEEP)) {
                update.setTimestamp(1, Timestamp.from(now));
                update.setObject(2, media.value());
                update.setObject(3, owner.value());
                return update.executeUpdate();
              }
            })
        > 0;
  }

  /** Nothing names it any more. */
  public void release(MediaId media, Instant now) {
    run(
        connection -> {
          try (PreparedStatement update = connection.prepareStatement(RELEASE)) {
            update.setTimestamp(1, Timestamp.from(now));
            update.setObject(2, media.value());
            return update.executeUpdate();
          }
        });
  }

  /** Nothing names any more what this owner has. */
  public void releaseOf(MediaOwner owner, Instant now) {
    run(
        connection -> {
          try (PreparedStatement update = connection.prepareStatement(RELEASE_OF)) {
            update.setTimestamp(1, Timestamp.from(now));
            update.setObject(2, owner.value());
            return update.executeUpdate();
          }
        });
  }

  /** What is known of bytes that something names. */
  public Optional<Known> find(BlobName name) {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(FIND)) {
            select.setObject(1, name.media().value());
            select.setInt(2, name.edge());
            try (ResultSet row = select.executeQuery()) {
              return row.next()
                  ? Optional.of(new Known(row.getString(1), row.getInt(2), row.getBytes(3)))
                  : Optional.<Known>empty();
            }
          }
        });
  }

  /**
   * Some of what nothing names any more and nobody reads or writes now; nobody else is given them
   * until the end of the transaction.
   */
  public List<BlobName> unnamed(Instant now) {
    return run(
        connection -> {
          List<BlobName> names = new ArrayList<>();
          try (PreparedStatement select = connection.prepareStatement(UNNAMED)) {
            select.setTimestamp(1, Timestamp.from(now.minus(Limits.BLOB_READ_WITHIN)));
            select.setTimestamp(2, Timestamp.from(now.minus(Limits.BLOB_WRITTEN_WITHIN)));
            select.setInt(3, Limits.BLOBS_AT_ONCE);
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                names.add(new BlobName(new MediaId(Rows.uuid(row, 1)), row.getInt(2)));
              }
            }
          }
          return names;
        });
  }

  /** Forgets what is in the store no more. */
  public void forget(BlobName name) {
    run(
        connection -> {
          try (PreparedStatement delete = connection.prepareStatement(FORGET)) {
            delete.setObject(1, name.media().value());
            delete.setInt(2, name.edge());
            return delete.executeUpdate();
          }
        });
  }

  private <T> T run(Work<T> work) {
    try (Connection connection = database.getConnection()) {
      return work.with(connection);
    } catch (SQLException e) {
      Unavailable unavailable = new Unavailable("Uploads cannot be reached now.");
      unavailable.initCause(e);
      throw unavailable;
    }
  }

  private static byte[] hash(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
