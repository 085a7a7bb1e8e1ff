package chat.parley.torture;

import chat.parley.torture.checker.FinalLog;
import chat.parley.torture.checker.HashChain;
import chat.parley.torture.checker.LoggedEntry;
import chat.parley.torture.history.Seen;
import chat.parley.torture.load.Device;
import chat.parley.torture.load.Link;
import chat.parley.torture.load.Room;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log after a run: the rows themselves through SQL, and the bodies, which are sealed
 * there, through the history that a member reads, from both instances in turn. What the two say of
 * one entry must agree; the reads are part of the member's history and judged with it.
 */
final class LogReader {

  private static final String ENTRIES =
      "SELECT seq, kind, hash, cid, sealed, body FROM journal_entry"
          + " WHERE stream_kind = ?::\"char\" AND stream_owner = ? ORDER BY seq";

  private final Connection database;
  private final List<Link> links;
  private final FinalLog log = new FinalLog();
  private int read;

  LogReader(Connection database, List<Link> links) {
    this.database = database;
    this.links = links;
  }

  /** Reads what happened in a room, through the eyes of one who is a member all the time. */
  void room(Room room, Device member) throws SQLException {
    NavigableMap<Long, JsonNode> entries = new TreeMap<>();
    for (JsonNode entry : member.readThrough(links.get(read++ % links.size()), room.stream())) {
      entries.put(entry.path("seq").asLong(), entry);
    }
    stream(room.stream(), entries);
    Stays.tell(room.stream(), entries, log);
  }

  /** Reads what concerns an account. */
  void account(String account) throws SQLException {
    stream("u/" + account, Map.of());
    log.member("u/" + account, account, 1, Long.MAX_VALUE);
  }

  FinalLog log() {
    return log;
  }

  private void stream(String stream, Map<Long, JsonNode> given) throws SQLException {
    HashChain chain = new HashChain(stream);
    try (PreparedStatement select = database.prepareStatement(ENTRIES)) {
      select.setString(1, stream.substring(0, 1));
      select.setObject(2, UUID.fromString(stream.substring(2)));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          long seq = row.getLong(1);
          String kind = row.getString(2);
          byte[] hash = row.getBytes(3);
          String body = body(row.getBytes(6), row.getBoolean(5), given.get(seq));
          UUID cid = row.getObject(4, UUID.class);
          log.entry(
              stream,
              new LoggedEntry(
                  seq,
                  kind,
                  HashChain.text(hash),
                  body == null ? null : Seen.content(kind, body),
                  cid == null ? null : cid.toString(),
                  chain.takes(seq, kind, hash, body)));
        }
      }
    }
  }

  private static @Nullable String body(
      byte @Nullable [] stored, boolean sealed, @Nullable JsonNode given) {
    if (stored == null) {
      return null;
    }
    if (!sealed) {
      return new String(stored, StandardCharsets.UTF_8);
    }
    return given == null || !given.path("body").isTextual() ? null : given.path("body").asText();
  }
}
