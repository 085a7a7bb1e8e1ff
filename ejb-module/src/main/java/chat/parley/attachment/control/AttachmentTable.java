package chat.parley.attachment.control;

import chat.parley.attachment.BeginAttachment;
import chat.parley.attachment.Parts;
import chat.parley.conversation.ConversationId;
import chat.parley.media.MediaId;
import chat.parley.platform.AccountId;
import chat.parley.platform.Limits;
import chat.parley.platform.boundary.Rows;
import chat.parley.platform.boundary.Tables;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The attachments that are in the store, or on their way to it; in the caller's transaction.
 * Nothing is in the store without a row here, so nothing is left there for ever.
 */
public final class AttachmentTable extends Tables {

  private static final String INSERT =
      "INSERT INTO attachment (id, conversation, account, bytes, state, due)"
          + " VALUES (?, ?, ?, ?, 'UPLOADING', ?) ON CONFLICT DO NOTHING";

  private static final String FIND =
      "SELECT conversation, account, bytes, state, seq FROM attachment WHERE id = ?";

  private static final String COMPLETE =
      "UPDATE attachment SET state = 'COMPLETE' WHERE id = ? AND state = 'UPLOADING'";

  private static final String CANCEL =
      "UPDATE attachment SET state = 'RELEASED', due = ?"
          + " WHERE id = ? AND state IN ('UPLOADING', 'COMPLETE')";

  private static final String EXPIRE =
      "UPDATE attachment SET state = 'RELEASED', due = ?"
          + " WHERE due < ? AND state IN ('UPLOADING', 'COMPLETE')";

  private static final String LEND =
      "UPDATE attachment SET writable_until = greatest(writable_until, ?)"
          + " WHERE id = ? AND state = 'UPLOADING'";

  private static final String LEAVE = "UPDATE attachment SET due = writable_until WHERE id = ?";

  private static final String GONE =
      "SELECT id, bytes, writable_until FROM attachment WHERE state = 'RELEASED' AND due <= ? ORDER BY due LIMIT ?"
          + " FOR UPDATE SKIP LOCKED";

  private static final String FORGET = "DELETE FROM attachment WHERE id = ?";

  /**
   * The table.
   *
   * @param database gives connections that take part in the caller's transaction
   */
  public AttachmentTable(DataSource database) {
    super(database, "Files cannot be reached now.");
  }

  /** What becomes of an attachment. */
  public enum State {
    /** Parts of it are still to come. */
    UPLOADING,
    /** All of it is there, and no message names it yet. */
    COMPLETE,
    /** It belongs to a message. */
    BOUND,
    /** It is about to be removed. */
    RELEASED
  }

  /**
   * One attachment.
   *
   * @param seq the entry that it belongs to; null while it does to none
   */
  public record Row(
      MediaId id,
      ConversationId conversation,
      AccountId account,
      Parts parts,
      State state,
      @Nullable Long seq) {}

  /**
   * What is to be removed.
   *
   * @param writableUntil until when somebody may still put parts of it; null when nobody may
   */
  public record Gone(MediaId id, Parts parts, @Nullable Instant writableUntil) {}

  /**
   * Notes what is about to be uploaded.
   *
   * @return false when there is something of that id
   */
  public boolean insert(BeginAttachment wish, Instant now) {
    return run(
        connection -> {
          try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, wish.id().value());
            insert.setObject(2, wish.conversation().value());
            insert.setObject(3, wish.by().value());
            insert.setLong(4, wish.bytes());
            insert.setTimestamp(5, Timestamp.from(now.plus(Limits.ATTACHMENT_UNBOUND)));
            return insert.executeUpdate() == 1;
          }
        });
  }

  /** One of them. */
  public Optional<Row> find(MediaId id) {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(FIND)) {
            select.setObject(1, id.value());
            try (ResultSet row = select.executeQuery()) {
              return row.next()
                  ? Optional.of(
                      new Row(
                          id,
                          new ConversationId(Rows.uuid(row, 1)),
                          new AccountId(Rows.uuid(row, 2)),
                          new Parts(row.getLong(3)),
                          State.valueOf(row.getString(4)),
                          Rows.longOrNull(row, 5)))
                  : Optional.empty();
            }
          }
        });
  }

  /** All of it has arrived. */
  public void complete(MediaId id) {
    run(
        connection -> {
          try (PreparedStatement update = connection.prepareStatement(COMPLETE)) {
            update.setObject(1, id.value());
            return update.executeUpdate();
          }
        });
  }

  /** Gives up what no message names, once whoever still writes a part of it has ended. */
  public void cancel(MediaId id, Instant now) {
    run(
        connection -> {
          try (PreparedStatement update = connection.prepareStatement(CANCEL)) {
            update.setTimestamp(1, Timestamp.from(now.plus(Limits.BLOB_WRITTEN_WITHIN)));
            update.setObject(2, id.value());
            return update.executeUpdate();
          }
        });
  }

  /** Gives up what no message has named for too long. */
  public void expire(Instant now) {
    run(
        connection -> {
          try (PreparedStatement update = connection.prepareStatement(EXPIRE)) {
            update.setTimestamp(1, Timestamp.from(now.plus(Limits.BLOB_WRITTEN_WITHIN)));
            update.setTimestamp(2, Timestamp.from(now));
            return update.executeUpdate();
          }
        });
  }

  /** Some of what is to be removed, which no other transaction removes meanwhile. */
  public List<Gone> gone(Instant now) {
    return run(
        connection -> {
          List<Gone> found = new ArrayList<>();
          try (PreparedStatement select = connection.prepareStatement(GONE)) {
            select.setTimestamp(1, Timestamp.from(now));
            select.setInt(2, Limits.BLOBS_AT_ONCE);
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                Timestamp until = row.getTimestamp(3);
                found.add(
                    new Gone(
                        new MediaId(Rows.uuid(row, 1)),
                        new Parts(row.getLong(2)),
                        until == null ? null : until.toInstant()));
              }
            }
          }
          return found;
        });
  }

  /**
   * Notes that somebody may put parts by himself until then.
   *
   * @return false when no parts are to come any more
   */
  public boolean lend(MediaId id, Instant until) {
    return run(
        connection -> {
          try (PreparedStatement update = connection.prepareStatement(LEND)) {
            update.setTimestamp(1, Timestamp.from(until));
            update.setObject(2, id.value());
            return update.executeUpdate() == 1;
          }
        });
  }

  /** Leaves what is gone to be removed once more, when nobody may put parts of it any more. */
  public void leave(MediaId id) {
    run(
        connection -> {
          try (PreparedStatement update = connection.prepareStatement(LEAVE)) {
            update.setObject(1, id.value());
            return update.executeUpdate();
          }
        });
  }

  /** Forgets what is in the store no more. */
  public void forget(MediaId id) {
    run(
        connection -> {
          try (PreparedStatement delete = connection.prepareStatement(FORGET)) {
            delete.setObject(1, id.value());
            return delete.executeUpdate();
          }
        });
  }
}
