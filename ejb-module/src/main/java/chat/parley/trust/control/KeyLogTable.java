package chat.parley.trust.control;

import chat.parley.platform.AccountId;
import chat.parley.platform.Limits;
import chat.parley.platform.WireBytes;
import chat.parley.platform.boundary.Rows;
import chat.parley.trust.KeyLogEntry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** The log of keys: entries, their places in the tree, and checkpoints. */
public final class KeyLogTable extends TrustTables {

  private static final String WAITS = "SELECT 1 FROM key_log_entry WHERE place IS NULL LIMIT 1";

  private static final String HOLD = "SELECT origin, size FROM key_log WHERE id = 1 FOR UPDATE";

  private static final String NEXT =
      "SELECT id, leaf FROM key_log_entry WHERE place IS NULL ORDER BY id LIMIT ?";

  private static final String PLACE =
      "UPDATE key_log_entry e SET place = t.place"
          + " FROM unnest(?::int8[], ?::int8[]) AS t (id, place) WHERE e.id = t.id";

  private static final String ADD_NODES =
      "INSERT INTO key_log_node (level, index, hash)"
          + " SELECT * FROM unnest(?::int2[], ?::int8[], ?::bytea[])";

  private static final String NODES =
      "SELECT n.level, n.index, n.hash FROM unnest(?::int2[], ?::int8[]) AS t (level, index)"
          + " JOIN key_log_node n ON n.level = t.level AND n.index = t.index";

  private static final String GROW = "UPDATE key_log SET size = ? WHERE id = 1";

  private static final String ADD_CHECKPOINT =
      "INSERT INTO key_log_checkpoint (size, note) VALUES (?, ?)";

  private static final String CHECKPOINT =
      "SELECT note FROM key_log_checkpoint ORDER BY size DESC LIMIT 1";

  private static final String ORIGIN = "SELECT origin FROM key_log WHERE id = 1";

  private static final String SIZE = "SELECT size FROM key_log WHERE id = 1";

  private static final String ENTRIES =
      "SELECT place, salt, content FROM (SELECT * FROM key_log_entry WHERE account = ?"
          + " ORDER BY id DESC LIMIT ?) AS newest ORDER BY id";

  private static final String SHARES =
      "SELECT 1 FROM conversation_member mine JOIN conversation_member other"
          + " ON other.conversation = mine.conversation"
          + " WHERE mine.account = ? AND mine.left_seq IS NULL"
          + " AND other.account = ? AND other.left_seq IS NULL LIMIT 1";

  private static final String FORGET =
      "UPDATE key_log_entry SET account = NULL, salt = NULL, content = NULL WHERE account = ?";

  private static final byte[] UNREAD = new byte[32];

  /** The tables. */
  public KeyLogTable(DataSource database) {
    super(database);
  }

  /** The log as whoever holds it has it. */
  public record Held(String origin, long size) {}

  /** Whether entries wait for their places. */
  public boolean isWaiting() {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(WAITS)) {
            return !rows(select, row -> row.getInt(1)).isEmpty();
          }
        });
  }

  /** Holds the log until the end of the transaction: nobody else gives places meanwhile. */
  public Held hold() {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(HOLD)) {
            return rows(select, row -> new Held(row.getString(1), row.getLong(2))).get(0);
          }
        });
  }

  private record Waiting(long id, WireBytes leaf) {}

  /**
   * Gives the entries that wait their places, behind those that have one.
   *
   * @return the size of the log now
   */
  public long place(long size) {
    return run(
        connection -> {
          List<Waiting> next = new ArrayList<>();
          try (PreparedStatement select = connection.prepareStatement(NEXT)) {
            select.setInt(1, Limits.KEY_LOG_BATCH);
            next.addAll(
                rows(select, row -> new Waiting(row.getLong(1), WireBytes.of(row.getBytes(2)))));
          }
          if (next.isEmpty()) {
            return size;
          }
          List<byte[]> leaves = next.stream().map(each -> each.leaf().bytes()).toList();
          Set<Merkle.Node> wanted = new LinkedHashSet<>();
          Merkle.append(
              size,
              leaves,
              node -> {
                wanted.add(node);
                return UNREAD;
              });
          addNodes(connection, Merkle.append(size, leaves, known(read(connection, wanted))));
          long grown = size + next.size();
          try (PreparedStatement place = connection.prepareStatement(PLACE);
              PreparedStatement grow = connection.prepareStatement(GROW)) {
            Long[] ids = next.stream().map(Waiting::id).toArray(Long[]::new);
            Long[] places = new Long[ids.length];
            for (int i = 0; i < places.length; i++) {
              places[i] = size + i;
            }
            place.setArray(1, connection.createArrayOf("int8", ids));
            place.setArray(2, connection.createArrayOf("int8", places));
            place.executeUpdate();
            grow.setLong(1, grown);
            grow.executeUpdate();
          }
          return grown;
        });
  }

  private static void addNodes(Connection connection, Map<Merkle.Node, byte[]> made)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(ADD_NODES)) {
      setNodes(connection, insert, made.keySet());
      insert.setArray(3, connection.createArrayOf("bytea", made.values().toArray(new byte[0][])));
      insert.executeUpdate();
    }
  }

  private static void setNodes(
      Connection connection, PreparedStatement statement, Set<Merkle.Node> nodes)
      throws SQLException {
    statement.setArray(
        1,
        connection.createArrayOf(
            "int2", nodes.stream().map(node -> (short) node.level()).toArray(Short[]::new)));
    statement.setArray(
        2,
        connection.createArrayOf(
            "int8", nodes.stream().map(Merkle.Node::index).toArray(Long[]::new)));
  }

  private static Map<Merkle.Node, byte[]> read(Connection connection, Set<Merkle.Node> wanted)
      throws SQLException {
    Map<Merkle.Node, byte[]> found = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(NODES)) {
      setNodes(connection, select, wanted);
      rows(
          select,
          row -> found.put(new Merkle.Node(row.getInt(1), row.getLong(2)), row.getBytes(3)));
    }
    return found;
  }

  private static Merkle.Nodes known(Map<Merkle.Node, byte[]> found) {
    return node -> {
      byte[] hash = found.get(node);
      if (hash == null) {
        throw new IllegalStateException("a subtree of the log of keys is missing: " + node);
      }
      return hash;
    };
  }

  /** Something that is computed of hashes of subtrees. */
  interface Computation<T> {
    T of(Merkle.Nodes nodes);
  }

  /** Computes it twice: first to see which hashes it needs, then with them. */
  private <T> T compute(Computation<T> computation) {
    Set<Merkle.Node> wanted = new LinkedHashSet<>();
    computation.of(
        node -> {
          wanted.add(node);
          return UNREAD;
        });
    return run(connection -> computation.of(known(read(connection, wanted))));
  }

  /** The root of the tree of the first so many leaves. */
  public WireBytes root(long size) {
    return WireBytes.of(compute(nodes -> Merkle.root(size, nodes)));
  }

  /** That a leaf stands in the tree of the first so many. */
  public List<WireBytes> inclusion(long place, long size) {
    return compute(nodes -> Merkle.inclusion(place, size, nodes)).stream()
        .map(WireBytes::of)
        .toList();
  }

  /** That one tree is the beginning of another. */
  public List<WireBytes> consistency(long from, long to) {
    return compute(nodes -> Merkle.consistency(from, to, nodes)).stream()
        .map(WireBytes::of)
        .toList();
  }

  /** What the log is called. */
  public String origin() {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(ORIGIN)) {
            return rows(select, row -> row.getString(1)).get(0);
          }
        });
  }

  /** How many leaves have their places. */
  public long size() {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(SIZE)) {
            return rows(select, row -> row.getLong(1)).get(0);
          }
        });
  }

  /** Keeps a checkpoint. */
  public void addCheckpoint(long size, String note) {
    run(
        connection -> {
          try (PreparedStatement insert = connection.prepareStatement(ADD_CHECKPOINT)) {
            insert.setLong(1, size);
            insert.setString(2, note);
            return insert.executeUpdate();
          }
        });
  }

  /** The newest checkpoint; empty before the first. */
  public Optional<String> checkpoint() {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(CHECKPOINT)) {
            return rows(select, row -> row.getString(1)).stream().findFirst();
          }
        });
  }

  /** What is said of an account: the newest, in order. */
  public List<KeyLogEntry> entries(AccountId account, int limit) {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(ENTRIES)) {
            select.setObject(1, account.value());
            select.setInt(2, limit);
            return rows(
                select,
                row ->
                    new KeyLogEntry(
                        Rows.longOrNull(row, 1), WireBytes.of(row.getBytes(2)), row.getString(3)));
          }
        });
  }

  /** Whether two accounts belong to a conversation together now. */
  public boolean shareConversation(AccountId one, AccountId other) {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(SHARES)) {
            select.setObject(1, one.value());
            select.setObject(2, other.value());
            return !rows(select, row -> row.getInt(1)).isEmpty();
          }
        });
  }

  /** Erases what the log says of an account; its leaves stay, and say nothing. */
  public void forget(AccountId account) {
    run(
        connection -> {
          try (PreparedStatement update = connection.prepareStatement(FORGET)) {
            update.setObject(1, account.value());
            return update.executeUpdate();
          }
        });
  }
}
