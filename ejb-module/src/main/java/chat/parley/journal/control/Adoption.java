package chat.parley.journal.control;

import chat.parley.journal.StreamId;
import chat.parley.platform.boundary.Rows;
import chat.parley.sealing.Sealer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Does for entries that other writers appended what the writer does for its own: seals the bodies
 * of those whose stream is sealed. SQL has no key, so until then they lie there as they came.
 */
final class Adoption {

  private static final String TAKE =
      "WITH taken AS (DELETE FROM journal_adoption WHERE id IN (SELECT id FROM journal_adoption"
          + " ORDER BY id LIMIT ? FOR UPDATE SKIP LOCKED)"
          + " RETURNING stream_kind, stream_owner, seq)"
          + " SELECT e.stream_kind, e.stream_owner, e.seq, e.kind, e.body, s.sealed AND NOT e.sealed"
          + " AND e.body IS NOT NULL FROM taken t"
          + " JOIN journal_entry e ON e.stream_kind = t.stream_kind"
          + " AND e.stream_owner = t.stream_owner AND e.seq = t.seq"
          + " JOIN journal_stream s ON s.kind = t.stream_kind AND s.owner = t.stream_owner";

  // Asked again of the row as it is now: it may have been erased since.
  private static final String SEAL =
      "UPDATE journal_entry SET body = ?, sealed = true WHERE stream_kind = ?::\"char\""
          + " AND stream_owner = ? AND seq = ? AND NOT sealed AND body IS NOT NULL";

  private final Sealer sealer;

  Adoption(Sealer sealer) {
    this.sealer = sealer;
  }

  /** An entry whose body lies open. */
  private static final class Open {

    private final StreamId stream;
    private final long seq;
    private final byte[] place;
    private final byte[] body;

    Open(StreamId stream, long seq, String kind, byte[] body) {
      this.stream = stream;
      this.seq = seq;
      this.place = LogTables.place(stream, seq, kind);
      this.body = body;
    }
  }

  /**
   * Adopts the oldest entries in the caller's transaction; those that another instance adopts at
   * this moment are left to it.
   *
   * @return how many there were
   */
  int adopt(Connection connection, int limit) throws SQLException {
    List<Open> open = new ArrayList<>();
    int count = 0;
    try (PreparedStatement take = connection.prepareStatement(TAKE)) {
      take.setInt(1, limit);
      try (ResultSet row = take.executeQuery()) {
        while (row.next()) {
          count++;
          if (row.getBoolean(6)) {
            StreamId stream =
                new StreamId(StreamId.Kind.of(row.getString(1).charAt(0)), Rows.uuid(row, 2));
            open.add(new Open(stream, row.getLong(3), row.getString(4), row.getBytes(5)));
          }
        }
      }
    }
    if (!open.isEmpty()) {
      seal(connection, open);
    }
    return count;
  }

  private void seal(Connection connection, List<Open> open) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(SEAL)) {
      for (Open entry : open) {
        update.setBytes(1, sealer.seal(entry.body, entry.place));
        update.setString(2, String.valueOf(entry.stream.kind().letter()));
        update.setObject(3, entry.stream.owner());
        update.setLong(4, entry.seq);
        update.addBatch();
      }
      update.executeBatch();
    }
  }
}
