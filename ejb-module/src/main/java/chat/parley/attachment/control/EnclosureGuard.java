package chat.parley.attachment.control;

import chat.parley.attachment.AttachmentMissing;
import chat.parley.journal.AppendGuard;
import chat.parley.journal.NewEntry;
import chat.parley.media.MediaId;
import chat.parley.platform.ParleyException;
import chat.parley.platform.boundary.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message takes along what its author has uploaded whole for this conversation, and what went
 * with no other message. The rows are locked until the entry is written: nobody gives them up
 * meanwhile.
 */
public final class EnclosureGuard implements AppendGuard {

  private static final String LOCK =
      "SELECT id, conversation, account FROM attachment WHERE id = ANY (?) AND state = 'COMPLETE'"
          + " ORDER BY id FOR NO KEY UPDATE";

  private final AppendGuard first;

  /** What else is asked, before. */
  public EnclosureGuard(AppendGuard first) {
    this.first = first;
  }

  private record Owner(UUID conversation, UUID account) {}

  @Override
  public Map<NewEntry, ParleyException> refuse(Connection connection, List<NewEntry> entries)
      throws SQLException {
    Map<NewEntry, ParleyException> refusals = new HashMap<>(first.refuse(connection, entries));
    List<NewEntry> left =
        entries.stream()
            .filter(entry -> !refusals.containsKey(entry) && !entry.attachments().isEmpty())
            .toList();
    if (left.isEmpty()) {
      return refusals;
    }
    Map<UUID, Owner> complete = complete(connection, left);
    Set<MediaId> given = new HashSet<>();
    for (NewEntry entry : left) {
      MediaId missing = missing(entry, complete, given);
      if (missing == null) {
        given.addAll(entry.attachments());
      } else {
        refusals.put(entry, new AttachmentMissing(missing));
      }
    }
    return refusals;
  }

  private static @Nullable MediaId missing(
      NewEntry entry, Map<UUID, Owner> complete, Set<MediaId> given) {
    UUID by = entry.by() == null ? null : entry.by().value();
    for (MediaId id : entry.attachments()) {
      Owner owner = complete.get(id.value());
      if (owner == null
          || !owner.account().equals(by)
          || !owner.conversation().equals(entry.stream().owner())
          || given.contains(id)) {
        return id;
      }
    }
    return null;
  }

  private static Map<UUID, Owner> complete(Connection connection, List<NewEntry> entries)
      throws SQLException {
    Map<UUID, Owner> complete = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(LOCK)) {
      select.setArray(
          1,
          connection.createArrayOf(
              "uuid",
              entries.stream()
                  .flatMap(entry -> entry.attachments().stream())
                  .map(MediaId::value)
                  .distinct()
                  .toArray()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          complete.put(Rows.uuid(row, 1), new Owner(Rows.uuid(row, 2), Rows.uuid(row, 3)));
        }
      }
    }
    return complete;
  }
}
