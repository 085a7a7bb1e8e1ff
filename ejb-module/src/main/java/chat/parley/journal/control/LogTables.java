package chat.parley.journal.control;

import chat.parley.journal.Authorship;
import chat.parley.journal.Entry;
import chat.parley.journal.EntryHash;
import chat.parley.journal.JournalLog;
import chat.parley.journal.StreamId;
import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import chat.parley.platform.boundary.Rows;
import chat.parley.sealing.SealBroken;
import chat.parley.sealing.Sealer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The SQL of the log, statement by statement. Every statement works on a whole batch, with arrays
 * as its parameters: its text never changes, so that server and driver prepare it once, and a batch
 * of any size costs one round trip.
 */
final class LogTables {

  private static final String COLUMNS =
      "e.seq, e.kind, e.at, e.by_account, e.device, e.cid, e.hash, e.body, e.sealed, e.expires_at";

  private static final String ENSURE =
      "INSERT INTO journal_stream (kind, owner, sealed, head_hash)"
          + " SELECT kind::\"char\", owner, ?, ? FROM unnest(?::text[], ?::uuid[]) AS t (kind, owner)"
          + " ORDER BY kind, owner ON CONFLICT DO NOTHING";

  // The rows are locked in the order they are sorted in: PostgreSQL locks above the sort.
  private static final String LOCK =
      "SELECT kind, owner, head, head_hash, sealed FROM journal_stream WHERE (kind, owner) IN"
          + " (SELECT kind::\"char\", owner FROM unnest(?::text[], ?::uuid[]) AS t (kind, owner))"
          + " ORDER BY kind, owner FOR NO KEY UPDATE";

  private static final String DUPLICATES =
      "SELECT "
          + COLUMNS
          + ", e.stream_kind, e.stream_owner FROM journal_entry e"
          + " JOIN unnest(?::uuid[], ?::uuid[]) AS t (device, cid)"
          + " ON e.device = t.device AND e.cid = t.cid";

  private static final String BEGIN = LOCK + ";" + DUPLICATES;

  private static final String BEGIN_WITHOUT_BUSY = LOCK + " SKIP LOCKED;" + DUPLICATES;

  private static final String APPEND =
      "WITH moved AS (UPDATE journal_stream s SET head = t.head, head_hash = t.hash"
          + " FROM unnest(?::text[], ?::uuid[], ?::bigint[], ?::bytea[]) AS t (kind, owner, head,"
          + " hash) WHERE s.kind = t.kind::\"char\" AND s.owner = t.owner)"
          + " INSERT INTO journal_entry (at, stream_kind, stream_owner, seq, kind, by_account,"
          + " device, cid, hash, body, sealed, expires_at)"
          + " SELECT ?, stream_kind::\"char\", stream_owner, seq, kind, by_account, device, cid,"
          + " hash, body, sealed, expires_at FROM unnest(?::text[], ?::uuid[], ?::bigint[],"
          + " ?::text[], ?::uuid[], ?::uuid[], ?::uuid[], ?::bytea[], ?::bytea[], ?::bool[],"
          + " ?::timestamptz[])"
          + " AS t (stream_kind, stream_owner, seq, kind, by_account, device, cid, hash, body,"
          + " sealed, expires_at)";

  private static final String ERASE =
      "UPDATE journal_entry e SET body = NULL"
          + " FROM unnest(?::text[], ?::uuid[], ?::bigint[]) AS t (kind, owner, seq)"
          + " WHERE e.stream_kind = t.kind::\"char\" AND e.stream_owner = t.owner"
          + " AND e.seq = t.seq AND e.body IS NOT NULL";

  // Rows that another instance erases right now are left to it. The clock of the database has a
  // say, so that an instance whose clock is ahead does not erase what others still show.
  private static final String ERASE_EXPIRED =
      "WITH due AS (SELECT stream_kind, stream_owner, seq FROM journal_entry"
          + " WHERE expires_at <= least(?, now()) AND body IS NOT NULL"
          + " ORDER BY expires_at LIMIT ? FOR UPDATE SKIP LOCKED)"
          + " UPDATE journal_entry e SET body = NULL FROM due"
          + " WHERE e.stream_kind = due.stream_kind AND e.stream_owner = due.stream_owner"
          + " AND e.seq = due.seq";

  private static final String ERASE_BODIES =
      "UPDATE journal_entry SET body = NULL WHERE stream_kind = ?::\"char\" AND stream_owner = ?"
          + " AND body IS NOT NULL AND seq = ANY (ARRAY(SELECT seq FROM journal_entry"
          + " WHERE stream_kind = ?::\"char\" AND stream_owner = ? AND body IS NOT NULL"
          + " ORDER BY seq LIMIT ?))";

  private static final String BY =
      "SELECT "
          + COLUMNS
          + " FROM journal_entry e WHERE e.stream_kind = ?::\"char\" AND e.stream_owner = ?"
          + " AND e.seq > ? AND e.by_account = ? ORDER BY e.seq LIMIT ?";

  private static final String AUTHORS =
      "SELECT e.seq, e.kind, e.by_account FROM journal_entry e"
          + " WHERE e.stream_kind = ?::\"char\" AND e.stream_owner = ? AND e.seq = ANY (?)";

  private static final String AFTER =
      "SELECT "
          + COLUMNS
          + " FROM journal_entry e WHERE e.stream_kind = ?::\"char\" AND e.stream_owner = ?"
          + " AND e.seq > ? ORDER BY e.seq LIMIT ?";

  private static final String BEFORE =
      "SELECT "
          + COLUMNS
          + " FROM journal_entry e WHERE e.stream_kind = ?::\"char\" AND e.stream_owner = ?"
          + " AND e.seq < ? ORDER BY e.seq DESC LIMIT ?";

  private static final String HEADS =
      "SELECT kind, owner, head FROM journal_stream WHERE (kind, owner) IN"
          + " (SELECT kind::\"char\", owner FROM unnest(?::text[], ?::uuid[]) AS t (kind, owner))";

  private final Sealer sealer;
  private final Clock clock;

  LogTables(Sealer sealer, Clock clock) {
    this.sealer = sealer;
    this.clock = clock;
  }

  /** A locked counter row. */
  record Counter(long head, EntryHash hash, boolean sealed) {}

  /** The idempotency key of an entry. */
  record SendKey(DeviceId device, UUID cid) {}

  /**
   * What a batch begins with.
   *
   * @param counters of the streams that are locked now
   * @param duplicates the entries that carry keys of the batch already
   */
  record Locked(Map<StreamId, Counter> counters, Map<SendKey, Entry> duplicates) {}

  /** Makes the counter rows that do not exist yet. */
  void ensure(Connection connection, Collection<StreamId> streams, boolean sealed)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(ENSURE)) {
      insert.setBoolean(1, sealed);
      insert.setBytes(2, EntryHash.GENESIS.bytes());
      setStreams(connection, insert, 3, streams);
      insert.executeUpdate();
    }
  }

  /**
   * Locks the counter rows that exist, in the order of {@link StreamId}, and then looks up the
   * entries that carry one of these keys already: two statements that travel together, the second
   * of which sees what was committed before the locks were there.
   *
   * @param leaveBusy leaves out rows that another transaction holds, instead of waiting for them
   */
  Locked lock(
      Connection connection,
      Collection<StreamId> streams,
      Collection<SendKey> keys,
      boolean leaveBusy)
      throws SQLException {
    Map<StreamId, Counter> counters = new HashMap<>();
    try (PreparedStatement select =
        connection.prepareStatement(leaveBusy ? BEGIN_WITHOUT_BUSY : BEGIN)) {
      setStreams(connection, select, 1, streams);
      setKeys(connection, select, 3, keys);
      select.execute();
      try (ResultSet row = select.getResultSet()) {
        while (row.next()) {
          counters.put(
              stream(row, 1),
              new Counter(row.getLong(3), EntryHash.of(row.getBytes(4)), row.getBoolean(5)));
        }
      }
      select.getMoreResults();
      try (ResultSet row = select.getResultSet()) {
        return new Locked(counters, byKey(row));
      }
    }
  }

  /** The entries that already carry one of these keys. */
  Map<SendKey, Entry> duplicates(Connection connection, Collection<SendKey> keys)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(DUPLICATES)) {
      setKeys(connection, select, 1, keys);
      try (ResultSet row = select.executeQuery()) {
        return byKey(row);
      }
    }
  }

  private Map<SendKey, Entry> byKey(ResultSet row) throws SQLException {
    Map<SendKey, Entry> found = new HashMap<>();
    while (row.next()) {
      Entry entry = entry(row, stream(row, 11));
      if (entry.device() != null && entry.cid() != null) {
        found.put(new SendKey(entry.device(), entry.cid()), entry);
      }
    }
    return found;
  }

  /**
   * Writes entries and moves the heads of their streams, in one statement.
   *
   * @param bodies the encoded body of each entry, plain
   * @param sealedStreams the streams whose bodies are to be sealed
   */
  void append(
      Connection connection,
      Instant at,
      List<Entry> entries,
      List<byte[]> bodies,
      Map<StreamId, Entry> heads,
      Collection<StreamId> sealedStreams)
      throws SQLException {
    int count = entries.size();
    String[] kinds = new String[count];
    Object[] owners = new Object[count];
    Long[] seqs = new Long[count];
    String[] entryKinds = new String[count];
    @Nullable Object[] accounts = new Object[count];
    @Nullable Object[] devices = new Object[count];
    @Nullable Object[] cids = new Object[count];
    byte[][] hashes = new byte[count][];
    byte[][] stored = new byte[count][];
    Boolean[] sealed = new Boolean[count];
    @Nullable Object[] expiries = new Object[count];
    for (int i = 0; i < count; i++) {
      Entry entry = entries.get(i);
      boolean seal = sealedStreams.contains(entry.stream());
      kinds[i] = letter(entry.stream());
      owners[i] = entry.stream().owner();
      seqs[i] = entry.seq();
      entryKinds[i] = entry.kind();
      accounts[i] = entry.by() == null ? null : entry.by().value();
      devices[i] = entry.device() == null ? null : entry.device().value();
      cids[i] = entry.cid();
      hashes[i] = entry.hash().bytes();
      stored[i] =
          seal
              ? sealer.seal(bodies.get(i), place(entry.stream(), entry.seq(), entry.kind()))
              : bodies.get(i);
      sealed[i] = seal;
      expiries[i] = entry.expiresAt() == null ? null : Timestamp.from(entry.expiresAt());
    }
    try (PreparedStatement write = connection.prepareStatement(APPEND)) {
      setStreams(connection, write, 1, heads.keySet());
      setArray(
          connection,
          write,
          3,
          "int8",
          heads.values().stream().map(Entry::seq).toArray(Long[]::new));
      setArray(
          connection,
          write,
          4,
          "bytea",
          heads.values().stream().map(entry -> entry.hash().bytes()).toArray(byte[][]::new));
      write.setTimestamp(5, Timestamp.from(at));
      setArray(connection, write, 6, "text", kinds);
      setArray(connection, write, 7, "uuid", owners);
      setArray(connection, write, 8, "int8", seqs);
      setArray(connection, write, 9, "text", entryKinds);
      setArray(connection, write, 10, "uuid", accounts);
      setArray(connection, write, 11, "uuid", devices);
      setArray(connection, write, 12, "uuid", cids);
      setArray(connection, write, 13, "bytea", hashes);
      setArray(connection, write, 14, "bytea", stored);
      setArray(connection, write, 15, "bool", sealed);
      setArray(connection, write, 16, "timestamptz", expiries);
      write.executeUpdate();
    }
  }

  /** Erases the bodies of entries for ever. */
  void erase(Connection connection, Map<StreamId, ? extends Collection<Long>> places)
      throws SQLException {
    List<Object> kinds = new ArrayList<>();
    List<Object> owners = new ArrayList<>();
    List<Object> seqs = new ArrayList<>();
    places.forEach(
        (stream, all) ->
            all.forEach(
                seq -> {
                  kinds.add(letter(stream));
                  owners.add(stream.owner());
                  seqs.add(seq);
                }));
    try (PreparedStatement write = connection.prepareStatement(ERASE)) {
      setArray(connection, write, 1, "text", kinds.toArray());
      setArray(connection, write, 2, "uuid", owners.toArray());
      setArray(connection, write, 3, "int8", seqs.toArray());
      write.executeUpdate();
    }
  }

  /**
   * Erases bodies whose time is over.
   *
   * @return how many, at most {@code limit}
   */
  int eraseExpired(Connection connection, Instant now, int limit) throws SQLException {
    try (PreparedStatement write = connection.prepareStatement(ERASE_EXPIRED)) {
      write.setTimestamp(1, Timestamp.from(now));
      write.setInt(2, limit);
      return write.executeUpdate();
    }
  }

  /**
   * Erases bodies of one stream, the oldest first.
   *
   * @return how many, at most {@code limit}
   */
  int eraseBodies(Connection connection, StreamId stream, int limit) throws SQLException {
    try (PreparedStatement write = connection.prepareStatement(ERASE_BODIES)) {
      write.setString(1, letter(stream));
      write.setObject(2, stream.owner());
      write.setString(3, letter(stream));
      write.setObject(4, stream.owner());
      write.setInt(5, limit);
      return write.executeUpdate();
    }
  }

  /** The entries of an author behind a seq, ascending. */
  List<Entry> by(Connection connection, AccountId author, StreamId stream, long after, int limit)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(BY)) {
      select.setString(1, letter(stream));
      select.setObject(2, stream.owner());
      select.setLong(3, after);
      select.setObject(4, author.value());
      select.setInt(5, limit);
      try (ResultSet row = select.executeQuery()) {
        return entries(row, stream);
      }
    }
  }

  /** Who wrote what at these places; those that do not exist are left out. */
  Map<Long, Authorship> authors(Connection connection, StreamId stream, Collection<Long> seqs)
      throws SQLException {
    Map<Long, Authorship> authors = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(AUTHORS)) {
      select.setString(1, letter(stream));
      select.setObject(2, stream.owner());
      setArray(connection, select, 3, "int8", seqs.toArray(Long[]::new));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          UUID by = Rows.uuidOrNull(row, 3);
          authors.put(
              row.getLong(1),
              new Authorship(
                  row.getLong(1), row.getString(2), by == null ? null : new AccountId(by)));
        }
      }
    }
    return authors;
  }

  /** The entries behind a seq, ascending. */
  List<Entry> after(Connection connection, StreamId stream, long after, int limit)
      throws SQLException {
    return read(connection, AFTER, stream, after, limit);
  }

  /** The entries before a seq, descending. */
  List<Entry> before(Connection connection, StreamId stream, long before, int limit)
      throws SQLException {
    return read(connection, BEFORE, stream, before, limit);
  }

  /** The heads of the streams that exist. */
  Map<StreamId, Long> heads(Connection connection, Collection<StreamId> streams)
      throws SQLException {
    Map<StreamId, Long> heads = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(HEADS)) {
      setStreams(connection, select, 1, streams);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          heads.put(stream(row, 1), row.getLong(3));
        }
      }
    }
    return heads;
  }

  /** Which log this is. */
  UUID generation(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement("SELECT id FROM journal_generation");
        ResultSet row = select.executeQuery()) {
      row.next();
      return Rows.uuid(row, 1);
    }
  }

  /** Keeps the row of the generation until the commit; a database for reading only refuses. */
  void lockGeneration(Connection connection) throws SQLException {
    try (PreparedStatement lock =
        connection.prepareStatement("SELECT id FROM journal_generation FOR SHARE")) {
      lock.executeQuery().close();
    }
  }

  private List<Entry> read(Connection connection, String sql, StreamId stream, long seq, int limit)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, letter(stream));
      select.setObject(2, stream.owner());
      select.setLong(3, seq);
      select.setInt(4, limit);
      try (ResultSet row = select.executeQuery()) {
        return entries(row, stream);
      }
    }
  }

  private List<Entry> entries(ResultSet row, StreamId stream) throws SQLException {
    List<Entry> entries = new ArrayList<>();
    while (row.next()) {
      entries.add(entry(row, stream));
    }
    return entries;
  }

  private Entry entry(ResultSet row, StreamId stream) throws SQLException {
    long seq = row.getLong(1);
    String kind = row.getString(2);
    UUID by = Rows.uuidOrNull(row, 4);
    UUID device = Rows.uuidOrNull(row, 5);
    Timestamp expires = row.getTimestamp(10);
    Instant expiresAt = expires == null ? null : expires.toInstant();
    // Erased for every reader at the time it says, whenever the sweep comes by.
    boolean over = expiresAt != null && !clock.instant().isBefore(expiresAt);
    byte[] stored = over ? null : row.getBytes(8);
    return new Entry(
        stream,
        seq,
        kind,
        row.getTimestamp(3).toInstant(),
        by == null ? null : new AccountId(by),
        device == null ? null : new DeviceId(device),
        Rows.uuid(row, 6),
        EntryHash.of(row.getBytes(7)),
        stored == null ? null : body(stream, seq, kind, stored, row.getBoolean(9)),
        expiresAt);
  }

  private String body(StreamId stream, long seq, String kind, byte[] stored, boolean sealed) {
    if (!sealed) {
      return new String(stored, StandardCharsets.UTF_8);
    }
    try {
      return new String(sealer.unseal(stored, place(stream, seq, kind)), StandardCharsets.UTF_8);
    } catch (SealBroken e) {
      JournalLog.LOG.sealBroken(stream, seq);
      throw e;
    }
  }

  /** What a sealed body is bound to: its stream, its seq and its kind. */
  static byte[] place(StreamId stream, long seq, String kind) {
    byte[] name = stream.toString().getBytes(StandardCharsets.US_ASCII);
    byte[] word = kind.getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(name.length + Long.BYTES + word.length)
        .put(name)
        .putLong(seq)
        .put(word)
        .array();
  }

  /** The stream whose kind stands at a column, and its owner behind it. */
  private static StreamId stream(ResultSet row, int column) throws SQLException {
    return new StreamId(
        StreamId.Kind.of(row.getString(column).charAt(0)), Rows.uuid(row, column + 1));
  }

  private static String letter(StreamId stream) {
    return String.valueOf(stream.kind().letter());
  }

  private static void setStreams(
      Connection connection, PreparedStatement statement, int index, Collection<StreamId> streams)
      throws SQLException {
    setArray(
        connection,
        statement,
        index,
        "text",
        streams.stream().map(LogTables::letter).toArray(String[]::new));
    setArray(
        connection, statement, index + 1, "uuid", streams.stream().map(StreamId::owner).toArray());
  }

  private static void setKeys(
      Connection connection, PreparedStatement statement, int index, Collection<SendKey> keys)
      throws SQLException {
    setArray(
        connection,
        statement,
        index,
        "uuid",
        keys.stream().map(key -> key.device().value()).toArray());
    setArray(connection, statement, index + 1, "uuid", keys.stream().map(SendKey::cid).toArray());
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
