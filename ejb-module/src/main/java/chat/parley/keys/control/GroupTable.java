package chat.parley.keys.control;

import chat.parley.conversation.ConversationId;
import chat.parley.keys.GroupEpoch;
import chat.parley.keys.MakeCommit;
import chat.parley.keys.Welcome;
import chat.parley.platform.AccountId;
import chat.parley.platform.DeviceId;
import chat.parley.platform.Ids;
import chat.parley.platform.WireBytes;
import chat.parley.platform.boundary.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Groups with their newest epoch, the leaves of its tree, and the Welcomes into it. */
public final class GroupTable extends KeyTables {

  private static final String FIND =
      "SELECT epoch, group_info FROM mls_group WHERE conversation = ?";

  private static final String EPOCH = "SELECT epoch FROM mls_group WHERE conversation = ?";

  private static final String LEAVES =
      "SELECT leaf, account, device, signature_key FROM mls_leaf WHERE conversation = ?"
          + " ORDER BY leaf";

  private static final String BEGIN =
      "INSERT INTO mls_group (conversation, epoch, stale, group_info) VALUES (?, ?, false, ?)"
          + " ON CONFLICT (conversation) DO NOTHING";

  private static final String MOVE =
      "UPDATE mls_group SET epoch = ?, stale = false, group_info = ?"
          + " WHERE conversation = ? AND epoch = ?";

  private static final String DROP_LEAVES = "DELETE FROM mls_leaf WHERE conversation = ?";

  private static final String INSERT_LEAVES =
      "INSERT INTO mls_leaf (conversation, leaf, account, device, signature_key)"
          + " SELECT ?, leaf, account, device, key"
          + " FROM unnest(?::integer[], ?::uuid[], ?::uuid[], ?::bytea[])"
          + " AS t (leaf, account, device, key)";

  private static final String DROP_WELCOMES =
      "DELETE FROM mls_welcome_device w WHERE w.conversation = ? AND NOT EXISTS (SELECT FROM"
          + " mls_leaf l WHERE l.conversation = w.conversation AND l.device = w.device)";

  private static final String INSERT_WELCOME =
      "INSERT INTO mls_welcome (id, conversation, epoch, made_at, content) VALUES (?, ?, ?, ?, ?)";

  private static final String ADDRESS_WELCOME =
      "INSERT INTO mls_welcome_device (device, conversation, welcome)"
          + " SELECT device, ?, ? FROM unnest(?::uuid[]) AS t (device)"
          + " ON CONFLICT (device, conversation) DO UPDATE SET welcome = excluded.welcome";

  private static final String WELCOME =
      "SELECT w.epoch, w.content FROM mls_welcome_device d JOIN mls_welcome w ON w.id = d.welcome"
          + " WHERE d.device = ? AND d.conversation = ?";

  private static final String USED =
      "DELETE FROM mls_welcome_device WHERE device = ? AND conversation = ?";

  private static final String KEEP_COMMIT =
      "INSERT INTO mls_commit (conversation, seq, content) VALUES (?, ?, ?)";

  private static final String COMMIT =
      "SELECT content FROM mls_commit WHERE conversation = ? AND seq = ?";

  private static final String SWEEP =
      "DELETE FROM mls_welcome w WHERE w.made_at <= ?"
          + " OR NOT EXISTS (SELECT FROM mls_welcome_device d WHERE d.welcome = w.id)";

  // Whoever leaves marks the group; of the last nobody comes back.
  private static final String SWEEP_GROUPS =
      "DELETE FROM mls_group g WHERE g.stale AND NOT EXISTS (SELECT FROM conversation_member m"
          + " WHERE m.conversation = g.conversation AND m.left_seq IS NULL)";

  /** The tables. */
  public GroupTable(DataSource database) {
    super(database);
  }

  /** A leaf as it is stored. */
  public record Leaf(int index, AccountId account, DeviceId device, WireBytes signatureKey) {}

  /** Where a group is; empty before its first commit. */
  public Optional<GroupEpoch> find(ConversationId conversation) {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(FIND)) {
            select.setObject(1, conversation.value());
            return rows(
                    select, row -> new GroupEpoch(row.getLong(1), WireBytes.of(row.getBytes(2))))
                .stream()
                .findFirst();
          }
        });
  }

  /** The epoch of a group; 0 before its first commit. */
  public long epoch(ConversationId conversation) {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(EPOCH)) {
            select.setObject(1, conversation.value());
            return rows(select, row -> row.getLong(1)).stream().findFirst().orElse(0L);
          }
        });
  }

  /** The leaves of a group. */
  public List<Leaf> leaves(ConversationId conversation) {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(LEAVES)) {
            select.setObject(1, conversation.value());
            return rows(
                select,
                row ->
                    new Leaf(
                        row.getInt(1),
                        new AccountId(Rows.uuid(row, 2)),
                        new DeviceId(Rows.uuid(row, 3)),
                        WireBytes.of(row.getBytes(4))));
          }
        });
  }

  /**
   * Moves a group from one epoch to the next, with the leaves of its new tree. Devices that are not
   * in it lose the Welcomes that they have not used: these lead into an epoch that is over for
   * them.
   *
   * @return false when it is in another epoch
   */
  public boolean move(
      ConversationId conversation, long from, WireBytes groupInfo, List<Handshake.Leaf> leaves) {
    return run(
        connection -> {
          if (!moved(connection, conversation, from, groupInfo)) {
            return false;
          }
          try (PreparedStatement delete = connection.prepareStatement(DROP_LEAVES)) {
            delete.setObject(1, conversation.value());
            delete.executeUpdate();
          }
          try (PreparedStatement insert = connection.prepareStatement(INSERT_LEAVES)) {
            insert.setObject(1, conversation.value());
            insert.setArray(
                2,
                connection.createArrayOf(
                    "int4", leaves.stream().map(Handshake.Leaf::index).toArray()));
            setIds(connection, insert, 3, leaves.stream().map(each -> each.account().value()));
            setIds(connection, insert, 4, leaves.stream().map(each -> each.device().value()));
            insert.setArray(
                5,
                connection.createArrayOf(
                    "bytea",
                    leaves.stream()
                        .map(each -> each.signatureKey().bytes())
                        .toArray(byte[][]::new)));
            insert.executeUpdate();
          }
          try (PreparedStatement delete = connection.prepareStatement(DROP_WELCOMES)) {
            delete.setObject(1, conversation.value());
            delete.executeUpdate();
          }
          return true;
        });
  }

  private static boolean moved(
      Connection connection, ConversationId conversation, long from, WireBytes groupInfo)
      throws SQLException {
    if (from == 0) {
      try (PreparedStatement insert = connection.prepareStatement(BEGIN)) {
        insert.setObject(1, conversation.value());
        insert.setLong(2, 1);
        insert.setBytes(3, groupInfo.bytes());
        return insert.executeUpdate() > 0;
      }
    }
    try (PreparedStatement update = connection.prepareStatement(MOVE)) {
      update.setLong(1, from + 1);
      update.setBytes(2, groupInfo.bytes());
      update.setObject(3, conversation.value());
      update.setLong(4, from);
      return update.executeUpdate() > 0;
    }
  }

  /** Leaves a Welcome for devices, in the place of one that they did not use. */
  public void welcome(
      ConversationId conversation, long epoch, MakeCommit.ForDevices wish, Instant now) {
    run(
        connection -> {
          UUID id = Ids.next();
          try (PreparedStatement insert = connection.prepareStatement(INSERT_WELCOME)) {
            insert.setObject(1, id);
            insert.setObject(2, conversation.value());
            insert.setLong(3, epoch);
            insert.setTimestamp(4, Timestamp.from(now));
            insert.setBytes(5, wish.welcome().bytes());
            insert.executeUpdate();
          }
          try (PreparedStatement address = connection.prepareStatement(ADDRESS_WELCOME)) {
            address.setObject(1, conversation.value());
            address.setObject(2, id);
            setIds(connection, address, 3, wish.devices().stream().map(DeviceId::value));
            return address.executeUpdate();
          }
        });
  }

  /** The Welcome that waits for a device. */
  public Optional<Welcome> welcome(ConversationId conversation, DeviceId device) {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(WELCOME)) {
            select.setObject(1, device.value());
            select.setObject(2, conversation.value());
            return rows(select, row -> new Welcome(row.getLong(1), WireBytes.of(row.getBytes(2))))
                .stream()
                .findFirst();
          }
        });
  }

  /** Forgets the Welcome of a device. */
  public void used(ConversationId conversation, DeviceId device) {
    run(
        connection -> {
          try (PreparedStatement delete = connection.prepareStatement(USED)) {
            delete.setObject(1, device.value());
            delete.setObject(2, conversation.value());
            return delete.executeUpdate();
          }
        });
  }

  /** Keeps a commit beside its entry, which has this place in the log. */
  public void keep(ConversationId conversation, long seq, WireBytes commit) {
    run(
        connection -> {
          try (PreparedStatement insert = connection.prepareStatement(KEEP_COMMIT)) {
            insert.setObject(1, conversation.value());
            insert.setLong(2, seq);
            insert.setBytes(3, commit.bytes());
            return insert.executeUpdate();
          }
        });
  }

  /** The commit that is kept beside the entry at this place. */
  public Optional<WireBytes> commit(ConversationId conversation, long seq) {
    return run(
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(COMMIT)) {
            select.setObject(1, conversation.value());
            select.setLong(2, seq);
            return rows(select, row -> WireBytes.of(row.getBytes(1))).stream().findFirst();
          }
        });
  }

  /**
   * Removes Welcomes that are too old, or wait for nobody, and groups that everybody has left.
   *
   * @return how many
   */
  public int sweep(Instant before) {
    return run(
        connection -> {
          int removed;
          try (PreparedStatement delete = connection.prepareStatement(SWEEP)) {
            delete.setTimestamp(1, Timestamp.from(before));
            removed = delete.executeUpdate();
          }
          try (PreparedStatement delete = connection.prepareStatement(SWEEP_GROUPS)) {
            return removed + delete.executeUpdate();
          }
        });
  }
}
